package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Program;
import chainstep.lang.Source;
import chainstep.run.Progress;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hundred updates with every optimizer, a schedule, both penalties and clipping at once, its numbers given: what an independent
 * program in NumPy ends with.
 */
class UpdatesTest {
    private static final String MODEL = """
            X = input([[1, 2], [0.5, -1], [-1.5, 0.25], [2, 1], [0.1, 0.7]])
            t = target([[1], [-2], [0.5], [3], [0.2]])
            W = param([[0.3], [-0.7]])
            b = param([0.1])
            L = mse(X @ W + b, t)
            minimize(L, RULE, l1=0.01, l2=0.02, clip=1.5)
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sgd(lr=step_decay(0.02, every=7, factor=0.5))' | 0.451969992056333 | -0.32393917453057997 | 0.20736563743159508",
                "'momentum(lr=exp_decay(0.02, rate=0.01), beta=0.8)' | 0.31166147336644523 | 1.020456770558707 | -0.18435600726523751",
                "'nesterov(lr=cosine(0.02, total=60, min=0.001), beta=0.8)' | 0.310849941100727 | 1.0114412248726092 | -0.1705449461401528",
                "'rmsprop(lr=warmup(0.02, steps=30), rho=0.95, eps=1e-6)' | 0.3630613012432085 | 0.8502696627808215 | -0.10167071985064596",
                "'adam(lr=cosine(0.02, total=60, min=0.001), beta1=0.85, beta2=0.99, eps=1e-7)' | 0.632986064557056 | -0.008152915289154175"
                        + " | 0.3414878671613809",
                "'adamw(lr=step_decay(0.02, every=7, factor=0.5), beta1=0.85, beta2=0.99, eps=1e-7, weight_decay=0.05)'"
                        + " | 0.5606588372412982 | -0.4098235642699165 | 0.35887103818135524"
            })
    void every_rule_ends_where_numpy_does(String rule, double w1, double w2, double b) {
        Course course = Course.of(Source.of("test", MODEL.replace("RULE", rule)), Path.of(""));
        for (String engine : new String[] {"ejml", "jvm"}) {
            Trainer trainer = new Trainer(course, Engines.named(engine).orElseThrow(), System::nanoTime);
            trainer.to(100, Progress.NONE);
            assertThat(values(course, trainer, "W")).as(engine).containsExactly(new double[] {w1, w2}, within(1e-12));
            assertThat(values(course, trainer, "b")).as(engine).containsExactly(new double[] {b}, within(1e-12));
        }
    }

    private static double[] values(Course course, Trainer trainer, String name) {
        Program program = course.program();
        int place = IntStream.range(0, program.carries().size())
                .filter(k ->
                        program.node(program.carries().get(k).leaf()).name().equals(name))
                .findFirst()
                .orElseThrow();
        return trainer.state().values(place);
    }
}
