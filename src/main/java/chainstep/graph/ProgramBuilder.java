package chainstep.graph;

import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Writes a {@link Program}, node after node. Mutable; used by one thread, then thrown away.
 *
 * <p>{@link #at} and {@link #phase} set what the nodes added next are marked with.
 */
public final class ProgramBuilder {
    /** The most numbers one program may hold in all its nodes: 2²⁶, 512 MB of float64. */
    public static final long MAX_ELEMENTS = 1L << 26;

    /** The most nodes of one program. */
    public static final int MAX_NODES = 100_000;

    /** The most steps of loops that one iteration may take: 2³⁴, minutes of arithmetic. */
    public static final long MAX_POINTS = 1L << 34;

    /** The most steps of loops that one operation may take: 2³², a few seconds, in which nothing can be broken off. */
    public static final long MAX_STEPS = 1L << 32;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Program.Carry> carries = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Program.Gradients, Integer> gradients = new HashMap<>();
    private OptionalInt loss = OptionalInt.empty();
    private Origin origin = Origin.NONE;
    private Phase phase = Phase.FORWARD;
    private long elements;
    private long points;

    public ProgramBuilder() {}

    /** A builder that goes on where {@code program} ends: its nodes keep their ids. */
    public ProgramBuilder(Program program) {
        nodes.addAll(program.nodes());
        carries.addAll(program.carries());
        names.putAll(program.names());
        gradients.putAll(program.gradients());
        loss = program.loss();
        points = program.points();
        elements = nodes.stream().mapToLong(node -> node.shape().size()).sum();
        phase = nodes.isEmpty() ? Phase.FORWARD : nodes.get(nodes.size() - 1).phase();
    }

    /** Marks the nodes added from now on with this place in the source. */
    public ProgramBuilder at(Origin place) {
        origin = place;
        return this;
    }

    /** Marks the nodes added from now on with this phase. */
    public ProgramBuilder phase(Phase part) {
        phase = part;
        return this;
    }

    public Phase phase() {
        return phase;
    }

    /** Adds a leaf and returns its id. */
    public int leaf(Leaf.Kind kind, Supply supply) {
        return add(new Leaf(kind, supply), List.of(), Role.VALUE);
    }

    /** Adds a number written inside an expression. */
    public int literal(Rational value) {
        return leaf(Leaf.Kind.LITERAL, Fixed.scalar(value));
    }

    /** Adds a value computed from values. */
    public int apply(Op op, Integer... inputs) {
        return add(op, List.of(inputs), Role.VALUE);
    }

    /**
     * Adds a node and returns its id.
     *
     * @throws OperandException when the operation refuses its operands, or the program grows beyond {@link #MAX_ELEMENTS},
     *     {@link #MAX_NODES}, {@link #MAX_STEPS} or {@link #MAX_POINTS}
     */
    public int add(Op op, List<Integer> inputs, Role role) {
        List<Shape> shapes = Program.shapes(nodes, inputs);
        Shape shape = op.shape(shapes);
        int id = nodes.size();
        if (elements + shape.size() > MAX_ELEMENTS) {
            throw new OperandException("program.large", elements + shape.size(), MAX_ELEMENTS);
        } else if (id == MAX_NODES) {
            throw new OperandException("program.nodes", MAX_NODES);
        }
        long steps = Work.of(op, shapes, shape);
        if (steps > MAX_STEPS) {
            throw new OperandException("operation.points", op.name(), steps, MAX_STEPS);
        } else if (points + steps > MAX_POINTS) {
            throw new OperandException("program.points", points + steps, MAX_POINTS);
        }
        elements += shape.size();
        points += steps;
        nodes.add(new Node(id, op, inputs, shape, role, phase, "", origin));
        return id;
    }

    /** Names a node the user's way; a name given again stands for the new node. */
    public void name(int id, String name) {
        nodes.set(id, nodes.get(id).withName(name));
        names.put(name, id);
    }

    /** Makes {@code next} the value of {@code leaf} in the next iteration. */
    public void carry(int leaf, int next) {
        carries.add(new Program.Carry(leaf, next));
    }

    /** Says which value is minimised. */
    public void minimise(int id) {
        loss = OptionalInt.of(id);
    }

    /** Records which node holds ∂of/∂wrt. */
    public void gradient(int of, int wrt, int id) {
        gradients.put(new Program.Gradients(of, wrt), id);
    }

    /** The node that holds ∂of/∂wrt, if one was recorded. */
    public OptionalInt gradient(int of, int wrt) {
        Integer id = gradients.get(new Program.Gradients(of, wrt));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    /** The shapes of a node's operands. */
    public List<Shape> operandShapes(Node node) {
        return Program.shapes(nodes, node.inputs());
    }

    public int size() {
        return nodes.size();
    }

    public OptionalInt named(String name) {
        Integer id = names.get(name);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    public Map<String, Integer> names() {
        return Map.copyOf(names);
    }

    /** The program written so far. */
    public Program build() {
        return new Program(nodes, carries, names, gradients, loss, points);
    }
}
