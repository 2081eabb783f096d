package chainstep.homework.mark;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.homework.Place;
import chainstep.math.Digits;
import chainstep.math.Rational;
import chainstep.op.Multiply;
import chainstep.op.Slice;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A formula with values in place of the numbers that were put in for them: 0.0364·h1·(1−h1) is ∂E/∂h1·h1·(1−h1) where ∂E/∂h1 is
 * 0.0363503. Any number may have been put in, or belong there.
 */
final class Substitutions {
    /** So many ways are tried, the fewest values first. */
    private static final int MOST = 128;

    private static final int LARGEST = 64;

    /** So many units of its last digit a number of the student's own may be off by the rounding of those before it. */
    private static final int DRIFT = 5;

    /**
     * A value that a number may stand for.
     *
     * @param factor what it is multiplied by: −1 where the number is its negative; another where two numbers beside each other became
     *     one, as 0.5·0.139 does in w − 0.5·0.139·h
     * @param text the number that was put in, as written
     */
    private record Choice(Place place, Rational factor, String text) {}

    /**
     * A formula with values for some numbers.
     *
     * @param node its own
     * @param places the values
     * @param kept the numbers that are left, as they are written
     */
    record Way(Trace trace, int node, List<Place> places, List<String> kept) {}

    private final Map<Place, Digits> own;
    private final Trace known;
    private final Mentions mentions;
    private final Trace trace;
    private final Program program;
    private final int node;
    private final Map<Integer, List<Choice>> choices = new HashMap<>();

    /**
     * @param known the trace of the exercise
     * @param asked the node that the question asks
     * @param node the formula's, in a trace that goes on from where what it names ends
     * @param own the student's numbers, each of which may have been rounded on the way
     */
    Substitutions(Trace known, int asked, Mentions mentions, Trace trace, int node, Map<Place, Digits> own) {
        this.own = own;
        this.known = known;
        this.mentions = mentions;
        this.trace = trace;
        this.program = trace.program();
        this.node = node;
        BitSet before = new Trial(known, asked, asked).needed();
        for (int id = mentions.program().size(); id <= node; id++) {
            if (program.node(id).isLeaf(Leaf.Kind.LITERAL)
                    && program.node(id).shape().size() == 1) {
                collect(id, before, asked);
            }
        }
    }

    private void collect(int literal, BitSet before, int asked) {
        double value = trace.get(literal, 0);
        List<Choice> found = new ArrayList<>();
        for (String number : mentions.numbers()) {
            Rational alone = Digits.parse(number).value();
            if (alone.doubleValue() == Math.abs(value)) {
                found.addAll(values(number, Rational.ONE, value, before, asked));
            }
            for (String other : mentions.numbers()) {
                Rational factor = Digits.parse(other).value();
                if (!other.equals(number) && alone.multiply(factor).doubleValue() == Math.abs(value)) {
                    found.addAll(values(number, factor, value, before, asked));
                }
            }
        }
        if (value != 0 && !found.isEmpty()) {
            choices.put(literal, found.stream().distinct().toList());
        }
    }

    /** The values that a number may stand for, in a literal that it makes together with a factor. */
    private List<Choice> values(String number, Rational factor, double literal, BitSet before, int asked) {
        Digits digits = Digits.parse(number);
        double size = digits.value().doubleValue();
        double unit = digits.exact() ? 0 : digits.unit().doubleValue();
        List<Choice> found = new ArrayList<>();
        for (int id = before.nextSetBit(0); id >= 0 && id < known.program().size(); id = before.nextSetBit(id + 1)) {
            Node one = known.program().node(id);
            for (int element = 0;
                    id != asked && mayStandFor(one) && element < one.shape().size();
                    element++) {
                double exact = known.get(id, element);
                double allowed = one.isLeaf() ? 0 : isOwn(id, element, digits) ? DRIFT * unit : unit;
                if (exact != 0 && Math.abs(Math.abs(exact) - size) <= allowed) {
                    Rational signed = exact * literal < 0 ? factor.negate() : factor;
                    found.add(new Choice(new Place(id, element), signed, number));
                }
            }
        }
        return found;
    }

    private boolean isOwn(int id, int element, Digits digits) {
        Digits written = own.get(new Place(id, element));
        return written != null && written.value().abs().equals(digits.value());
    }

    private static boolean mayStandFor(Node one) {
        boolean gradient = one.role() instanceof Role.Term || one.role() instanceof Role.Total;
        boolean given = one.isLeaf() && !one.isLeaf(Leaf.Kind.LITERAL);
        return one.shape().size() <= LARGEST && (given || gradient || one.isNamed());
    }

    /** The ways, but for the one that leaves all numbers. */
    Stream<Way> all() {
        List<Map<Integer, Choice>> ways = new ArrayList<>(List.of(Map.of()));
        choices.forEach((literal, options) -> {
            for (Map<Integer, Choice> way : List.copyOf(ways)) {
                for (Choice option : options) {
                    Map<Integer, Choice> longer = new HashMap<>(way);
                    longer.put(literal, option);
                    if (ways.size() <= MOST) {
                        ways.add(longer);
                    }
                }
            }
        });
        return ways.stream().skip(1).map(this::way);
    }

    private Way way(Map<Integer, Choice> chosen) {
        int first = mentions.program().size();
        ProgramBuilder builder = new ProgramBuilder(mentions.program());
        Map<Integer, Integer> now = new HashMap<>();
        for (int id = first; id <= node; id++) {
            Node one = program.node(id);
            List<Integer> inputs = one.inputs().stream()
                    .map(input -> now.getOrDefault(input, input))
                    .toList();
            now.put(
                    id,
                    chosen.containsKey(id) ? put(builder, chosen.get(id)) : builder.add(one.op(), inputs, one.role()));
        }
        List<String> kept = new ArrayList<>(mentions.numbers());
        chosen.values().forEach(choice -> kept.remove(choice.text()));
        return new Way(
                Evaluator.extend(known, builder.build()),
                now.get(node),
                chosen.values().stream().map(Choice::place).toList(),
                kept);
    }

    private static int put(ProgramBuilder builder, Choice choice) {
        Node one = builder.node(choice.place().node());
        int value = one.id();
        if (one.shape().rank() > 0) {
            int[] index = one.shape().index(choice.place().element());
            value = builder.apply(
                    new Slice(Arrays.stream(index)
                            .<Slice.Pick>mapToObj(Slice.At::new)
                            .toList()),
                    value);
        }
        return choice.factor().equals(Rational.ONE)
                ? value
                : builder.apply(new Multiply(), builder.literal(choice.factor()), value);
    }
}
