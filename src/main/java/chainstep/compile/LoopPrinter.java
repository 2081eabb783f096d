package chainstep.compile;

import chainstep.graph.Nest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prints a flow of any size: every array in memory, each nest a method of its own. Mutable, used once.
 *
 * <p>The rows of a batch are gathered first, so that all arrays lie as their shapes say.
 */
final class LoopPrinter {
    private final Flow flow;
    private final Precision precision;
    private final StringBuilder text = new StringBuilder();
    /** The arrays that some nest has begun to write. */
    private final Set<Integer> begun = new HashSet<>();

    private LoopPrinter(Flow flow, Precision precision) {
        this.flow = flow;
        this.precision = precision;
    }

    /** The class body's text. */
    static String print(Flow flow, Precision precision) {
        LoopPrinter printer = new LoopPrinter(flow, precision);
        printer.steps();
        flow.arrays(Flow.Kind.ROWS).forEach(printer::gather);
        for (int n = 0; n < flow.loops().size(); n++) {
            printer.nest(n);
        }
        printer.carry();
        return printer.text.toString();
    }

    private void steps() {
        line("public void run(Object[] arrays, int[][] rows, int count, double[][] outputs) {");
        line("for (int step = 0; step < count; step++) {");
        for (Flow.Array array : flow.arrays(Flow.Kind.ROWS)) {
            line("gather" + array.id() + "(arrays, rows[" + array.id() + "], step);");
        }
        for (int n = 0; n < flow.loops().size(); n++) {
            line("nest" + n + "(arrays);");
        }
        for (int k = 0; k < flow.outputs().size(); k++) {
            line("outputs[" + k + "][step] = " + array(flow.outputs().get(k)) + "[0];");
        }
        line("carry(arrays);");
        line("}");
        line("}");
    }

    /** An array as it is found; the gathered rows of a table are a field. */
    private String array(int id) {
        boolean gathered = flow.arrays().get(id).kind() == Flow.Kind.ROWS;
        return gathered ? "rows" + id : "((" + precision.type() + "[]) arrays[" + id + "])";
    }

    private void gather(Flow.Array array) {
        int id = array.id();
        int size = Flow.rows(array).rowSize();
        int taken = array.shape().size() / size;
        String type = precision.type() + "[]";
        line("private final " + type + " rows" + id + " = new " + precision.type() + "["
                + array.shape().size() + "];");
        line("private void gather" + id + "(Object[] arrays, int[] rows, int step) {");
        line("final " + type + " table = (" + type + ") arrays[" + id + "];");
        line("for (int row = 0; row < " + taken + "; row++) {");
        line("System.arraycopy(table, rows[step * " + taken + " + row] * " + size + ", rows" + id + ", row * " + size
                + ", " + size + ");");
        line("}");
        line("}");
    }

    private void nest(int number) {
        Flow.Loop loop = flow.loops().get(number);
        Nest nest = loop.nest();
        line("private void nest" + number + "(Object[] arrays) {");
        Set<Integer> touched = new HashSet<>(List.of(nest.out()));
        nest.reads().forEach(read -> touched.add(read.array()));
        if (nest.winner() >= 0) {
            touched.add(nest.winner());
        }
        touched.forEach(id -> line("final " + precision.type() + "[] a" + id + " = " + array(id) + ";"));
        boolean first = begun.add(nest.out());
        if (first && !loop.assigns()) {
            line("java.util.Arrays.fill(a" + nest.out() + ", " + precision.literal(0) + ");");
        }
        if (nest.winner() >= 0) {
            line("java.util.Arrays.fill(a" + nest.winner() + ", " + precision.literal(-1) + ");");
        }
        text.append(new LoopText(flow, loop, precision).text());
        if (loop.divisor() != 1) {
            line("for (int i = 0; i < a" + nest.out() + ".length; i++) {");
            line("a" + nest.out() + "[i] /= " + precision.literal(loop.divisor()) + ";");
            line("}");
        }
        line("}");
    }

    /** What was computed for a leaf changes places with it, unless someone else wants it too. */
    private void carry() {
        line("private void carry(Object[] arrays) {");
        for (Flow.Carry carry : moving()) {
            line("final Object n" + carry.leaf() + " = "
                    + (isAlone(carry) ? "arrays[" + carry.next() + "]" : array(carry.next()) + ".clone()") + ";");
        }
        for (Flow.Carry carry : moving()) {
            if (isAlone(carry)) {
                line("arrays[" + carry.next() + "] = arrays[" + carry.leaf() + "];");
            }
            line("arrays[" + carry.leaf() + "] = n" + carry.leaf() + ";");
        }
        line("}");
    }

    private List<Flow.Carry> moving() {
        return flow.carries().stream()
                .filter(carry -> carry.leaf() != carry.next())
                .toList();
    }

    private boolean isAlone(Flow.Carry carry) {
        return flow.arrays().get(carry.next()).kind() == Flow.Kind.MADE
                && flow.carries().stream()
                                .filter(other -> other.next() == carry.next())
                                .count()
                        == 1;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
