package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Ones;
import chainstep.op.Total;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** One alternative while it is written: nodes of the program stand for what the alternative has in their place. */
public final class Draft {
    private static final Formula A = Formula.input(0);
    private static final Formula B = Formula.input(1);

    private final Bench bench;
    private final IntUnaryOperator base;
    private final Map<Integer, Integer> changed = new HashMap<>();

    /** @param base what stands for a node where this alternative changes nothing */
    Draft(Bench bench, IntUnaryOperator base) {
        this.bench = bench;
        this.base = base;
    }

    /** What stands for a node of the program. */
    public int at(int node) {
        Integer now = changed.get(node);
        return now == null ? base.applyAsInt(node) : now;
    }

    void change(int node, int now) {
        if (now != base.applyAsInt(node)) {
            changed.put(node, now);
        }
    }

    boolean changes(int node) {
        return changed.containsKey(node);
    }

    /** Appends an operation on nodes of this draft. */
    public int add(Op op, Integer... inputs) {
        return bench.add(op, List.of(inputs));
    }

    public int add(Op op, List<Integer> inputs) {
        return bench.add(op, inputs);
    }

    /** A formula on each element; operand k is {@code Formula.input(k)}. */
    public int bent(Formula body, Integer... inputs) {
        return add(new Bent(inputs.length, body), inputs);
    }

    public int negate(int node) {
        return bent(Formula.negate(A), node);
    }

    public int scale(double factor, int node) {
        return bent(Formula.multiply(Formula.constant(factor), A), node);
    }

    /** Element by element. */
    public int times(int a, int b) {
        return bent(Formula.multiply(A, B), a, b);
    }

    public int plus(int a, int b) {
        return bent(Formula.add(A, B), a, b);
    }

    public int minus(int a, int b) {
        return bent(Formula.subtract(A, B), a, b);
    }

    public int ones(Shape shape) {
        return add(new Ones(shape));
    }

    public int zeros(Shape shape) {
        return constant(Tensor.full(shape, 0));
    }

    public int constant(Tensor value) {
        return bench.constant(value);
    }

    public int number(double value) {
        return constant(Tensor.scalar(value));
    }

    /** A sum of nodes of one shape. */
    public int total(List<Integer> terms) {
        return terms.size() == 1 ? terms.get(0) : add(new Total(), terms);
    }

    /** A node of this draft. */
    public Node made(int id) {
        return bench.node(id);
    }

    public Shape shape(int id) {
        return bench.node(id).shape();
    }

    /** A node of the program once more, with one of the nodes it reads replaced wherever it reads it. */
    public int reading(Node node, int old, int now) {
        List<Integer> inputs = new ArrayList<>();
        node.inputs().forEach(input -> inputs.add(input == old ? now : at(input)));
        return add(node.op(), inputs);
    }

    /** A node of the program once more, with operand {@code operand} replaced. */
    public int with(Node node, int operand, int now) {
        List<Integer> inputs = operands(node);
        inputs.set(operand, now);
        return add(node.op(), inputs);
    }

    /** Another operation on what a node reads. */
    public int instead(Node node, Op op) {
        return add(op, operands(node));
    }

    /** What a node reads, in this draft. */
    public List<Integer> operands(Node node) {
        List<Integer> inputs = new ArrayList<>();
        node.inputs().forEach(input -> inputs.add(at(input)));
        return inputs;
    }

    /** A node's value with these elements only, the others 0. */
    public int only(int node, int... elements) {
        double[] kept = new double[shape(node).size()];
        Arrays.stream(elements).forEach(element -> kept[element] = 1);
        return times(node, constant(Tensor.of(shape(node), kept)));
    }

    /** A value computed again with another one in place of a node that it depends on. */
    public int again(Ground ground, int of, int node, int now) {
        Map<Integer, Integer> moved = new HashMap<>(Map.of(node, now));
        for (int id = node + 1; id <= of; id++) {
            Node next = ground.node(id);
            if (next.inputs().stream().anyMatch(moved::containsKey)) {
                List<Integer> inputs = next.inputs().stream()
                        .map(input -> moved.containsKey(input) ? moved.get(input) : Integer.valueOf(at(input)))
                        .toList();
                moved.put(id, add(next.op(), inputs));
            }
        }
        return moved.containsKey(of) ? moved.get(of) : at(of);
    }
}
