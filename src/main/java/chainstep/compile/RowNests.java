package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Prints the nests of one round after another, unrolled, into the four parts of a round: what has no rows, and before, within and after
 * the loop over the rows. Mutable.
 */
final class RowNests {
    /** Stands in the names of all that there is one of for each lane: rows go through the loop several at a time. */
    static final String LANE = "$";

    /** So many terms to a statement; longer ones would nest too deep to be read. */
    private static final int TERMS = 24;

    private final Flow flow;
    private final Batched batched;
    private final RowPlan plan;
    private final Precision precision;
    private final FormulaText formulas;
    /** The local variables and elements in memory that have been written, by array. */
    private final Map<Integer, BitSet> written = new HashMap<>();
    /** The functions already applied, by their text: within a row, and outside. */
    private final Map<String, String> rowMemo = new HashMap<>();

    private final Map<String, String> memo = new HashMap<>();
    private final Map<Integer, double[]> fixed = new HashMap<>();
    private final BitSet used = new BitSet();
    private final BitSet loaded = new BitSet();
    private StringBuilder plain = new StringBuilder();
    private StringBuilder before = new StringBuilder();
    private StringBuilder inRows = new StringBuilder();
    private StringBuilder after = new StringBuilder();
    private boolean overRows;
    private int applied;

    RowNests(Flow flow, Batched batched, RowPlan plan, Precision precision) {
        this.flow = flow;
        this.batched = batched;
        this.plan = plan;
        this.precision = precision;
        this.formulas = new FormulaText(precision, this::applied);
    }

    /** Starts a round. */
    void begin() {
        plain = new StringBuilder();
        before = new StringBuilder();
        inRows = new StringBuilder();
        after = new StringBuilder();
        rowMemo.clear();
        flow.arrays(Flow.Kind.ROWS).stream()
                .filter(array -> batched.axis(array.id()) != Batched.NONE)
                .forEach(array -> {
                    written.remove(array.id());
                    loaded.clear(array.id());
                });
    }

    String plain() {
        return plain.toString();
    }

    String before() {
        return before.toString();
    }

    String inRows() {
        return inRows.toString();
    }

    String after() {
        return after.toString();
    }

    /** The arrays that are read or written in memory. */
    BitSet used() {
        return (BitSet) used.clone();
    }

    /** The variable that holds an element; of a row's, one for each lane. */
    String local(int array, int element) {
        return "v" + array + "_" + element + (batched.axis(array) == Batched.NONE ? "" : LANE);
    }

    private StringBuilder body() {
        return overRows ? inRows : plain;
    }

    /** Prints a nest of the flow. */
    void add(int number) {
        Flow.Loop loop = flow.loops().get(number);
        Nest nest = loop.nest();
        overRows = plan.overRows(number);
        int over = batched.loop(number);
        Map<Integer, List<String>> terms = new LinkedHashMap<>();
        Map<Integer, List<String>> places = new LinkedHashMap<>();
        int[] point = new int[nest.domain().size()];
        do {
            Access target = access(nest.target(), nest.out(), point, over);
            if (!target.isOutside()) {
                List<String> reads = new ArrayList<>();
                for (Nest.Read read : nest.reads()) {
                    reads.add(element(read.array(), access(read.map(), read.array(), point, over)));
                }
                Function<List<Integer>, String> position = position(point, over);
                terms.computeIfAbsent(target.element(), e -> new ArrayList<>())
                        .add(formulas.of(nest.body(), reads, position));
                places.computeIfAbsent(target.element(), e -> new ArrayList<>()).add(position.apply(nest.linear()));
            }
        } while (next(point, nest.domain(), over));
        terms.forEach((element, list) -> {
            if (nest.fold() == Nest.Fold.MAX) {
                maximum(nest, element, list, places.get(element));
            } else {
                sum(loop, element, list);
            }
        });
    }

    private Access access(IndexMap map, int array, int[] point, int over) {
        return Access.of(map, flow.arrays().get(array).shape(), point, over, batched.rows());
    }

    /** The next point, the loop over the rows staying at 0; false after the last. */
    private static boolean next(int[] point, List<Integer> domain, int over) {
        for (int loop = point.length - 1; loop >= 0; loop--) {
            if (loop != over && ++point[loop] < domain.get(loop)) {
                return true;
            }
            point[loop] = 0;
        }
        return false;
    }

    private static Function<List<Integer>, String> position(int[] point, int over) {
        return weights -> {
            long place = 0;
            for (int loop = 0; loop < point.length; loop++) {
                place += (long) weights.get(loop) * point[loop];
            }
            return over == Batched.NONE ? place + "" : "(" + place + " + row$ * " + weights.get(over) + ")";
        };
    }

    /** An element as it is read: a variable, a constant, or a place in memory. */
    String element(int array, Access access) {
        Flow.Array from = flow.arrays().get(array);
        if (access.isOutside()) {
            return precision.literal(0);
        } else if (from.kind() == Flow.Kind.FIXED && !plan.isStored(array)) {
            return precision.literal(fixed(from)[access.element()]);
        } else if (from.kind() == Flow.Kind.ROWS) {
            return row(from, access.element());
        } else if (plan.isStored(array)) {
            used.set(array);
            return memory(array, access);
        }
        boolean known = from.kind() == Flow.Kind.CARRIED || written(array).get(access.element());
        return known ? local(array, access.element()) : precision.literal(0);
    }

    private double[] fixed(Flow.Array array) {
        return fixed.computeIfAbsent(array.id(), id -> {
            double[] values = new double[array.shape().size()];
            array.supply().orElseThrow().fill(0, values);
            return values;
        });
    }

    private static String memory(int array, Access access) {
        String row = access.step() == 0 ? "" : " + row$ * " + access.step();
        return "a" + array + "[" + access.element() + row + "]";
    }

    /** A number of a row of a table, fetched once. */
    private String row(Flow.Array array, int element) {
        int id = array.id();
        boolean many = batched.axis(id) != Batched.NONE;
        StringBuilder into = many ? inRows : plain;
        String lane = many ? LANE : "";
        used.set(id);
        if (!loaded.get(id)) {
            loaded.set(id);
            String which = many ? "step * " + batched.rows() + " + row$" : "step";
            int size = Flow.rows(array).rowSize();
            into.append("final int p" + id + lane + " = r" + id + "[" + which + "] * " + size + ";\n");
        }
        if (!written(id).get(element)) {
            written(id).set(element);
            into.append("final " + precision.type() + " " + local(id, element) + " = a" + id + "[p" + id + lane + " + "
                    + element + "];\n");
        }
        return local(id, element);
    }

    private BitSet written(int array) {
        return written.computeIfAbsent(array, id -> new BitSet());
    }

    /** A function of something, computed once. */
    private String applied(String call) {
        Map<String, String> known = overRows ? rowMemo : memo;
        if (overRows && memo.containsKey(call)) {
            return memo.get(call);
        }
        return known.computeIfAbsent(call, text -> {
            String name = "f" + applied++ + (overRows ? LANE : "");
            body().append("final " + precision.type() + " " + name + " = " + text + ";\n");
            return name;
        });
    }

    /** Where an element is written, as a statement's left side; a variable is declared by its first. */
    private String place(int array, int element, StringBuilder into) {
        boolean first = !written(array).get(element);
        if (plan.isStored(array)) {
            used.set(array);
            int axis = batched.axis(array);
            int step =
                    axis == Batched.NONE ? 0 : flow.arrays().get(array).shape().strides()[axis];
            return memory(array, new Access(element, step));
        }
        return (first && into != null ? precision.type() + " " : "") + local(array, element);
    }

    private void sum(Flow.Loop loop, int element, List<String> terms) {
        int out = loop.nest().out();
        boolean joins = overRows && batched.axis(out) == Batched.NONE;
        boolean first = !written(out).get(element);
        if (joins) {
            before.append(place(out, element, before) + " = " + precision.literal(0) + ";\n");
            written(out).set(element);
        }
        for (int from = 0; from < terms.size(); from += TERMS) {
            boolean assigns = !joins && first && from == 0;
            String left = place(out, element, body());
            written(out).set(element);
            String right = String.join(" + ", terms.subList(from, Math.min(from + TERMS, terms.size())));
            body().append(left + (assigns ? " = " : " += ") + right + ";\n");
        }
        if (loop.divisor() != 1) {
            (joins ? after : body())
                    .append(place(out, element, null) + " /= " + precision.literal(loop.divisor()) + ";\n");
        }
    }

    private void maximum(Nest nest, int element, List<String> terms, List<String> places) {
        String most = place(nest.out(), element, body());
        String winner = place(nest.winner(), element, body());
        written(nest.out()).set(element);
        written(nest.winner()).set(element);
        body().append(most + " = " + terms.get(0) + ";\n");
        body().append(winner + " = " + places.get(0) + ";\n");
        String value = place(nest.out(), element, null);
        for (int k = 1; k < terms.size(); k++) {
            String candidate = "m" + applied++ + (overRows ? LANE : "");
            body().append("final " + precision.type() + " " + candidate + " = " + terms.get(k) + ";\n");
            body().append("if (" + candidate + " > " + value + " || " + candidate + " != " + candidate + " && " + value
                    + " == " + value + ") { ");
            body().append(value + " = " + candidate + "; ");
            body().append(place(nest.winner(), element, null) + " = " + places.get(k) + "; }\n");
        }
    }
}
