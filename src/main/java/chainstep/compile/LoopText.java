package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The loops of one nest as Java text over flat arrays. The innermost goes along the arrays where one does, so that Java can do several
 * turns at once. Mutable, used once.
 */
final class LoopText {
    private final Flow flow;
    private final Flow.Loop loop;
    private final Nest nest;
    private final Precision precision;
    private final StringBuilder text = new StringBuilder();

    LoopText(Flow flow, Flow.Loop loop, Precision precision) {
        this.flow = flow;
        this.loop = loop;
        this.nest = loop.nest();
        this.precision = precision;
    }

    String text() {
        List<Integer> order = order();
        boolean sums = nest.fold() == Nest.Fold.SUM && !loop.assigns();
        int inner = order.isEmpty() ? -1 : order.get(order.size() - 1);
        boolean collects = sums && inner >= 0 && !nest.target().dependsOn(inner) && isInside(nest.target(), nest.out());
        for (int over : order) {
            if (collects && over == inner) {
                line("int out = " + place(nest.target(), nest.out()) + ";");
                line(precision.type() + " sum = a" + nest.out() + "[out];");
            }
            line("for (int d" + over + " = 0; d" + over + " < " + nest.domain().get(over) + "; d" + over + "++) {");
        }
        if (collects) {
            line("sum += " + body() + ";");
            line("}");
            line("a" + nest.out() + "[out] = sum;");
        } else {
            write();
        }
        for (int k = collects ? 1 : 0; k < order.size(); k++) {
            line("}");
        }
        return text.toString();
    }

    /** The loops from the outermost on. */
    private List<Integer> order() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, nest.domain().size()).boxed().toList());
        if (nest.fold() == Nest.Fold.SUM) {
            int best = -1;
            for (int candidate : order) {
                boolean along = step(nest.target(), nest.out(), candidate) == 1 && readsAlong(candidate);
                if (along
                        && (best < 0
                                || nest.domain().get(candidate) > nest.domain().get(best))) {
                    best = candidate;
                }
            }
            if (best >= 0) {
                order.remove((Integer) best);
                order.add(best);
            }
        }
        return order;
    }

    private boolean readsAlong(int over) {
        return nest.reads().stream().allMatch(read -> {
            int step = step(read.map(), read.array(), over);
            return step == 0 || step == 1;
        });
    }

    /** How far a turn of a loop moves in a flat array. */
    private int step(IndexMap map, int array, int over) {
        int[] strides = shape(array).strides();
        return IntStream.range(0, map.rank())
                .map(axis -> map.coefficient(axis, over) * strides[axis])
                .sum();
    }

    private Shape shape(int array) {
        return flow.arrays().get(array).shape();
    }

    private void write() {
        String out = "a" + nest.out() + "[out]";
        boolean inside = isInside(nest.target(), nest.out());
        if (!inside) {
            line("if (" + inside(nest.target(), nest.out()) + ") {");
        }
        line("final int out = " + place(nest.target(), nest.out()) + ";");
        if (nest.fold() == Nest.Fold.MAX) {
            line("final " + precision.type() + " value = " + body() + ";");
            String winner = "a" + nest.winner() + "[out]";
            line("if (" + winner + " < 0 || value > " + out + " || value != value && " + out + " == " + out + ") {");
            line(out + " = value;");
            line(winner + " = " + linear(nest.linear()) + ";");
            line("}");
        } else {
            line(out + (loop.assigns() ? " = " : " += ") + body() + ";");
        }
        if (!inside) {
            line("}");
        }
    }

    private String body() {
        FormulaText formulas = new FormulaText(precision, call -> call);
        List<String> reads = nest.reads().stream().map(this::read).toList();
        return formulas.of(nest.body(), reads, LoopText::linear);
    }

    private String read(Nest.Read read) {
        String value = "a" + read.array() + "[" + place(read.map(), read.array()) + "]";
        return isInside(read.map(), read.array())
                ? value
                : "(" + inside(read.map(), read.array()) + " ? " + value + " : " + precision.literal(0) + ")";
    }

    private static String linear(List<Integer> weights) {
        return sum(weights.stream().mapToInt(Integer::intValue).toArray(), 0);
    }

    /** The flat place of an element. */
    private String place(IndexMap map, int array) {
        int[] strides = shape(array).strides();
        int offset = IntStream.range(0, map.rank())
                .map(axis -> map.offset(axis) * strides[axis])
                .sum();
        int[] steps = IntStream.range(0, map.domainRank())
                .map(over -> step(map, array, over))
                .toArray();
        return sum(steps, offset);
    }

    private static String sum(int[] weights, int offset) {
        List<String> parts = new ArrayList<>();
        for (int over = 0; over < weights.length; over++) {
            if (weights[over] != 0) {
                parts.add(weights[over] == 1 ? "d" + over : weights[over] + " * d" + over);
            }
        }
        if (offset != 0 || parts.isEmpty()) {
            parts.add(String.valueOf(offset));
        }
        return String.join(" + ", parts);
    }

    /** Whether a map never leaves its array. */
    private boolean isInside(IndexMap map, int array) {
        return IntStream.range(0, map.rank())
                .allMatch(axis ->
                        least(map, axis) >= 0 && most(map, axis) < shape(array).dim(axis));
    }

    private int least(IndexMap map, int axis) {
        return map.offset(axis) + reach(map, axis, false);
    }

    private int most(IndexMap map, int axis) {
        return map.offset(axis) + reach(map, axis, true);
    }

    private int reach(IndexMap map, int axis, boolean up) {
        return IntStream.range(0, map.domainRank())
                .map(over -> map.coefficient(axis, over) * (nest.domain().get(over) - 1))
                .filter(by -> by > 0 == up)
                .sum();
    }

    /** The condition for being inside, of the axes that may leave. */
    private String inside(IndexMap map, int array) {
        return IntStream.range(0, map.rank())
                .filter(axis ->
                        least(map, axis) < 0 || most(map, axis) >= shape(array).dim(axis))
                .mapToObj(axis -> {
                    String index = sum(
                            IntStream.range(0, map.domainRank())
                                    .map(over -> map.coefficient(axis, over))
                                    .toArray(),
                            map.offset(axis));
                    return index + " >= 0 && " + index + " < " + shape(array).dim(axis);
                })
                .collect(Collectors.joining(" && "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
