package chainstep.compile;

import chainstep.graph.Nest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nests of a unit as one loop: each number read once, each computed a local variable. Mutable, used once. */
final class FusedText {
    private final Flow flow;
    private final Unit unit;
    private final Precision precision;
    /** The arrays that something outside of the unit wants. */
    private final BitSet wanted;

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder inside = new StringBuilder();
    private final Map<String, String> fetched = new LinkedHashMap<>();
    private final BitSet made = new BitSet();
    private final boolean many;

    FusedText(Flow flow, Unit unit, Precision precision, BitSet wanted) {
        this.flow = flow;
        this.unit = unit;
        this.precision = precision;
        this.wanted = wanted;
        this.many = unit.isManyAtOnce();
    }

    String text() {
        unit.loops().forEach(this::add);
        return before + "for (int i = 0; i < " + unit.size() + "; i++) {\n" + inside + "}\n";
    }

    private void add(Flow.Loop loop) {
        Nest nest = loop.nest();
        List<String> reads = new ArrayList<>();
        nest.reads().forEach(read -> reads.add(read(nest, read)));
        String value = new FormulaText(precision, this::call).of(nest.body(), reads, weights -> "0");
        inside.append("final " + precision.type() + " v" + nest.out() + " = " + value + ";\n");
        made.set(nest.out());
        if (wanted.get(nest.out())) {
            inside.append("a" + nest.out() + "[i] = v" + nest.out() + ";\n");
        }
    }

    private String call(String text) {
        return many ? text.replace(".tanh(", ".tanhOfMany(") : text;
    }

    private String read(Nest nest, Nest.Read read) {
        if (made.get(read.array())) {
            return "v" + read.array();
        }
        Walk walk = Walk.of(read.map(), flow.arrays().get(read.array()).shape(), nest.domain());
        boolean stays = walk.stays();
        String place = "a" + read.array() + "[" + (stays ? "" + walk.offset() : "i") + "]";
        return fetched.computeIfAbsent(place, p -> {
            String name = "q" + fetched.size();
            (stays ? before : inside).append("final " + precision.type() + " " + name + " = " + p + ";\n");
            return name;
        });
    }
}
