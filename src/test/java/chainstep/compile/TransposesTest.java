package chainstep.compile;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies in another order of axes are not made where reading or writing in that order will do. */
class TransposesTest {
    private static Program program(String loss) {
        return ChainReader.read(Source.of("text", """
                X = input([[1, 2, 3], [4, 5, 7]])
                W = param([[1, 2, 3], [4, 5, 6], [7, 8, 0], [1, 0, 1]])
                V = W.T
                minimize(LOSS, sgd(lr=0.1))
                """.replace("LOSS", loss)), Path.of(""))
                .program();
    }

    private static long copies(Flow flow) {
        IndexMap turned = IndexMap.pick(2, 1, 0);
        return flow.loops().stream()
                .map(Flow.Loop::nest)
                .filter(nest -> nest.body().equals(Formula.input(0))
                        && nest.reads().get(0).map().equals(turned))
                .count();
    }

    @Test
    void products_with_transposes_copy_nothing() {
        assertThat(copies(FlowMaker.of(program("sum((X @ V)**2)"), List.of(), List.of(), true)))
                .isZero();
    }

    @Test
    void what_is_asked_for_or_read_one_by_one_is_copied() {
        Program asked = program("sum((X @ V)**2)");
        assertThat(copies(
                        FlowMaker.of(asked, List.of(), List.of(asked.named("V").orElseThrow()), true)))
                .isEqualTo(1);
        assertThat(copies(FlowMaker.of(program("sum(V * tanh(V))"), List.of(), List.of(), true)))
                .isPositive();
    }
}
