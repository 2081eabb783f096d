package chainstep.graph;

import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One iteration of a network as a straight-line program: forward, backward and update nodes in the order they run.
 *
 * <p>Single assignment makes time travel an index: the state at step i is the values of nodes 0..i.
 */
public final class Program {
    /** A leaf whose next iteration's value is that of another node. */
    public record Carry(int leaf, int next) {}

    private final List<Node> nodes;
    private final List<Carry> carries;
    private final Map<Integer, Integer> nextOf = new HashMap<>();
    private final Set<Integer> carried = new HashSet<>();
    private final Map<String, Integer> names;
    private final Map<Gradients, Integer> gradients;
    private final OptionalInt loss;
    private final long points;
    /** Worked out when first asked for; every thread would find the same. */
    private volatile int[] readers;
    /** The same for the nodes of each name. */
    private volatile Map<String, List<Integer>> versions;

    /** The key of a gradient: ∂of/∂wrt. */
    record Gradients(int of, int wrt) {}

    Program(
            List<Node> nodes,
            List<Carry> carries,
            Map<String, Integer> names,
            Map<Gradients, Integer> gradients,
            OptionalInt loss,
            long points) {
        this.nodes = List.copyOf(nodes);
        this.carries = List.copyOf(carries);
        for (Carry carry : carries) {
            nextOf.putIfAbsent(carry.leaf(), carry.next());
            carried.add(carry.next());
        }
        this.names = Map.copyOf(names);
        this.gradients = new HashMap<>(gradients);
        this.loss = loss;
        this.points = points;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public int size() {
        return nodes.size();
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    public List<Carry> carries() {
        return carries;
    }

    /** The node a name stands for: its latest version. */
    public OptionalInt named(String name) {
        Integer id = names.get(name);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The nodes that a name stands for one after the other: a name given again has several. */
    public List<Integer> versions(String name) {
        if (versions == null) {
            versions = nodes.stream()
                    .filter(node -> !node.name().isEmpty())
                    .collect(Collectors.groupingBy(Node::name, Collectors.mapping(Node::id, Collectors.toList())));
        }
        return versions.getOrDefault(name, List.of());
    }

    /** All names, each with the latest node that bears it. */
    public Map<String, Integer> names() {
        return names;
    }

    /** About how many steps of loops one iteration takes. */
    public long points() {
        return points;
    }

    /** The value minimised, if one is. */
    public OptionalInt loss() {
        return loss;
    }

    /** The node that holds ∂of/∂wrt, if the program computes it. */
    public OptionalInt gradient(int of, int wrt) {
        Integer id = gradients.get(new Gradients(of, wrt));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The node that holds a parameter's (or state's) value for the next iteration. */
    public OptionalInt next(int leaf) {
        Integer next = nextOf.get(leaf);
        return next == null ? OptionalInt.empty() : OptionalInt.of(next);
    }

    /** Whether a node's value is what some leaf holds in the next iteration. */
    public boolean isCarried(int node) {
        return carried.contains(node);
    }

    /** The first value that is computed from a value; the first node of any role that is computed from a gradient. */
    public OptionalInt reader(int id) {
        if (readers == null) {
            readers = firstReaders();
        }
        return readers[id] == 0 ? OptionalInt.empty() : OptionalInt.of(readers[id]);
    }

    /** Node 0 reads nothing, so 0 says none. */
    private int[] firstReaders() {
        int[] first = new int[size()];
        for (int id = size() - 1; id > 0; id--) {
            for (int input : node(id).inputs()) {
                if (node(id).role() instanceof Role.Value
                        || isGradient(node(input).role())) {
                    first[input] = id;
                }
            }
        }
        return first;
    }

    private static boolean isGradient(Role role) {
        return role instanceof Role.Seed || role instanceof Role.Term || role instanceof Role.Total;
    }

    /** The shapes of a node's operands. */
    public List<Shape> operandShapes(Node node) {
        return shapes(nodes, node.inputs());
    }

    static List<Shape> shapes(List<Node> nodes, List<Integer> ids) {
        Shape[] shapes = new Shape[ids.size()];
        Arrays.setAll(shapes, k -> nodes.get(ids.get(k)).shape());
        return List.of(shapes);
    }

    /**
     * This program with one node computed differently; all ids stay, so traces of the two compare node by node.
     *
     * @throws OperandException when {@code op} refuses the operands or would give another shape
     */
    public Program with(int id, Op op, List<Integer> inputs) {
        if (inputs.stream().anyMatch(input -> input < 0 || input >= id)) {
            throw new IllegalArgumentException("node " + id + " cannot read " + inputs);
        }
        Node old = nodes.get(id);
        Shape shape = op.shape(shapes(nodes, inputs));
        if (!shape.equals(old.shape())) {
            throw new OperandException("program.replaced.shape", op.name(), shape, old.shape());
        }
        List<Node> changed = new ArrayList<>(nodes);
        changed.set(id, new Node(id, op, inputs, shape, old.role(), old.phase(), old.name(), old.origin()));
        return new Program(changed, carries, names, gradients, loss, points);
    }

    Map<Gradients, Integer> gradients() {
        return gradients;
    }
}
