package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.OperandException;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.math.Digits;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes one answer with every known mistake, one at a time, behind the worked program. Mutable; thrown away when all is written.
 *
 * <p>What was answered whole stays as it was answered: no mistake before it reaches what comes after.
 */
final class Writing {
    /** The most nodes appended for one answer; sites nearest to it come first. */
    private static final int MOST_NODES = 40_000;

    /** The most numbers appended for one answer. */
    private static final long MOST_NUMBERS = 1L << 21;

    private final Ground ground;
    private final Bench bench;
    private final Map<Integer, Integer> base = new HashMap<>();
    private final Map<Integer, Integer> leaves = new TreeMap<>();
    private final Map<Integer, BitSet> behind = new HashMap<>();
    private final Answered answered;
    private final Optional<Shape> misfit;
    private final List<Alternative> all = new ArrayList<>();

    private Writing(Ground ground, Answered answered, Worked worked) {
        this(ground, answered, worked, Phase.UPDATE, Optional.empty());
    }

    /** @param misfit the shape that the answer has in place of its own */
    private Writing(Ground ground, Answered answered, Worked worked, Phase phase, Optional<Shape> misfit) {
        this.ground = ground;
        this.answered = answered;
        this.misfit = misfit;
        this.bench = new Bench(worked.program(), phase);
        answered.elements()
                .keySet()
                .forEach(id -> leaves.put(id, bench.held(ground.node(id).shape())));
        lay();
    }

    /**
     * All alternatives of an answer, ready to be computed.
     *
     * @param misfit the shape that the answer has in place of its own: then only what gives that
     */
    static Alternatives of(
            Worked worked, Ground ground, Answered answered, List<Mistake> mistakes, Optional<Shape> misfit) {
        Writing writing = new Writing(ground, answered, worked, Phase.UPDATE, misfit);
        boolean cut = writing.write(mistakes);
        Program program = writing.bench.program();
        int[] nodes = writing.all.stream().mapToInt(Alternative::node).toArray();
        if (answered.isEmpty()) {
            return new Alternatives(writing.all, cut, new Exact(worked.trace(), program, nodes));
        }
        Replies replies = new Replies(program, answered, Map.copyOf(writing.leaves), nodes);
        return new Alternatives(writing.all, cut, replies);
    }

    /**
     * One alternative, written behind the worked program by itself.
     *
     * @param from the values to work it from
     */
    static Retraced retraced(
            Worked worked, Ground ground, Alternative alternative, Trace from, Optional<Shape> misfit) {
        Phase phase = ground.node(alternative.nearest().site()).phase();
        Writing writing = new Writing(ground, Answered.NOTHING, worked, phase, misfit);
        Draft draft = writing.drafted(alternative.changes());
        Trace slipped = Evaluator.extend(from, writing.bench.program());
        int site = alternative.nearest().site();
        List<Retraced.Step> after = writing.behind(site).stream()
                .filter(id -> id != site && draft.changes(id) && ground.isTold(id))
                .mapToObj(id -> new Retraced.Step(id, draft.at(id)))
                .toList();
        return new Retraced(worked.trace(), slipped, new Retraced.Step(site, draft.at(site)), after);
    }

    /** Whether an alternative changes a number that a student has right: it cannot have been made there. */
    static boolean isGainsaid(Worked worked, Ground ground, Alternative alternative, Map<Place, Digits> earlier) {
        if (alternative.nearest().site() == ground.target()) {
            return false;
        }
        Writing writing = new Writing(ground, Answered.NOTHING, worked);
        Draft draft = writing.drafted(alternative.changes());
        List<Place> moved = earlier.keySet().stream()
                .filter(place -> place.node() != ground.target() && draft.changes(place.node()))
                .toList();
        if (moved.isEmpty()) {
            return false;
        }
        Trace slipped = Evaluator.extend(worked.trace(), writing.bench.program());
        return moved.stream().anyMatch(place -> {
            Digits written = earlier.get(place);
            return written.covers(ground.value(place.node(), place.element()))
                    && !written.covers(slipped.get(draft.at(place.node()), place.element()));
        });
    }

    /** The worked values, those that were answered and what depends on them as a student has them. */
    static Trace theirs(Worked worked, Ground ground, Answered answered, Map<Place, Digits> earlier) {
        Writing writing = new Writing(ground, answered, worked);
        List<Integer> nodes = writing.base.keySet().stream()
                .filter(id -> !ground.node(id).isLeaf())
                .toList();
        int[] stands = nodes.stream().mapToInt(writing::base).toArray();
        List<Yielded> values = new Replies(writing.bench.program(), answered, writing.leaves, stands).from(earlier);
        Map<Integer, Tensor> others = new HashMap<>();
        for (int k = 0; k < stands.length; k++) {
            others.put(nodes.get(k), values.get(k).value());
        }
        return worked.trace().with(others);
    }

    /** What stands for each node that depends on what was answered. */
    private void lay() {
        if (answered.isEmpty()) {
            return;
        }
        BitSet todo = new BitSet();
        leaves.keySet().forEach(id -> todo.or(behind(id)));
        Draft draft = new Draft(bench, id -> id);
        for (int id = todo.nextSetBit(0); id >= 0; id = todo.nextSetBit(id + 1)) {
            Node node = ground.node(id);
            int now = node.isLeaf() ? id : bench.add(node.op(), draft.operands(node));
            draft.change(id, held(id, now));
            base.put(id, draft.at(id));
        }
    }

    /** A node with the elements that were answered. */
    private int held(int id, int now) {
        List<Integer> elements = answered.elements().get(id);
        if (elements == null) {
            return now;
        }
        return isWhole(id) ? leaves.get(id) : bench.add(new Held(elements), List.of(now, leaves.get(id)));
    }

    /** Whether all of a node was answered. */
    private boolean isWhole(int id) {
        List<Integer> elements = answered.elements().get(id);
        return elements != null && elements.size() == ground.node(id).shape().size();
    }

    private int base(int id) {
        return base.getOrDefault(id, id);
    }

    /** The nodes between a node and the answer, both included. */
    private BitSet behind(int site) {
        return behind.computeIfAbsent(site, from -> {
            BitSet cone = ground.cone();
            BitSet found = new BitSet();
            found.set(from);
            for (int id = from; id >= 0; id = found.nextSetBit(id + 1)) {
                for (int reader : ground.readers(id)) {
                    if (cone.get(reader)) {
                        found.set(reader);
                    }
                }
            }
            return found;
        });
    }

    /** Writes all alternatives, nearest sites first; whether some had to be left out. */
    private boolean write(List<Mistake> mistakes) {
        List<Change> changes = changes(mistakes);
        Map<List<Object>, List<Change>> together = new LinkedHashMap<>();
        for (Change change : changes) {
            if (misfit.isEmpty() && !change.kind().isEmpty()) {
                together.computeIfAbsent(List.of(change.mistake(), change.kind()), key -> new ArrayList<>())
                        .add(change);
            }
        }
        List<List<Change>> tries = new ArrayList<>();
        changes.stream().filter(Change::isSingle).forEach(change -> tries.add(List.of(change)));
        together.values().stream()
                .filter(group -> group.size() > 1 || !group.get(0).isSingle())
                .forEach(tries::add);
        tries.sort(Comparator.comparingInt(this::cost));
        for (List<Change> one : tries) {
            if (bench.builder().size() > ground.program().size() + MOST_NODES || bench.numbers() > MOST_NUMBERS) {
                return true;
            }
            tryOut(one);
        }
        return false;
    }

    /** Whether a node may come in this shape. */
    private boolean fits(Node node, Shape shape) {
        if (node.id() != ground.target()) {
            return shape.equals(node.shape());
        }
        return misfit.map(shape::isLike).orElse(shape.size() == node.shape().size());
    }

    private List<Change> changes(List<Mistake> mistakes) {
        Suspects suspects = new Suspects();
        BitSet cone = reachable();
        List<Integer> sites = cone.stream()
                .boxed()
                .sorted(Comparator.comparingInt(ground::distance).thenComparing(Comparator.reverseOrder()))
                .toList();
        for (int id : sites) {
            for (Mistake mistake : mistakes) {
                suspects.of(mistake);
                mistake.suspect(ground, ground.node(id), suspects);
            }
        }
        return suspects.changes().stream()
                .filter(change -> cone.get(change.site()))
                .filter(change -> misfit.isEmpty() || change.site() == ground.target())
                .toList();
    }

    /** The nodes that the answer is computed from with nothing between that was answered whole. */
    private BitSet reachable() {
        BitSet found = new BitSet();
        found.set(ground.target());
        for (int id = ground.target(); id >= 0; id = found.previousSetBit(id - 1)) {
            if (isWhole(id)) {
                found.clear(id);
            } else {
                ground.node(id).inputs().forEach(found::set);
            }
        }
        return found;
    }

    private int cost(List<Change> changes) {
        Change nearest = changes.get(0);
        int many = changes.size() == 1 ? 0 : 1;
        return 4 * nearest.mistake().rarity() + ground.distance(nearest.site()) + many;
    }

    private void tryOut(List<Change> changes) {
        try {
            int node = written(changes);
            if (node != base(ground.target())) {
                all.add(new Alternative(changes, node, cost(changes)));
            }
        } catch (OperandException misfit) {
            // such a mistake cannot be made here: the shapes do not allow it
            assert misfit.key() != null;
        }
    }

    private int written(List<Change> changes) {
        return drafted(changes).at(ground.target());
    }

    /** What stands for each node where these changes are made. */
    private Draft drafted(List<Change> changes) {
        Map<Integer, Change> at = new HashMap<>();
        BitSet todo = new BitSet();
        for (Change change : changes) {
            at.putIfAbsent(change.site(), change);
            todo.or(behind(change.site()));
        }
        Draft draft = new Draft(bench, this::base);
        for (int id = todo.nextSetBit(0); id >= 0; id = todo.nextSetBit(id + 1)) {
            Change change = at.get(id);
            Node node = ground.node(id);
            if (change != null) {
                int now = change.instead().applyAsInt(draft);
                if (!fits(node, draft.shape(now))) {
                    throw new OperandException(
                            "program.replaced.shape", node.op().name(), draft.shape(now), node.shape());
                }
                draft.change(id, held(id, now));
            } else if (node.inputs().stream().anyMatch(draft::changes)) {
                draft.change(id, held(id, bench.add(node.op(), draft.operands(node))));
            }
        }
        return draft;
    }
}
