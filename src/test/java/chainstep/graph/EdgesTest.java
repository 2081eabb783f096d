package chainstep.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chainstep.math.DoubleArithmetic;
import chainstep.math.Fn;
import chainstep.math.Shape;
import chainstep.op.Divide;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Relu;
import chainstep.op.Sigmoid;
import chainstep.op.Sum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final Shape M23 = Shape.of(2, 3);

    /** Softmax of rows, in four nests: a maximum, exponentials, their sum, a quotient. */
    private record Rows() implements Op {
        @Override
        public String name() {
            return "rows";
        }

        @Override
        public Shape shape(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public Nests nests(List<Shape> inputs) {
            Shape in = inputs.get(0);
            Shape column = Shape.of(in.dim(0));
            List<Integer> domain = Nest.domainOf(in);
            IndexMap all = IndexMap.identity(2);
            IndexMap row = IndexMap.pick(2, 0);
            Formula shifted = Formula.subtract(Formula.input(0), Formula.input(1));
            Nest max = Nest.max(domain, 2, row, List.of(new Nest.Read(0, all)), Formula.input(0), 1);
            Nest exp = Nest.sum(
                    domain,
                    3,
                    all,
                    List.of(new Nest.Read(0, all), new Nest.Read(2, row)),
                    Formula.apply(Fn.EXP, shifted));
            Nest sum = Nest.sum(domain, 4, row, List.of(new Nest.Read(3, all)), Formula.input(0));
            Nest quotient = Nest.sum(
                    domain,
                    5,
                    all,
                    List.of(new Nest.Read(3, all), new Nest.Read(4, row)),
                    Formula.divide(Formula.input(0), Formula.input(1)));
            return new Nests(inputs, List.of(column, column, in, column, in), List.of(max, exp, sum, quotient));
        }
    }

    /** The maximum of each row. */
    private record RowMax() implements Op {
        @Override
        public String name() {
            return "row_max";
        }

        @Override
        public Shape shape(List<Shape> inputs) {
            return Shape.of(inputs.get(0).dim(0));
        }

        @Override
        public Nests nests(List<Shape> inputs) {
            Nest max = Nest.max(
                    Nest.domainOf(inputs.get(0)),
                    2,
                    IndexMap.pick(2, 0),
                    List.of(new Nest.Read(0, IndexMap.identity(2))),
                    Formula.input(0),
                    1);
            return new Nests(inputs, List.of(shape(inputs), shape(inputs)), List.of(max));
        }
    }

    private static double[] random(Random random, int size) {
        return random.doubles(size, -2, 2).toArray();
    }

    private static List<List<Double>> boxed(double[]... arrays) {
        List<List<Double>> lists = new ArrayList<>();
        for (double[] array : arrays) {
            lists.add(DoubleStream.of(array).boxed().toList());
        }
        return lists;
    }

    /** Σ over the edges of local × upstream equals what the pullback gives. */
    private static void compare(Op op, long seed, Shape... shapes) {
        Random random = new Random(seed);
        List<Shape> list = List.of(shapes);
        double[][] inputs =
                list.stream().map(shape -> random(random, shape.size())).toArray(double[][]::new);
        NestInterpreter<Double> interpreter = new NestInterpreter<>(new DoubleArithmetic());
        List<Double> result = interpreter.run(op.nests(list), boxed(inputs));
        double[] upstream = random(random, result.size());
        for (int operand = 0; operand < shapes.length; operand++) {
            List<Double> gradient = pulledBack(op, operand, list, inputs, result, upstream);
            for (int element = 0; element < gradient.size(); element++) {
                double sum = Edges.of(op, list, (k, e) -> inputs[k][e], operand, element).stream()
                        .mapToDouble(edge -> edge.local() * upstream[edge.output()])
                        .sum();
                assertThat(sum).isEqualTo(gradient.get(element), within(1e-12));
            }
        }
        for (int element = 0; element < result.size(); element++) {
            Addends addends = Addends.of(op, list, (k, e) -> inputs[k][e], element, 1000);
            assertThat(addends.list()).hasSize((int) addends.count());
            double sum = addends.list().stream()
                    .filter(Addends.Addend::counts)
                    .mapToDouble(Addends.Addend::value)
                    .sum();
            assertThat(sum).isEqualTo(result.get(element), within(1e-12));
        }
    }

    private static List<Double> pulledBack(
            Op op, int operand, List<Shape> shapes, double[][] inputs, List<Double> result, double[] upstream) {
        Pullback pullback = op.pullbackOf(operand, shapes);
        List<List<Double>> operands = new ArrayList<>();
        List<Shape> operandShapes = new ArrayList<>();
        for (Pullback.Operand read : pullback.operands()) {
            if (read instanceof Pullback.Operand.Input input) {
                operands.add(boxed(inputs[input.index()]).get(0));
                operandShapes.add(shapes.get(input.index()));
            } else {
                operands.add(
                        read instanceof Pullback.Operand.Result
                                ? result
                                : boxed(upstream).get(0));
                operandShapes.add(op.shape(shapes));
            }
        }
        return new NestInterpreter<>(new DoubleArithmetic()).run(pullback.op().nests(operandShapes), operands);
    }

    @Test
    void edges_times_upstream_sum_to_the_pullback() {
        compare(new Sigmoid(), 1, M23);
        compare(new Relu(), 2, M23);
        compare(new Multiply(), 3, M23, Shape.of(3));
        compare(new Divide(), 4, Shape.of(2, 1), M23);
        compare(MatMul.PLAIN, 5, M23, Shape.of(3, 4));
        compare(MatMul.PLAIN, 6, M23, Shape.of(3));
        compare(new MatMul(true, true), 7, Shape.of(3, 2), Shape.of(4, 3));
        compare(Sum.ALL, 8, M23);
        compare(new Rows(), 9, M23);
        compare(new RowMax(), 10, M23);
    }

    @Test
    void the_edges_of_a_hidden_unit_are_its_column_of_weights() {
        double[][] inputs = {{0.40, 0.45, 0.50, 0.55}, {0.593, 0.597}};
        List<Shape> shapes = List.of(Shape.of(2, 2), Shape.of(2));
        assertThat(Edges.of(MatMul.PLAIN, shapes, (k, e) -> inputs[k][e], 1, 0))
                .containsExactly(new Edge(0, 0.40), new Edge(1, 0.50));
        assertThat(Edges.of(MatMul.PLAIN, shapes, (k, e) -> inputs[k][e], 0, 1)).containsExactly(new Edge(0, 0.597));
    }

    @Test
    void an_edge_that_carries_nothing_is_listed_with_a_local_of_zero() {
        double[] off = {-1, 2, 1};
        assertThat(Edges.of(new Relu(), List.of(Shape.of(3)), (k, e) -> off[e], 0, 0))
                .containsExactly(new Edge(0, 0));
        List<Edge> beaten = Edges.of(new RowMax(), List.of(Shape.of(1, 3)), (k, e) -> off[e], 0, 2);
        assertThat(beaten).containsExactly(new Edge(0, 0));
    }

    @Test
    void an_element_of_a_product_is_a_sum_of_products() {
        double[][] inputs = {{0.15, 0.20, 0.25, 0.30}, {0.05, 0.10}};
        List<Shape> shapes = List.of(Shape.of(2, 2), Shape.of(2));
        Addends addends = Addends.of(MatMul.PLAIN, shapes, (k, e) -> inputs[k][e], 1, 10);
        assertThat(addends.list()).extracting(Addends.Addend::value).containsExactly(0.25 * 0.05, 0.30 * 0.10);
        assertThat(addends.list().get(1).reads())
                .containsExactly(new Addends.Fetched(0, 3, 0.30), new Addends.Fetched(1, 1, 0.10));
    }

    @Test
    void a_long_sum_is_counted_but_not_listed() {
        Addends addends = Addends.of(Sum.ALL, List.of(Shape.of(512, 1024)), (k, e) -> e, 0, 20);
        assertThat(addends.count()).isEqualTo(512 * 1024);
        assertThat(addends.list()).hasSize(20);
    }

    @Test
    void two_hundred_edges_and_elements_of_a_large_product_take_less_than_two_seconds() {
        List<Shape> shapes = List.of(Shape.of(64, 784), Shape.of(784, 128));
        Reading inputs = (k, e) -> e % 7 - 3;
        assertTimeout(
                Duration.ofSeconds(2),
                () -> IntStream.range(0, 200).forEach(i -> {
                    assertThat(Edges.of(MatMul.PLAIN, shapes, inputs, 1, i)).hasSize(64);
                    assertThat(Addends.of(MatMul.PLAIN, shapes, inputs, i, 784).list())
                            .hasSize(784);
                }));
    }
}
