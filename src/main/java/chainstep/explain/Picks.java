package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.op.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The inner values that brackets take out of a value, w[0] or x[1:]: no new values to a reader, each number keeps its name, w₁.
 *
 * <p>The gradient by such a pick is the whole's share by these elements; put at its place it is one term of the gradient by the
 * whole, which nobody calculates on paper: it is no step of its own.
 */
final class Picks {
    private final Program program;
    private final Names names;

    /** Worked out when first asked for. */
    private final Map<Integer, List<Integer>> readers = new HashMap<>();

    Picks(Program program, Names names) {
        this.program = program;
        this.names = names;
    }

    /** Whether a value without a name of its own was taken out of another by brackets. */
    boolean isPick(int id) {
        Node node = program.node(id);
        return node.op() instanceof Slice
                && node.role() instanceof Role.Value
                && names.letters(id).isEmpty();
    }

    /** Whether it is a single number taken out. */
    boolean isElement(int id) {
        return isPick(id) && program.node(id).shape().isScalar();
    }

    /** What it was taken out of. */
    int whole(int pick) {
        return program.node(pick).inputs().get(0);
    }

    /** Whether a gradient is a pick's put at its place, with others to be added to it. */
    boolean isPlaced(Node node) {
        return node.role() instanceof Role.Term term
                && node.name().isEmpty()
                && isPick(term.through())
                && program.gradient(term.of(), term.wrt()).orElse(-1) != node.id();
    }

    /** Whether a number of a pick's gradient put at its place is one of the zeros around it. */
    boolean isPadding(Node node, int element) {
        return isPlaced(node)
                && place(((Role.Term) node.role()).through(), element).isEmpty();
    }

    /** The terms of a gradient, of which those put at their places come in the order in which they were taken from there, place by place. */
    List<Integer> ordered(List<Integer> terms) {
        return ordered(program, terms, term -> isPlaced(program.node(term)));
    }

    /** @param which of the terms may change their places */
    static List<Integer> ordered(Program program, List<Integer> terms, IntPredicate which) {
        IntPredicate placed = id -> which.test(id)
                && program.node(id).role() instanceof Role.Term term
                && program.node(term.through()).op() instanceof Slice;
        List<Integer> through = terms.stream()
                .filter(placed::test)
                .map(id -> ((Role.Term) program.node(id).role()).through())
                .sorted()
                .toList();
        Map<Op, Integer> first = new HashMap<>();
        through.forEach(pick -> first.putIfAbsent(program.node(pick).op(), pick));
        Iterator<Integer> sorted = terms.stream()
                .filter(placed::test)
                .sorted(Comparator.comparing(id -> ((Role.Term) program.node(id).role()).through()))
                .sorted(Comparator.comparing(id ->
                        first.get(program.node(((Role.Term) program.node(id).role()).through())
                                .op())))
                .iterator();
        return terms.stream()
                .map(term -> placed.test(term) ? sorted.next() : term)
                .toList();
    }

    /** The index in the whole of one number of a pick. */
    int[] index(int pick, int[] index) {
        return index(slice(pick), index);
    }

    static int[] index(Slice slice, int[] index) {
        int loop = 0;
        int axis = 0;
        int[] found = new int[axes(slice).size()];
        for (Slice.Pick each : slice.picks()) {
            if (each instanceof Slice.At at) {
                found[axis++] = at.index();
            } else if (each instanceof Slice.Every every) {
                found[axis++] = every.start() + every.step() * index[loop++];
            } else {
                loop++;
            }
        }
        return found;
    }

    /** Where in a pick one element of the whole is; empty where it was not taken. */
    OptionalInt place(int pick, int element) {
        Shape shape = program.node(pick).shape();
        int[] whole = program.node(whole(pick)).shape().index(element);
        int[] index = new int[shape.rank()];
        int loop = 0;
        int axis = 0;
        for (Slice.Pick each : slice(pick).picks()) {
            if (each instanceof Slice.NewAxis) {
                loop++;
            } else if (!holds(each, whole[axis])) {
                return OptionalInt.empty();
            } else if (each instanceof Slice.Every every) {
                index[loop++] = (whole[axis++] - every.start()) / every.step();
            } else {
                axis++;
            }
        }
        return OptionalInt.of(shape.offset(index));
    }

    /** Whether two picks of one value have an element in common. */
    boolean overlap(int one, int other) {
        List<Slice.Pick> a = axes(slice(one));
        List<Slice.Pick> b = axes(slice(other));
        for (int axis = 0; axis < a.size(); axis++) {
            if (!overlap(a.get(axis), b.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** How often an element of a value is used. */
    long uses(int whole, int element) {
        return readers(whole).stream()
                .filter(reader -> !isSlice(reader) || place(reader, element).isPresent())
                .count();
    }

    /** How often a value is used in such a way that a pick of it has a part in it. */
    long uses(int pick) {
        return readers(whole(pick)).stream()
                .filter(reader -> meets(reader, pick))
                .count();
    }

    /** Whether what reads a value reads in it some number that a pick of it takes. */
    boolean meets(int reader, int pick) {
        return !isSlice(reader) || overlap(reader, pick);
    }

    /** The values computed from a value, each as often as it reads it. */
    private List<Integer> readers(int whole) {
        if (readers.isEmpty()) {
            for (Node node : program.nodes()) {
                if (node.role() instanceof Role.Value) {
                    node.inputs()
                            .forEach(input -> readers.computeIfAbsent(input, key -> new ArrayList<>())
                                    .add(node.id()));
                }
            }
        }
        return readers.getOrDefault(whole, List.of());
    }

    private boolean isSlice(int id) {
        return program.node(id).op() instanceof Slice;
    }

    private Slice slice(int pick) {
        return (Slice) program.node(pick).op();
    }

    private static List<Slice.Pick> axes(Slice slice) {
        return slice.picks().stream()
                .filter(each -> !(each instanceof Slice.NewAxis))
                .toList();
    }

    private static boolean overlap(Slice.Pick a, Slice.Pick b) {
        if (a instanceof Slice.At at) {
            return holds(b, at.index());
        }
        Slice.Every every = (Slice.Every) a;
        return IntStream.range(0, every.extent()).anyMatch(k -> holds(b, every.start() + k * every.step()));
    }

    private static boolean holds(Slice.Pick pick, int index) {
        if (pick instanceof Slice.At at) {
            return at.index() == index;
        }
        Slice.Every every = (Slice.Every) pick;
        int from = index - every.start();
        return from % every.step() == 0 && from / every.step() >= 0 && from / every.step() < every.extent();
    }
}
