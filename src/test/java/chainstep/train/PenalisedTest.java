package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Program;
import chainstep.lang.Source;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PenalisedTest {
    @Test
    void a_penalty_is_not_taken_for_the_answer() {
        Course course = Course.of(Source.of("test", """
                X, t = data("gauss", n=40, seed=1)
                w = param([[0.1], [0.2]])
                y = X @ w
                L = mean((y - t)**2)
                minimize(L, sgd(lr=0.01), l1=0.01, l2=0.001)
                """), Path.of(""));
        Program program = course.program();
        Prediction prediction = Prediction.of(program).orElseThrow();
        assertThat(program.node(prediction.answer()).name()).isEqualTo("y");
        assertThat(prediction.kind()).isEqualTo(Prediction.Kind.SIGN);
        Trainer trainer = new Trainer(course, new EjmlEngine(), System::nanoTime);
        assertThat(trainer.measured().scores().values())
                .allSatisfy(score -> assertThat(score.accuracy()).isPresent());
    }
}
