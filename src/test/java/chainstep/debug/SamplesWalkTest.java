package chainstep.debug;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The debugger can walk through every sample. */
class SamplesWalkTest {
    private static List<Path> samples() throws IOException {
        try (var files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_sample_can_be_walked_forwards_and_backwards_by_line_operation_and_term() throws IOException {
        List<Path> samples = samples();
        for (Path sample : samples) {
            Model model = ChainReader.read(sample);
            Debugger debugger = new Debugger(model.program());
            for (Depth depth : List.of(Depth.LINE, Depth.OPERATION, Depth.TERM)) {
                walk(debugger, depth, sample);
            }
        }
        assertThat(samples).hasSizeGreaterThan(60);
    }

    private static void walk(Debugger debugger, Depth depth, Path sample) {
        debugger.restart();
        debugger.depth(depth);
        long count = Math.min(300, debugger.tree().count(depth));
        for (long k = 0; k < count; k++) {
            assertThat(debugger.step().index()).as("%s", sample).isEqualTo(k);
            assertThat(debugger.state().nodes()).isNotEmpty();
        }
        for (long k = count - 1; k > 0; k--) {
            assertThat(debugger.back().index()).isEqualTo(k - 1);
        }
        assertThat(debugger.back().step()).isEqualTo(Step.start(0));
        assertThat(debugger.back().stop()).isEqualTo(Stop.START);
    }

    @Test
    void an_update_is_a_line_for_each_parameter_whatever_the_optimiser() throws IOException {
        int updates = 0;
        for (Path sample : samples()) {
            Model model = ChainReader.read(sample);
            StepTree tree = new StepTree(model.program());
            long lines = 0;
            for (long k = 0; k < tree.count(Depth.LINE); k++) {
                boolean writes = tree.nodes(k, Depth.LINE).stream()
                        .anyMatch(node -> model.program().carries().stream()
                                .anyMatch(carry -> carry.next() == node.id()
                                        && model.program().node(carry.leaf()).isLeaf(chainstep.graph.Leaf.Kind.PARAM)));
                lines += writes ? 1 : 0;
            }
            long parameters = model.program().carries().stream()
                    .filter(carry -> model.program().node(carry.leaf()).isLeaf(chainstep.graph.Leaf.Kind.PARAM))
                    .count();
            assertThat(lines).as("%s", sample).isEqualTo(parameters);
            updates += parameters > 0 ? 1 : 0;
        }
        assertThat(updates).isGreaterThan(10);
    }

    @Test
    void the_breakpoints_of_every_sample_can_be_set() throws IOException {
        for (Path sample : samples()) {
            Debugger debugger = Debugger.of(ChainReader.read(sample), (iteration, quantity) -> {
                throw new AssertionError("no sample asks for at(...) in a breakpoint");
            });
            debugger.limit(2);
            assertThat(debugger.continueRun(Progress.NONE).stop()).isInstanceOfAny(Stop.Hit.class, Stop.EndOfRun.class);
        }
    }
}
