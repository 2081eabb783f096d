package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.math.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient of the first rows and columns of an array lies where they lie, and is 0 elsewhere. */
class LeadingPartTest {
    private static Tensor gradient(String param, String loss) {
        String lines = "W = param(" + param + ")\nE = " + loss + "\nminimize(E)\n";
        Program program =
                ChainReader.read(Source.of("test.chain", lines), Path.of("")).program();
        Evaluator evaluator = new Evaluator(program);
        int by = program.named("W").orElseThrow();
        return evaluator
                .run(evaluator.start())
                .value(program.gradient(program.loss().orElseThrow(), by).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W[0:2, 0:1]|2,0,1,0,0,0",
                "W[0:1]|2,4,0,0,0,0",
                "W[:, 0:1]|2,0,1,0,6,0",
                "W[0:2]|2,4,1,-2,0,0",
                "W[1:, 1:]|0,0,0,-2,0,8"
            })
    void of_a_matrix(String part, String expected) {
        Tensor gradient = gradient("[[1, 2], [0.5, -1], [3, 4]]", "sum(" + part + "**2)");
        double[] numbers = java.util.Arrays.stream(expected.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(gradient.toArray()).containsExactly(numbers);
    }

    @Test
    void of_a_stack_too() {
        Tensor gradient = gradient("ones((2, 3, 2))", "sum(W[0:1, 0:2, 0:1])");
        assertThat(gradient.toArray()).containsExactly(1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
