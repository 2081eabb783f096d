package chainstep.compile;

import chainstep.graph.Nest;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints a flow of any size: arrays in memory, each {@link Unit} a method of its own. Mutable, used once.
 *
 * <p>The rows of a batch are gathered first, so that all arrays lie as their shapes say.
 */
final class LoopPrinter {
    private final Flow flow;
    private final Precision precision;
    private final ProductText products;
    private final List<Unit> units;
    private final List<Descent> descents;
    private final StringBuilder text = new StringBuilder();
    /** The arrays that some nest has begun to write. */
    private final Set<Integer> begun = new HashSet<>();

    private LoopPrinter(Flow flow, Precision precision) {
        this.precision = precision;
        this.products = new ProductText(flow, precision);
        this.descents = Descent.of(flow, products);
        this.flow = flow;
        this.units = Units.of(Descent.without(flow, descents));
    }

    /** The class body's text. */
    static String print(Flow flow, Precision precision) {
        LoopPrinter printer = new LoopPrinter(flow, precision);
        printer.steps();
        flow.arrays(Flow.Kind.ROWS).forEach(printer::gather);
        for (int n = 0; n < printer.units.size(); n++) {
            printer.unit(n);
        }
        for (int n = 0; n < printer.descents.size(); n++) {
            printer.descent(n);
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
        for (int n = 0; n < units.size(); n++) {
            line("unit" + n + "(arrays);");
        }
        for (int n = 0; n < descents.size(); n++) {
            line("descent" + n + "(arrays);");
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
        boolean sparse = flow.loops().stream().anyMatch(loop -> reads(loop, id) && products.isSparse(loop));
        boolean dense = flow.kept().contains(id)
                || flow.outputs().contains(id)
                || flow.loops().stream().anyMatch(loop -> reads(loop, id) && !products.isSparse(loop));
        line("private final " + type + " rows" + id + " = new " + precision.type() + "["
                + array.shape().size() + "];");
        if (sparse) {
            line("private " + products.type() + " sparse" + id + ";");
        }
        line("private void gather" + id + "(Object[] arrays, int[] rows, int step) {");
        line("final " + type + " table = (" + type + ") arrays[" + id + "];");
        if (sparse) {
            line("if (sparse" + id + " == null) sparse" + id + " = new " + products.type() + "(table, " + size + ", "
                    + taken + ");");
            line("sparse" + id + ".gather(rows, step * " + taken + ");");
        }
        if (dense) {
            line("for (int row = 0; row < " + taken + "; row++) {");
            line("System.arraycopy(table, rows[step * " + taken + " + row] * " + size + ", rows" + id + ", row * "
                    + size + ", " + size + ");");
            line("}");
        }
        line("}");
    }

    private static boolean reads(Flow.Loop loop, int array) {
        return loop.nest().reads().stream().anyMatch(read -> read.array() == array);
    }

    private void unit(int number) {
        Unit unit = units.get(number);
        line("private void unit" + number + "(Object[] arrays) {");
        Set<Integer> touched = new LinkedHashSet<>();
        for (Flow.Loop loop : unit.loops()) {
            touched.add(loop.nest().out());
            loop.nest().reads().forEach(read -> touched.add(read.array()));
            if (loop.nest().winner() >= 0) {
                touched.add(loop.nest().winner());
            }
        }
        names(touched);
        if (unit.isAlone()) {
            nest(unit.loops().get(0));
        } else {
            text.append(new FusedText(flow, unit, precision, wanted(unit)).text());
        }
        line("}");
    }

    private void names(Set<Integer> arrays) {
        arrays.forEach(id -> line("final " + precision.type() + "[] a" + id + " = " + array(id) + ";"));
    }

    /** When all else has run, as others read the parameters as they were. */
    private void descent(int number) {
        Descent descent = descents.get(number);
        line("private void descent" + number + "(Object[] arrays) {");
        Set<Integer> touched =
                new LinkedHashSet<>(List.of(descent.rate(), descent.carry().leaf()));
        descent.product().nest().reads().forEach(read -> touched.add(read.array()));
        names(touched);
        text.append(products.takeOff(
                descent.product(), "a" + descent.rate() + "[0]", descent.carry().leaf()));
        line("}");
    }

    /** The arrays that something outside of a unit wants. */
    private BitSet wanted(Unit unit) {
        BitSet wanted = new BitSet();
        flow.outputs().forEach(wanted::set);
        flow.kept().forEach(wanted::set);
        flow.carries().forEach(carry -> wanted.set(carry.next()));
        Stream.concat(
                        units.stream().filter(other -> other != unit).flatMap(other -> other.loops().stream()),
                        descents.stream().map(Descent::product))
                .flatMap(loop -> loop.nest().reads().stream())
                .forEach(read -> wanted.set(read.array()));
        return wanted;
    }

    private void nest(Flow.Loop loop) {
        Nest nest = loop.nest();
        boolean first = begun.add(nest.out());
        Optional<String> product = products.of(loop, first);
        Optional<TileText> tiles = product.isPresent() ? Optional.empty() : TileText.of(flow, loop, precision, first);
        boolean fresh = loop.assigns()
                || product.isPresent() && products.isFresh(loop)
                || tiles.filter(TileText::isFresh).isPresent();
        if (first && !fresh) {
            line("java.util.Arrays.fill(a" + nest.out() + ", " + precision.literal(0) + ");");
        }
        if (nest.winner() >= 0) {
            line("java.util.Arrays.fill(a" + nest.winner() + ", " + precision.literal(-1) + ");");
        }
        text.append(product.or(() -> tiles.map(TileText::text))
                .orElseGet(() -> new LoopText(flow, loop, precision).text()));
        if (loop.divisor() != 1 && !tiles.filter(TileText::isFresh).isPresent()) {
            line("for (int i = 0; i < a" + nest.out() + ".length; i++) {");
            line("a" + nest.out() + "[i] /= " + precision.literal(loop.divisor()) + ";");
            line("}");
        }
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
                .filter(carry -> carry.leaf() != carry.next()
                        && descents.stream()
                                .noneMatch(descent -> descent.carry().equals(carry)))
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
