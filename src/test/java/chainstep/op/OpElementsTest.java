package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Addends;
import chainstep.graph.Adjoint;
import chainstep.graph.Edge;
import chainstep.graph.Edges;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Pullback;
import chainstep.graph.Reading;
import chainstep.graph.Sources;
import chainstep.math.DoubleArithmetic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of single elements agrees, for every operation, with what is computed of whole arrays. */
class OpElementsTest {
    static Stream<OpCase> cases() {
        return OpContractTest.cases();
    }

    private static Reading reading(OpCase given) {
        return (operand, element) -> given.values().get(operand)[element];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_edges_of_an_element_sum_to_its_gradient(OpCase given) {
        double[] upstream = given.weights(given.shape(), 17);
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            if (!given.whole().contains(operand)) {
                int by = operand;
                double[] sums = new double[given.shapes().get(operand).size()];
                Arrays.setAll(
                        sums,
                        element -> Edges.of(given.op(), given.shapes(), reading(given), by, element).stream()
                                .mapToDouble(edge -> edge.local() * upstream[edge.output()])
                                .sum());
                Near.assertClose(sums, gradient(given, operand, upstream), 1e-11, rounding(given, operand, upstream));
            }
        }
    }

    private static double[] gradient(OpCase given, int operand, double[] upstream) {
        Pullback pullback = given.op().pullbackOf(operand, given.shapes());
        return Bench.evaluate(
                pullback.op(), OpDerivatives.shapes(given, pullback), OpDerivatives.values(given, pullback, upstream));
    }

    private static double rounding(OpCase given, int operand, double[] upstream) {
        Pullback made = Adjoint.of(given.op(), operand, given.shapes());
        return OpCase.rounding(
                made.op(),
                OpDerivatives.shapes(given, made),
                OpDerivatives.values(given, made, upstream),
                Rounded.FLOAT64);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_addends_of_an_element_sum_to_it(OpCase given) {
        double[] result = Bench.evaluate(given.op(), given.shapes(), given.values());
        double[] sums = new double[result.length];
        Arrays.setAll(
                sums,
                element -> Addends.of(given.op(), given.shapes(), reading(given), element, 10_000).list().stream()
                        .filter(Addends.Addend::counts)
                        .mapToDouble(Addends.Addend::value)
                        .sum());
        Near.assertClose(sums, result, 1e-12, given.rounding(Rounded.FLOAT64));
    }

    /** Whatever is not among the sources may change without the element noticing. */
    @ParameterizedTest
    @MethodSource("cases")
    void an_element_depends_on_its_sources_alone(OpCase given) {
        List<Double> result = Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic());
        for (int element = 0; element < result.size(); element++) {
            Sources sources = Sources.of(given.op(), given.shapes(), element, 10_000);
            assertThat(sources.isAll()).isTrue();
            List<List<Double>> changed = new ArrayList<>();
            for (double[] values : given.values()) {
                changed.add(new ArrayList<>(
                        Arrays.stream(values).map(v -> 1 - v / 2).boxed().toList()));
            }
            sources.list()
                    .forEach(source -> changed.get(source.operand())
                            .set(source.element(), given.values().get(source.operand())[source.element()]));
            List<Double> other =
                    new NestInterpreter<>(new DoubleArithmetic()).run(given.op().nests(given.shapes()), changed);
            assertThat(other.get(element)).isEqualTo(result.get(element));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_edge_leads_from_a_source(OpCase given) {
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            for (int element = 0; element < given.shapes().get(operand).size(); element++) {
                for (Edge edge : Edges.of(given.op(), given.shapes(), reading(given), operand, element)) {
                    assertThat(Sources.of(given.op(), given.shapes(), edge.output(), 10_000)
                                    .list())
                            .contains(new Sources.Source(operand, element));
                }
            }
        }
    }
}
