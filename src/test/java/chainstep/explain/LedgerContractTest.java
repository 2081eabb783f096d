package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.grad.Gradient;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.run.Evaluator;
import chainstep.run.RandomNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a gradient is the gradient of, its edges, its paths and its node give one number. */
class LedgerContractTest {
    private static final int NETWORKS = 40;

    /** To go all the ways takes longer than to look one edge ahead: so many gradients are left out for each one. */
    private static final int PATHS = 5;

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_ledgers_of_a_random_network_give_its_gradients(long seed) {
        assertThat(check("network " + seed, read(RandomNetwork.of(seed)), seed)).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_ledgers_of_a_gradients_gradient_give_it(long seed) {
        assertThat(check("network " + seed, read(RandomNetwork.twice(seed)), seed))
                .isGreaterThan(20);
    }

    /** What is differentiated may be an array, and need not have a name. */
    @ParameterizedTest
    @MethodSource("seeds")
    void the_ledgers_of_any_value_of_a_network_give_its_gradients(long seed) {
        Derived derived = read(RandomNetwork.of(seed));
        Program program = derived.trace().program();
        List<Integer> leaves = program.nodes().stream()
                .filter(node -> node.isLeaf(Leaf.Kind.PARAM))
                .map(Node::id)
                .toList();
        List<Integer> values = program.nodes().stream()
                .filter(node -> node.role() instanceof Role.Value && !node.isLeaf())
                .map(Node::id)
                .toList();
        SplittableRandom chance = new SplittableRandom(seed);
        ProgramBuilder longer = new ProgramBuilder(program);
        for (int i = 0; i < 3; i++) {
            Gradient.append(longer, values.get(chance.nextInt(values.size())), leaves);
        }
        Derived asked = new Derived(derived.model(), Evaluator.extend(derived.trace(), longer.build()));
        assertThat(check("network " + seed, asked, seed)).isGreaterThan(10);
    }

    @Test
    void the_ledgers_of_every_sample_give_its_gradients() throws IOException {
        int compared = 0;
        for (Path sample : samples()) {
            compared += check(sample.toString(), Derived.of(sample.toString()), compared);
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static Derived read(String text) {
        return Derived.of(ChainReader.read(Source.of("network.chain", text), Path.of("")));
    }

    /** Returns how many numbers were compared. */
    private static int check(String name, Derived derived, long seed) {
        return new Comparison(name, derived.page(Locale.ENGLISH, Detail.TERM)).run(new SplittableRandom(seed));
    }

    /** The gradients of one model, each number with its ledgers. */
    private static final class Comparison {
        private final String name;
        private final Page page;
        private final ElementStep steps;
        private final Map<Integer, Double> noise = new HashMap<>();

        Comparison(String name, Page page) {
            this.name = name;
            this.page = page;
            this.steps = new ElementStep(page);
        }

        int run(SplittableRandom chance) {
            int compared = 0;
            for (Node node : page.program().nodes()) {
                if (node.role() instanceof Role.Term || node.role() instanceof Role.Total) {
                    check(node, chance.nextInt(node.shape().size()), chance.nextInt(PATHS) == 0);
                    compared++;
                }
            }
            return compared;
        }

        private void check(Node node, int element, boolean paths) {
            int of = Names.ofWhat(node).orElseThrow();
            int wrt = Names.byWhat(node).orElseThrow();
            steps.edges(node.id(), element).ifPresent(shown -> assertSame("as shown", node, element, shown.total()));
            if (page.program().gradient(of, wrt).orElse(-1) == node.id() && of != wrt) {
                assertSame(
                        "by hops",
                        node,
                        element,
                        HopLedger.of(page, of, wrt, element).total());
                if (paths) {
                    assertSame(
                            "by paths",
                            node,
                            element,
                            PathLedger.of(page, of, wrt, element).total());
                }
            }
        }

        private void assertSame(String how, Node node, int element, double total) {
            double gradient = page.trace().get(node.id(), element);
            int of = Names.ofWhat(node).orElseThrow();
            double off = Math.max(noise.computeIfAbsent(of, this::noise), 1e-9 * Math.abs(gradient));
            boolean same = total == gradient
                    || Double.isNaN(total) && Double.isNaN(gradient)
                    || Math.abs(total - gradient) <= off;
            assertThat(same)
                    .as(() -> "%s: %s %s: %s, its node %s"
                            .formatted(name, page.element(node.id(), element).plain(), how, total, gradient))
                    .isTrue();
        }

        /** Sums that all but cancel are off by the rounding of what is in them. */
        private double noise(int of) {
            return 1e-13
                    * page.program().nodes().stream()
                            .filter(node -> Names.ofWhat(node).equals(Optional.of(of)))
                            .flatMapToDouble(node ->
                                    Arrays.stream(page.trace().value(node.id()).toArray()))
                            .map(Math::abs)
                            .filter(Double::isFinite)
                            .max()
                            .orElse(0);
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
