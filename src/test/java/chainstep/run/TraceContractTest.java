package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.NestInterpreter;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.DoubleArithmetic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever way a node's value is computed at speed, it is what its nests say of its operands' values. */
class TraceContractTest {
    private static final int NETWORKS = 300;
    /** Nests of more points are left to the tests of the operations: an interpreter takes its time. */
    private static final long MOST_POINTS = 20_000;

    @Test
    void every_node_of_every_sample_is_what_its_nests_say() throws IOException {
        int nodes = 0;
        for (Path sample : samples()) {
            nodes += check(ChainReader.read(sample));
        }
        assertThat(nodes).isGreaterThan(3_500);
    }

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_node_of_a_random_network_is_what_its_nests_say(long seed) {
        assertThat(check(read(seed))).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_gradient_of_a_random_network_agrees_with_differences(long seed) {
        Model model = read(seed);
        Program program = model.program();
        Trace trace = new Iterations(program).trace(0);
        GradientCheck check = GradientCheck.of(
                trace, program.loss().orElseThrow(), GradientCheck.TOLERANCE, GradientCheck.ELEMENTS, Progress.NONE);
        assertThat(check.tensors()).isNotEmpty();
        assertThat(check.tensors())
                .as("%s", model.source().text())
                .noneMatch(tensor -> tensor.verdict() == GradientCheck.Verdict.DISAGREES);
    }

    private static Model read(long seed) {
        return ChainReader.read(Source.of("random network " + seed, RandomNetwork.of(seed)), Path.of(""));
    }

    private static int check(Model model) {
        Program program = model.program();
        Trace trace = new Iterations(program).trace(0);
        int checked = 0;
        for (Node node : program.nodes()) {
            boolean small = !node.isLeaf()
                    && node.op().nests(program.operandShapes(node)).list().stream()
                            .allMatch(nest -> nest.points() <= MOST_POINTS);
            if (small) {
                check(model, trace, node);
                checked++;
            }
        }
        return checked;
    }

    private static void check(Model model, Trace trace, Node node) {
        List<List<Double>> operands = node.inputs().stream()
                .map(input ->
                        Arrays.stream(trace.value(input).toArray()).boxed().toList())
                .toList();
        double[] said = new NestInterpreter<>(new DoubleArithmetic())
                .run(node.op().nests(model.program().operandShapes(node)), operands).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        double[] computed = trace.value(node.id()).toArray();
        double largest = Arrays.stream(said)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        for (int i = 0; i < said.length; i++) {
            boolean same = computed[i] == said[i]
                    || Double.isNaN(computed[i]) && Double.isNaN(said[i])
                    || Math.abs(computed[i] - said[i]) <= 1e-13 * largest;
            assertThat(same)
                    .as(
                            "%s, line %d, element %d: %s, by its nests %s, in%n%s",
                            node.op().name(),
                            node.origin().line(),
                            i,
                            computed[i],
                            said[i],
                            model.source().text())
                    .isTrue();
        }
    }

    private static List<Path> samples() throws IOException {
        try (var files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
    }
}
