package chainstep.homework.variant;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.homework.mistake.Diagnosis;
import chainstep.homework.mistake.Diagnosis.Made;
import chainstep.run.Trace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds different mistakes that give one number by accident. Those that do so for several draws lie in the network, and are one
 * mistake here. Prepared once for an assignment, whose mistakes are written but once; safe for several threads.
 */
final class Lookalikes {
    private static final int DIGITS = 4;
    private static final double SAME = 1e-9;
    private static final int RIGHT = 0;

    /** So many mistakes of an answer are told apart, the simplest. */
    private static final int LIKELIEST = 8;

    /** In so many draws mistakes give one number that does not come about by accident. */
    private static final int OFTEN = 2;

    private final Worked base;
    private final Diagnosis diagnosis;
    private final List<Asked> questions = new ArrayList<>();
    private Set<String> inborn = Set.of();

    /**
     * What can go wrong with an answer.
     *
     * @param codes of the likeliest mistakes, behind an empty one for none
     * @param yielding what those mistakes give
     */
    private record Asked(List<String> codes, Function<Trace, List<double[]>> yielding) {}

    /** @param draws some independent draws of the assignment, the first of which its mistakes are written for */
    Lookalikes(List<Worked> draws) {
        this.base = draws.get(0);
        this.diagnosis = Diagnosis.ofCommon(base);
        List<Worked> others = draws.stream().filter(this::isLike).toList();
        Diagnosis fresh = Diagnosis.ofCommon(others.get(others.size() - 1));
        for (int question = 0; question < base.assignment().questions().size(); question++) {
            questions.add(asked(question, others, fresh.made(question)));
        }
        this.inborn = inborn(others);
    }

    /** What looks alike in half of the draws and more, though not to all digits. */
    private Set<String> inborn(List<Worked> draws) {
        Map<String, Integer> met = new HashMap<>();
        for (Worked draw : draws) {
            of(draw, Optional::empty).forEach(fault -> met.merge(fault.key(), 1, Integer::sum));
        }
        met.values().removeIf(times -> times < Math.max(OFTEN, draws.size() / 2));
        return Set.copyOf(met.keySet());
    }

    /** Whether a draw has the same program but for the numbers in its leaves. */
    private boolean isLike(Worked other) {
        Program one = base.program();
        Program two = other.program();
        return one.size() == two.size()
                && IntStream.range(0, one.size()).allMatch(id -> isLike(one.node(id), two.node(id)));
    }

    private static boolean isLike(Node one, Node two) {
        return one.shape().equals(two.shape())
                && one.inputs().equals(two.inputs())
                && (one.isLeaf() && two.isLeaf() || one.op().equals(two.op()));
    }

    private Asked asked(int question, List<Worked> draws, List<Made> fresh) {
        List<Made> made = diagnosis.made(question);
        int[] all = IntStream.range(0, made.size()).toArray();
        Map<String, double[]> anew = new HashMap<>();
        fresh.forEach(one -> anew.put(one.way(), array(one.values())));
        List<List<double[]>> yielded = new ArrayList<>();
        Function<Trace, List<double[]>> yielding = diagnosis.yielding(question, all);
        draws.forEach(draw -> yielded.add(yielding.apply(draw.trace())));
        List<double[]> last = yielded.get(yielded.size() - 1);
        int[] steady = IntStream.of(all)
                .filter(k -> anew.containsKey(made.get(k).way())
                        && isSame(anew.get(made.get(k).way()), last.get(k)))
                .toArray();
        List<List<double[]>> values = IntStream.range(0, draws.size())
                .mapToObj(k -> withRight(
                        draws.get(k),
                        question,
                        IntStream.of(steady).mapToObj(yielded.get(k)::get).toList()))
                .toList();
        int[] kinds = kinds(steady.length + 1, values);
        return likeliest(question, made, steady, kinds);
    }

    /** Of all ways the first one of each kind, and of these the simplest. */
    private Asked likeliest(int question, List<Made> made, int[] steady, int[] kinds) {
        int[] ways = IntStream.range(0, steady.length)
                .filter(k -> kinds[k + 1] == k + 1)
                .limit(LIKELIEST)
                .map(k -> steady[k])
                .toArray();
        List<String> codes = Stream.concat(
                        Stream.of(""),
                        IntStream.of(ways).mapToObj(k -> made.get(k).code()))
                .toList();
        return new Asked(codes, diagnosis.yielding(question, ways));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<double[]> withRight(Worked draw, int question, List<double[]> wrong) {
        List<double[]> values = new ArrayList<>(List.of(draw.exact(question).toArray()));
        values.addAll(wrong);
        return values;
    }

    private static List<double[]> values(int question, Asked asked, Worked draw) {
        return withRight(draw, question, asked.yielding().apply(draw.trace()));
    }

    private static int[] kinds(int size, List<List<double[]>> draws) {
        int[] kinds = IntStream.range(0, size).toArray();
        for (int k = 0; k < size; k++) {
            for (int first = 0; first < k; first++) {
                int one = first;
                int other = k;
                long alike = draws.stream()
                        .filter(values -> isSame(values.get(one), values.get(other)))
                        .count();
                if (alike >= Math.min(OFTEN, draws.size())) {
                    kinds[k] = kinds[first];
                    break;
                }
            }
        }
        return kinds;
    }

    private static boolean isSame(double[] one, double[] other) {
        return one.length == other.length
                && IntStream.range(0, one.length)
                        .allMatch(k -> Double.compare(one[k], other[k]) == 0
                                || Math.abs(one[k] - other[k])
                                        <= SAME * Math.max(Math.abs(one[k]), Math.abs(other[k])));
    }

    /**
     * What looks alike in a draw by accident, each pair of codes once for a question.
     *
     * @param near a draw of nearly the same numbers: what is one number there too lies in the network
     */
    List<Fault> of(Worked draw, Supplier<Optional<Worked>> near) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        Optional<Worked> nudged = Optional.empty();
        for (int question = 0; isLike(draw) && question < questions.size(); question++) {
            Asked asked = questions.get(question);
            List<double[]> values = values(question, asked, draw);
            List<int[]> pairs = pairs(question, asked, values);
            if (pairs.stream().anyMatch(pair -> isSame(values.get(pair[0]), values.get(pair[1])))) {
                nudged = nudged.or(() -> near.get().filter(this::isLike));
                if (nudged.isPresent()) {
                    List<double[]> others = values(question, asked, nudged.get());
                    pairs.removeIf(pair -> isSame(others.get(pair[0]), others.get(pair[1])));
                }
            }
            for (int[] pair : pairs) {
                Fault fault = fault(question, asked, pair);
                if (!inborn.contains(fault.key())) {
                    faults.putIfAbsent(fault.key(), fault);
                }
            }
        }
        return List.copyOf(faults.values());
    }

    /** Each two that give one number. */
    private List<int[]> pairs(int question, Asked asked, List<double[]> values) {
        Map<List<BigDecimal>, List<Integer>> alike = new LinkedHashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            if (Arrays.stream(values.get(k)).allMatch(Double::isFinite)) {
                List<Integer> group =
                        alike.computeIfAbsent(rounded(question, values.get(k)), none -> new ArrayList<>());
                for (int other : group) {
                    if (!asked.codes().get(other).equals(asked.codes().get(k))) {
                        pairs.add(new int[] {other, k});
                    }
                }
                group.add(k);
            }
        }
        return pairs;
    }

    private Fault fault(int question, Asked asked, int[] pair) {
        String name = base.assignment().questions().get(question).text();
        Set<String> codes =
                new TreeSet<>(List.of(asked.codes().get(pair[0]), asked.codes().get(pair[1])));
        List<String> both = List.copyOf(codes);
        String key = question + ": " + String.join(" / ", both);
        return pair[0] == RIGHT
                ? Fault.of(Fault.UNSEEN, key, "unseen", both.get(1), name)
                : Fault.of(Fault.ALIKE, key, "alike", both.get(0), both.get(1), name);
    }

    /** As many digits as are asked, four where the question does not say. */
    private List<BigDecimal> rounded(int question, double[] values) {
        Question asked = base.assignment().questions().get(question);
        MathContext digits = new MathContext(Math.max(DIGITS, asked.digits().orElse(DIGITS)));
        return Arrays.stream(values)
                .mapToObj(value -> new BigDecimal(value).round(digits).stripTrailingZeros())
                .toList();
    }
}
