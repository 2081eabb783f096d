package chainstep.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Prints a small flow as one method: every nest unrolled, every number a local variable, all nests of one row of the batch at once.
 *
 * <p>Parameters stay in local variables from iteration to iteration. Mutable, used once.
 */
final class RowPrinter {
    /** More points than these, rows left out, would not fit a method that Java compiles. */
    private static final long MOST = 2500;

    /** No more rows at a time: the processor looks no further ahead. */
    private static final int LANES = 5;

    private final Flow flow;
    private final Batched batched;
    private final RowPlan plan;
    private final Precision precision;
    private final RowNests nests;
    private final StringBuilder text = new StringBuilder();
    private final int lanes;
    private int depth = 1;

    private RowPrinter(Flow flow, Batched batched, Precision precision, int lanes) {
        this.lanes = lanes;
        this.flow = flow;
        this.batched = batched;
        this.precision = precision;
        this.plan = new RowPlan(flow, batched);
        this.nests = new RowNests(flow, batched, plan, precision);
    }

    /**
     * The class body's text; empty where the flow is too large or its rows are mixed.
     *
     * @param lanes how many rows go through the loop at a time; divides the number of rows
     */
    private static Optional<String> print(Flow flow, Batched batched, Precision precision, int lanes) {
        try {
            return Optional.of(new RowPrinter(flow, batched, precision, lanes).text());
        } catch (Access.Tangled tangled) {
            return Optional.empty();
        }
    }

    /**
     * Compiles a flow row by row, as many rows at a time as one method has room for: while one row waits for a function, the others
     * go on. Empty where the flow is too large or its rows are mixed.
     */
    static Optional<Steps> compile(Flow flow, Precision precision) {
        Batched batched = Batched.of(flow).orElse(null);
        if (batched == null || points(flow, batched) > MOST) {
            return Optional.empty();
        }
        Optional<JavaCode> one = print(flow, batched, precision, 1).map(JavaCode::compile);
        if (one.isEmpty() || one.get().longest() > JavaCode.LIMIT) {
            return Optional.empty();
        }
        for (int lanes = LANES; lanes > 1; lanes--) {
            if (batched.rows() % lanes == 0 && (lanes + 1) * one.get().longest() / 2 <= JavaCode.LIMIT) {
                JavaCode code = print(flow, batched, precision, lanes)
                        .map(JavaCode::compile)
                        .orElseThrow();
                if (code.longest() <= JavaCode.LIMIT) {
                    return Optional.of(code.steps());
                }
            }
        }
        return one.map(JavaCode::steps);
    }

    /** How many points all nests have together, the rows counted once. */
    private static long points(Flow flow, Batched batched) {
        long points = 0;
        for (int n = 0; n < flow.loops().size(); n++) {
            boolean overRows = batched.loop(n) != Batched.NONE;
            points += flow.loops().get(n).nest().points() / (overRows ? batched.rows() : 1);
        }
        return points;
    }

    private String text() {
        line("public void run(Object[] arrays, int[][] rows, int count, double[][] outputs) {");
        depth++;
        List<String> rounds = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            nests.begin();
            for (int n = 0; n < flow.loops().size(); n++) {
                if (plan.round(n) == round) {
                    nests.add(n);
                }
            }
            rounds.add(round(round));
        }
        parameters();
        line("for (int step = 0; step < count; step++) {");
        rounds.forEach(text::append);
        depth++;
        outputs();
        carries();
        depth--;
        line("}");
        flow.arrays(Flow.Kind.CARRIED).stream()
                .filter(array -> !plan.isStored(array.id()))
                .forEach(array -> eachElement(
                        array, e -> line("a" + array.id() + "[" + e + "] = " + nests.local(array.id(), e) + ";")));
        depth--;
        line("}");
        return text.toString();
    }

    private String round(int round) {
        StringBuilder whole = new StringBuilder();
        whole.append(nests.plain());
        if (!nests.inRows().isEmpty()) {
            whole.append(nests.before());
            whole.append("for (int row = 0; row < " + batched.rows() + "; row += " + lanes + ") {\n");
            for (int lane = 0; lane < lanes; lane++) {
                whole.append("final int row" + letter(lane) + " = row + " + lane + ";\n");
            }
            nests.inRows().lines().forEach(line -> inLanes(line, whole));
            whole.append("}\n");
            whole.append(nests.after());
        }
        return whole.toString();
    }

    private void inLanes(String statement, StringBuilder into) {
        for (int lane = 0; lane < lanes; lane++) {
            into.append(statement.replace(RowNests.LANE, letter(lane))).append('\n');
        }
    }

    private static String letter(int lane) {
        return String.valueOf((char) ('a' + lane));
    }

    /** The arrays in memory under names, and the parameters as local variables. */
    private void parameters() {
        BitSet used = nests.used();
        flow.arrays(Flow.Kind.CARRIED).forEach(array -> used.set(array.id()));
        used.stream().forEach(id -> {
            String type = precision.type();
            line("final " + type + "[] a" + id + " = (" + type + "[]) arrays[" + id + "];");
            if (flow.arrays().get(id).kind() == Flow.Kind.ROWS) {
                line("final int[] r" + id + " = rows[" + id + "];");
            }
        });
        flow.arrays(Flow.Kind.CARRIED).stream()
                .filter(array -> !plan.isStored(array.id()))
                .forEach(array -> eachElement(
                        array,
                        e -> line(precision.type() + " " + nests.local(array.id(), e) + " = a" + array.id() + "[" + e
                                + "];")));
    }

    private void outputs() {
        for (int k = 0; k < flow.outputs().size(); k++) {
            line("outputs[" + k + "][step] = " + nests.element(flow.outputs().get(k), new Access(0, 0)) + ";");
        }
    }

    /** All next values are known before the first is put in place. */
    private void carries() {
        List<String> puts = new ArrayList<>();
        for (Flow.Carry carry : flow.carries()) {
            boolean leaf = flow.arrays().get(carry.next()).kind() == Flow.Kind.CARRIED;
            eachElement(flow.arrays().get(carry.leaf()), e -> {
                String next = nests.element(carry.next(), new Access(e, 0));
                if (leaf) {
                    line("final " + precision.type() + " n" + carry.leaf() + "_" + e + " = " + next + ";");
                    next = "n" + carry.leaf() + "_" + e;
                }
                puts.add(nests.element(carry.leaf(), new Access(e, 0)) + " = " + next + ";");
            });
        }
        puts.forEach(this::line);
    }

    private static void eachElement(Flow.Array array, IntConsumer visitor) {
        for (int e = 0; e < array.shape().size(); e++) {
            visitor.accept(e);
        }
    }

    private void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
