package chainstep.explain;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A derivation as maps, lists, texts and numbers, to be written as JSON; what it has not is left out. */
final class Plainly {
    private final Page page;

    Plainly(Page page) {
        this.page = page;
    }

    Map<String, Object> of(Derivation step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("iteration", step.iteration());
        map.put("phase", step.phase().name().toLowerCase(Locale.ROOT));
        if (step.line() > 0) {
            map.put("line", step.line());
        }
        map.put("depth", step.depth().name().toLowerCase(Locale.ROOT));
        map.put("name", form(step.element() < 0 ? page.left(step.node()) : page.element(step.node(), step.element())));
        put(map, "title", step.title());
        put(map, "question", step.question());
        put(map, "rule", step.rule());
        put(map, "because", step.because());
        put(map, "numbers", step.numbers());
        put(map, "ledger", step.ledger());
        if (!step.notes().isEmpty()) {
            map.put("notes", step.notes().stream().map(Plainly::form).toList());
        }
        map.put("value", value(step.value(), 0, 0));
        return map;
    }

    private static void put(Map<String, Object> map, String key, Form form) {
        if (!form.isEmpty()) {
            map.put(key, form(form));
        }
    }

    private static Map<String, Object> form(Form form) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("plain", form.plain());
        map.put("latex", form.latex());
        return map;
    }

    /** Nested lists along the axes; a number that is not finite as text, which JSON has no number for. */
    private static Object value(Tensor value, int axis, int from) {
        Shape shape = value.shape();
        if (axis == shape.rank()) {
            double number = value.get(from);
            return Double.isFinite(number) ? (Object) number : Numerals.alone(number, Numerals.USUAL);
        }
        int stride = shape.strides()[axis];
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < shape.dim(axis); i++) {
            list.add(value(value, axis + 1, from + i * stride));
        }
        return list;
    }
}
