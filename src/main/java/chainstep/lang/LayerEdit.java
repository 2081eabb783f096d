package chainstep.lang;

import chainstep.lang.LayeredText.LeafLine;
import chainstep.lang.NetworkPlan.Activation;
import chainstep.lang.NetworkPlan.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Changes the structure of a network in its text: layers, units, activations, the loss. Only the lines concerned are others; what
 * was expected of the network before becomes a comment.
 *
 * <p>For texts of one layer after the other ({@link LayeredText}), in columns, {@code W @ x + b}, or in rows, {@code X @ W + b}; all
 * else is refused by an empty answer.
 */
public final class LayerEdit {
    private static final int MOST_UNITS = 4096;

    /**
     * A layer, as it is written.
     *
     * @param name of what it gives
     * @param weights the name of its weights
     * @param biases the name of its biases
     * @param activation the word of what bends its sums, {@code "tanh"}; empty where nothing does
     * @param hidden whether another layer reads it
     */
    public record Layer(String name, String weights, String biases, int units, String activation, boolean hidden) {}

    private final LayeredText text;
    private final Rewriting lines;

    private LayerEdit(LayeredText text) {
        this.text = text;
        this.lines = new Rewriting(text.source());
    }

    /** Whether a text has layers that can be changed. */
    public static boolean isLayered(String text) {
        return LayeredText.of(text).isPresent();
    }

    /** The layers of a text, from the input on; none where it has another form. */
    public static List<Layer> layers(String text) {
        return LayeredText.of(text)
                .map(read -> read.layers().stream()
                        .map(layer -> new Layer(
                                layer.out(),
                                layer.weights(),
                                layer.biases(),
                                read.units(layer),
                                layer.activation(),
                                layer != read.last()))
                        .toList())
                .orElse(List.of());
    }

    /** The words that {@link #bent(String, int, String)} takes, besides the empty one. */
    public static List<String> activations() {
        return Dense.BENDS;
    }

    /** The words that {@link #measured(String, String)} takes. */
    public static List<String> losses() {
        return LossText.WORDS;
    }

    /** The word of a text's loss; empty where it is none of {@link #losses}. */
    public static Optional<String> loss(String text) {
        return LayeredText.of(text).flatMap(read -> new LossText(read).word());
    }

    /** The layer, from 0, that a name belongs to: weights, biases, sum or output; the last hidden one for any other. */
    public static int layer(String text, String name) {
        List<Dense> layers = LayeredText.of(text).map(LayeredText::layers).orElse(List.of());
        return IntStream.range(0, layers.size())
                .filter(at -> own(layers.get(at)).contains(name))
                .findFirst()
                .orElse(Math.max(0, layers.size() - 2));
    }

    private static List<String> own(Dense layer) {
        return List.of(layer.weights(), layer.biases(), layer.sum(), layer.out());
    }

    /** With one unit more, or fewer, in a layer. */
    public static Optional<String> units(String text, int layer, int by) {
        return LayeredText.of(text)
                .filter(read -> layer < read.layers().size())
                .flatMap(read -> new LayerEdit(read).resized(layer, by));
    }

    /** With one layer more behind this one, or before it where it is the last. */
    public static Optional<String> added(String text, int layer) {
        return LayeredText.of(text)
                .map(read ->
                        new NewLayer(read, Math.min(layer + 1, read.layers().size() - 1)).text());
    }

    /** Without a hidden layer. */
    public static Optional<String> removed(String text, int layer) {
        return LayeredText.of(text)
                .filter(read -> layer < read.layers().size() - 1)
                .flatMap(read -> new LayerEdit(read).without(layer));
    }

    /** With another activation of a layer. */
    public static Optional<String> bent(String text, int layer, Activation by) {
        return bent(text, layer, by == Activation.NONE ? "" : by.name().toLowerCase(Locale.ROOT));
    }

    /** With another activation of a layer, one of {@link #activations}; the empty word for none. */
    public static Optional<String> bent(String text, int layer, String word) {
        return LayeredText.of(text)
                .filter(read -> layer < read.layers().size())
                .filter(read -> word.isEmpty() || Dense.BENDS.contains(word))
                .map(read -> new LayerEdit(read).bent(read.layers().get(layer), word));
    }

    /** With another loss, of the last layer's output or, for cross-entropy, of its sums. */
    public static Optional<String> measured(String text, Loss loss) {
        return measured(text, loss.name().toLowerCase(Locale.ROOT));
    }

    /** With another loss, one of {@link #losses}: of the last layer's output or, where the loss itself bends them, of its sums. */
    public static Optional<String> measured(String text, String word) {
        return LayeredText.of(text).flatMap(read -> new LossText(read).with(word));
    }

    private void resizeBiases(Dense layer, int units) {
        boolean vector = text.numbers(layer.biases()).orElseThrow().width() == 0;
        text.resize(lines, layer.biases(), vector ? units : 1, vector ? 0 : units);
    }

    private Optional<String> resized(int at, int by) {
        Dense layer = text.layers().get(at);
        boolean last = layer == text.last();
        int units = text.units(layer) + by;
        if (units < 1 || units > MOST_UNITS || last && !isFree(layer)) {
            return Optional.empty();
        }
        List<String> changed = new ArrayList<>(own(layer));
        text.resize(lines, layer, units, text.inputs(layer));
        resizeBiases(layer, units);
        if (last) {
            LeafLine target = text.target().orElseThrow();
            changed.add(target.name());
            lines.put(
                    target.value().span(),
                    text.numbers(target).orElseThrow().padded(units).text());
        } else {
            Dense next = text.layers().get(at + 1);
            changed.add(next.weights());
            text.resize(lines, next, text.units(next), units);
            if (new Readers(text).needShape(changed, List.of(layer, next))) {
                return Optional.empty();
            }
        }
        new Held(text.source(), text.directives().toList(), lines).shaped(Set.copyOf(changed));
        return Optional.of(lines.text());
    }

    /** Whether the last layer may have more units: one for each number of a target. */
    private boolean isFree(Dense last) {
        boolean each = !last.rows()
                && text.target()
                        .flatMap(text::numbers)
                        .filter(numbers -> numbers.height() == text.units(last))
                        .isPresent();
        return each && !new Readers(text).pick(own(last), List.of(last));
    }

    private Optional<String> without(int at) {
        Dense gone = text.layers().get(at);
        Dense next = text.layers().get(at + 1);
        List<String> names = own(gone);
        if (new Readers(text).need(names, List.of(gone, next))
                || new Readers(text).needShape(List.of(next.weights()), List.of(next))) {
            return Optional.empty();
        }
        if (text.inputs(next) != text.inputs(gone)) {
            text.resize(lines, next, text.units(next), text.inputs(gone));
        }
        lines.put(next.in().span(), gone.in().text());
        lines.without(gone.line().span());
        gone.bendLine().ifPresent(line -> lines.without(line.span()));
        names.stream()
                .distinct()
                .flatMap(name -> text.leaf(name).stream())
                .forEach(leaf -> lines.without(leaf.line().span()));
        List<String> changed = new ArrayList<>(names);
        changed.add(next.weights());
        new Held(text.source(), text.directives().toList(), lines).gone(Set.copyOf(names), Set.copyOf(changed));
        return Optional.of(lines.text());
    }

    private String bent(Dense layer, String word) {
        if (layer.activation().equals(word)) {
            return text.source().text();
        } else if (layer.bend().isEmpty()) {
            Syntax.Expression whole = layer.bendLine().map(Syntax.Assign::value).orElse(layer.value());
            lines.put(whole.span(), word + "(" + text.text(whole) + ")");
        } else {
            Syntax.Call call = layer.bend().get();
            String inner = text.text(call.positional().get(0));
            boolean bare = call.positional().size() == 1 && call.named().isEmpty();
            if (word.isEmpty()) {
                lines.put(call.span(), inner);
            } else if (bare) {
                lines.put(call.function().span(), word);
            } else {
                lines.put(call.span(), word + "(" + inner + ")");
            }
        }
        new Held(text.source(), text.directives().toList(), lines).numbers();
        return lines.text();
    }
}
