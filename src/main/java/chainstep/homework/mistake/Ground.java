package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.lang.Unrolled;
import chainstep.math.Fn;
import chainstep.math.Tensor;
import chainstep.op.Alias;
import chainstep.op.Elementwise;
import chainstep.op.Multiply;
import chainstep.op.Slice;
import chainstep.run.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** A worked program seen from one answer: what the answer is computed from, and what each node is to the others. */
public final class Ground {
    private static final Set<String> ACTIVATIONS = Set.of(
            "sigmoid",
            "tanh",
            "relu",
            "leaky_relu",
            "elu",
            "softplus",
            "gelu",
            "silu",
            "step",
            "sign",
            "exp",
            "log",
            "sqrt",
            "sin",
            "cos",
            "abs");

    /** In so many operations an activation is spelled out at most. */
    private static final int LONGEST = 8;

    private final Program program;
    private final Trace trace;
    private final int target;
    private final int own;
    private final int asked;
    private final int[] distance;
    private final BitSet cone = new BitSet();
    private final List<List<Integer>> readers = new ArrayList<>();
    private final BitSet given = new BitSet();
    private final List<List<Layers.Unit>> layers;
    private final List<Node> products;
    private final Map<Integer, Integer> origins = new HashMap<>();
    private final Map<Way, Integer> ways = new HashMap<>();
    private final Copies copies;

    /** A gradient, of what and by what. */
    private record Way(int of, int by) {}

    /**
     * @param trace the exact values
     * @param target the node of the answer
     * @param own how many nodes the model has
     * @param later the nodes behind it that compute a later iteration
     */
    Ground(Trace trace, int target, int own, Map<Integer, Unrolled> later) {
        this.copies = new Copies(trace.program(), later);
        this.program = trace.program();
        this.trace = trace;
        this.target = target;
        this.own = own;
        this.distance = new int[program.size()];
        Arrays.fill(distance, Integer.MAX_VALUE);
        program.nodes().forEach(node -> readers.add(new ArrayList<>()));
        program.nodes()
                .forEach(node -> new TreeSet<>(node.inputs())
                        .forEach(input -> readers.get(input).add(node.id())));
        this.asked = found();
        measure();
        cone.stream().filter(id -> id >= own).forEach(this::enter);
        program.nodes().stream().filter(this::holds).forEach(node -> given.set(node.id()));
        origins();
        this.layers = Layers.of(this);
        this.products = program.nodes().subList(0, own).stream()
                .filter(node -> isForward(node) && node.op() instanceof Multiply)
                .filter(node -> node.inputs().stream().allMatch(input -> isActivation(node(input))))
                .toList();
    }

    /** Whether a node is a leaf, or computed from constants alone. */
    private boolean holds(Node node) {
        return node.isLeaf()
                || node.inputs().stream()
                        .allMatch(input -> given.get(input)
                                && !node(input).isLeaf(Leaf.Kind.PARAM)
                                && !node(input).isLeaf(Leaf.Kind.INPUT)
                                && !node(input).isLeaf(Leaf.Kind.TARGET)
                                && !node(input).isLeaf(Leaf.Kind.STATE));
    }

    /** Finds, for what is computed again behind the model with updated values, which of the model's nodes it is. */
    private void origins() {
        Map<List<Object>, Integer> known = new HashMap<>();
        Map<Integer, Integer> leaves = new HashMap<>();
        program.carries().forEach(carry -> leaves.putIfAbsent(carry.next(), carry.leaf()));
        for (Node node : program.nodes()) {
            List<Integer> read = new ArrayList<>();
            for (int input : node.inputs()) {
                read.add(node.id() < own ? input : origins.getOrDefault(input, leaves.getOrDefault(input, input)));
            }
            if (node.id() < own) {
                known.putIfAbsent(List.of(node.op(), read), node.id());
            } else if (!node.isLeaf() && known.containsKey(List.of(node.op(), read))) {
                origins.put(node.id(), known.get(List.of(node.op(), read)));
            }
        }
        copies.all().forEach((id, what) -> origins.put(id, what.node()));
    }

    /** What a node is that computes a later iteration. */
    public Optional<Unrolled> later(int id) {
        return copies.later(id);
    }

    /** What stands for a node of the model in an iteration; empty where the answer needs no such value. */
    public OptionalInt at(int iteration, int id) {
        return copies.at(iteration, id);
    }

    /** The node that computes the same in the model, of a node that computes it again with updated values. */
    public OptionalInt origin(int id) {
        return origins.containsKey(id) ? OptionalInt.of(origins.get(id)) : OptionalInt.empty();
    }

    /** Whether a value is given: a leaf, or computed from constants alone. */
    public boolean isGiven(int id) {
        return given.get(id);
    }

    private void measure() {
        Deque<Integer> next = new ArrayDeque<>(List.of(target));
        distance[target] = 0;
        while (!next.isEmpty()) {
            int id = next.remove();
            cone.set(id);
            for (int input : node(id).inputs()) {
                if (distance[input] == Integer.MAX_VALUE) {
                    distance[input] = distance[id] + (node(id).op() instanceof Alias ? 0 : 1);
                    next.add(input);
                }
            }
        }
    }

    public Program program() {
        return program;
    }

    /** The node of the answer. */
    public int target() {
        return target;
    }

    /** The node that the answer is, or that it but picks elements of. */
    private int found() {
        int id = target;
        while (id >= own && node(id).op() instanceof Slice) {
            id = node(id).inputs().get(0);
        }
        return id;
    }

    /** Whether a node is what is asked for, or what that is picked out of. */
    public boolean isAsked(Node node) {
        return node.id() == asked;
    }

    public boolean isTarget(Node node) {
        return node.id() == target;
    }

    /** How many nodes the model has; those behind compute what is asked. */
    public int own() {
        return own;
    }

    public Node node(int id) {
        return program.node(id);
    }

    /** Whether the answer is computed from a node. */
    public boolean reaches(int id) {
        return cone.get(id);
    }

    /** The nodes that the answer is computed from, itself included. */
    BitSet cone() {
        return (BitSet) cone.clone();
    }

    /** How many operations lie between a node and the answer. */
    public int distance(int id) {
        return distance[id];
    }

    /** The nodes that read a node, each once. */
    public List<Integer> readers(int id) {
        return readers.get(id);
    }

    public double value(int id, int element) {
        return trace.get(id, element);
    }

    public Tensor value(int id) {
        return trace.value(id);
    }

    /** Whether a node is a number of the rule itself: a literal, a constant of one number, or computed from such. */
    public boolean isNumber(int id) {
        Node node = node(id);
        boolean constant = node.isLeaf(Leaf.Kind.CONST) || !node.isLeaf() && given.get(id);
        return node.isLeaf(Leaf.Kind.LITERAL) || constant && node.shape().size() == 1;
    }

    public boolean isNumber(int id, double value) {
        return isNumber(id) && node(id).shape().size() == 1 && value(id, 0) == value;
    }

    /** Whether a node is part of the backward pass. */
    public boolean isBackward(Node node) {
        return node.phase() == Phase.BACKWARD && !node.isLeaf() || isGradient(node);
    }

    public boolean isGradient(Node node) {
        return node.role() instanceof Role.Term
                || node.role() instanceof Role.Total
                || node.role() instanceof Role.Seed;
    }

    /** Whether a node computes a value of the model, not a gradient or an update. */
    public boolean isForward(Node node) {
        return node.role() instanceof Role.Value && !node.isLeaf();
    }

    /** What a gradient's node is the gradient by. */
    public OptionalInt by(Node gradient) {
        if (gradient.role() instanceof Role.Term term) {
            return OptionalInt.of(term.wrt());
        }
        return gradient.role() instanceof Role.Total total ? OptionalInt.of(total.wrt()) : OptionalInt.empty();
    }

    /** The products of two activations: gates. */
    List<Node> products() {
        return products;
    }

    /** The layers of a network written number by number. */
    List<List<Layers.Unit>> layers() {
        return layers;
    }

    /** What a gradient is the gradient of. */
    int loss(int gradient) {
        Role role = node(gradient).role();
        return role instanceof Role.Term term
                ? term.of()
                : role instanceof Role.Total total ? total.of() : ((Role.Seed) role).of();
    }

    /** Takes down a gradient that only the answer needs: a local derivative is none of the program's own. */
    private void enter(int id) {
        Role role = node(id).role();
        if (role instanceof Role.Seed seed) {
            ways.put(new Way(seed.of(), seed.of()), id);
        } else if (role instanceof Role.Term term) {
            ways.putIfAbsent(new Way(term.of(), term.wrt()), id);
        } else if (role instanceof Role.Total total) {
            ways.put(new Way(total.of(), total.wrt()), id);
        }
    }

    /** The node of ∂of/∂by. */
    public OptionalInt gradient(int of, int by) {
        Integer own = ways.get(new Way(of, by));
        return own == null ? program.gradient(of, by) : OptionalInt.of(own);
    }

    /** Whether a node is a value that a reader knows by its name: one of the source, a whole gradient of one, a new parameter. */
    boolean isTold(int id) {
        Node node = node(id);
        if (id == target
                || isAsked(node)
                || node.isNamed()
                || later(id).filter(one -> isTold(one.node())).isPresent()) {
            return true;
        } else if (node.role() instanceof Role.Term term) {
            return node(term.wrt()).isNamed() && gradient(term.of(), term.wrt()).orElse(-1) == id;
        } else if (node.role() instanceof Role.Total total) {
            return node(total.wrt()).isNamed();
        }
        return node.role() instanceof Role.Update update && update.part().equals("new");
    }

    /** The link of the chain that a node computes. */
    public Optional<Link> link(Node node) {
        if (!(node.role() instanceof Role.Term term)) {
            return Optional.empty();
        }
        Node through = node(term.through());
        if (term.operand() >= through.inputs().size()) {
            return Optional.empty();
        }
        OptionalInt upstream = gradient(term.of(), term.through());
        return upstream.isPresent()
                ? Optional.of(new Link(node, through, term.operand(), upstream.getAsInt()))
                : Optional.empty();
    }

    /** The activation that a node goes back through. */
    public Optional<Bend> bend(Node node) {
        Optional<Link> link = link(node);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        Link found = link.get();
        if (isActivation(found.through()) && !found.through().op().name().equals("exp")) {
            Formula body = ((Elementwise) found.through().op()).body();
            return Optional.of(new Bend(
                    node.id(), found.upstream(), found.by(), found.through().id(), body, false));
        }
        return spelled(found);
    }

    /** Whether a node is a function of one operand, number by number, that is known by a name. */
    public boolean isActivation(Node node) {
        return node.op() instanceof Elementwise one && one.arity() == 1 && ACTIVATIONS.contains(one.name());
    }

    /** σ or tanh spelled out in operations on one value and numbers, from the value that a link leads to. */
    private Optional<Bend> spelled(Link link) {
        int of = ((Role.Term) link.term().role()).of();
        Formula function = Formula.input(0);
        int at = link.by();
        for (int steps = 0; steps < LONGEST; steps++) {
            List<Integer> next = readers(at).stream()
                    .filter(reader ->
                            isForward(node(reader)) && gradient(of, reader).isPresent())
                    .toList();
            Optional<Formula> on = next.size() == 1 ? alone(node(next.get(0)), at, function) : Optional.empty();
            if (on.isEmpty()) {
                return Optional.empty();
            }
            function = on.get();
            at = next.get(0);
            for (Fn known : List.of(Fn.SIGMOID, Fn.TANH)) {
                Formula named = Formula.apply(known, Formula.input(0));
                if (Samples.equal(function, named)) {
                    int upstream = gradient(of, at).getAsInt();
                    return Optional.of(new Bend(link.term().id(), upstream, link.by(), at, named, true));
                }
            }
        }
        return Optional.empty();
    }

    /** The formula of a node in one of its operands, the others numbers. */
    private Optional<Formula> alone(Node node, int operand, Formula inner) {
        if (!(node.op() instanceof Elementwise op)) {
            return Optional.empty();
        }
        Formula body = op.body();
        for (int k = 0; k < node.inputs().size(); k++) {
            int input = node.inputs().get(k);
            if (input != operand && (!isNumber(input) || node(input).shape().size() != 1)) {
                return Optional.empty();
            }
        }
        Formula[] parts = new Formula[node.inputs().size()];
        for (int k = 0; k < parts.length; k++) {
            int input = node.inputs().get(k);
            parts[k] = input == operand ? inner : Formula.constant(value(input, 0));
        }
        return Optional.of(Samples.put(body, parts));
    }
}
