package chainstep.lang;

import java.util.List;
import java.util.Set;

/** A text with one layer more, written as its neighbours are, and as wide as what it reads, so that the weights behind it stay. */
final class NewLayer {
    private final LayeredText text;
    private final Dense next;
    private final int units;
    private final String bend;
    /** Whether sum and activation are one line. */
    private final boolean together;

    /** @param before the layer that will read the new one */
    NewLayer(LayeredText text, int before) {
        this.text = text;
        this.next = text.layers().get(before);
        this.units = text.inputs(next);
        Dense like = before > 0 ? text.layers().get(before - 1) : next;
        String usual = next.rows() ? "tanh" : "sigmoid";
        this.bend = before > 0 && !like.activation().isEmpty() ? like.activation() : usual;
        this.together = like.bend().isPresent() ? like.isSumNameless() : next.rows();
    }

    String text() {
        int number = free();
        String weights = "W" + number + (next.rows() == next.unitsFirst() ? ".T" : "");
        String in = next.in().text();
        String sum = (next.rows() ? in + " @ " + weights : weights + " @ " + in) + " + b" + number;
        List<String> forward = together
                ? List.of("h" + number + " = " + bend + "(" + sum + ")")
                : List.of("z" + number + " = " + sum, "h" + number + " = " + bend + "(z" + number + ")");
        Rewriting lines = new Rewriting(text.source());
        lines.before(
                text.leaf(next.weights()).orElseThrow().line().span(),
                List.of(
                        "W" + number + " = param(" + weights().text() + ")",
                        "b" + number + " = param(" + biases().text() + ")"));
        lines.before(next.line().span(), forward);
        lines.put(next.in().span(), "h" + number);
        new Held(text.source(), text.directives().toList(), lines).numbers();
        return lines.text();
    }

    private int free() {
        Set<String> taken = text.names();
        int number = 1;
        while (taken.contains("W" + number)
                || taken.contains("b" + number)
                || taken.contains("z" + number)
                || taken.contains("h" + number)) {
            number++;
        }
        return number;
    }

    /** Drawn from a seed that no other numbers are drawn from. */
    private LeafNumbers weights() {
        LeafNumbers like = text.weights(next);
        long last = text.leaves()
                .flatMap(leaf -> text.numbers(leaf).stream())
                .flatMap(numbers -> numbers.seed().stream().boxed())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return like.isDrawn()
                ? like.sized(units, units).seeded(last + 1)
                : LeafNumbers.zero().sized(units, units);
    }

    private LeafNumbers biases() {
        LeafNumbers like = text.numbers(next.biases()).orElseThrow();
        if (like.width() > 0) {
            return (like.isDrawn() ? like : LeafNumbers.zero()).sized(1, units);
        }
        return (like.isDrawn() ? like : LeafNumbers.zero()).sized(units, 0);
    }
}
