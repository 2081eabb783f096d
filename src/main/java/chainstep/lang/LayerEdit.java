package chainstep.lang;

import chainstep.lang.LayeredText.Layer;
import chainstep.lang.NetworkPlan.Activation;
import chainstep.lang.NetworkPlan.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Changes the structure of a network in its text: layers, units, activations, the loss. Only the lines concerned are others; what
 * was expected of the network before becomes a comment.
 *
 * <p>For texts in the form that {@link NetworkPlan} writes, whoever wrote them; all else is refused by an empty answer.
 */
public final class LayerEdit {
    private static final int MOST_UNITS = 4096;
    private static final Pattern HELD = Pattern.compile("\\s*(?:expect|label)\\(.*");
    private static final Pattern LOSS =
            Pattern.compile("([A-Za-z_]\\w*\\s*=\\s*)(0\\.5 \\* sum\\(\\((\\w+) - (\\w+)\\)\\*\\*2\\)"
                    + "|(mse|bce|cross_entropy)\\((\\w+), (\\w+)\\))(\\s*(?:#.*)?)");

    private final LayeredText text;
    private final List<String> lines;

    private LayerEdit(LayeredText text) {
        this.text = text;
        this.lines = new ArrayList<>(text.lines());
    }

    /** Whether a text has layers that can be changed. */
    public static boolean isLayered(String text) {
        return LayeredText.of(text).isPresent();
    }

    /** The layer, from 0, that a name belongs to: weights, biases, sum or output; the last hidden one for any other. */
    public static int layer(String text, String name) {
        List<Layer> layers = LayeredText.of(text).map(LayeredText::layers).orElse(List.of());
        return IntStream.range(0, layers.size())
                .filter(at -> Set.of(
                                        layers.get(at).weights(),
                                        layers.get(at).biases(),
                                        layers.get(at).sum())
                                .contains(name)
                        || layers.get(at).out().equals(name))
                .findFirst()
                .orElse(Math.max(0, layers.size() - 2));
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
                .flatMap(read -> new LayerEdit(read)
                        .inserted(Math.min(layer + 1, read.layers().size() - 1)));
    }

    /** Without a hidden layer. */
    public static Optional<String> removed(String text, int layer) {
        return LayeredText.of(text)
                .filter(read -> layer < read.layers().size() - 1)
                .map(read -> new LayerEdit(read).without(layer));
    }

    /** With another activation of a layer that has one. */
    public static Optional<String> bent(String text, int layer, Activation by) {
        return LayeredText.of(text)
                .filter(read -> by != Activation.NONE
                        && layer < read.layers().size()
                        && read.layers().get(layer).bendLine() >= 0)
                .map(read -> new LayerEdit(read).bent(read.layers().get(layer), by));
    }

    /** With another loss, of the last layer's output or, for cross-entropy, of its sums. */
    public static Optional<String> measured(String text, Loss loss) {
        return LayeredText.of(text).flatMap(read -> new LayerEdit(read).measured(loss));
    }

    private String whole() {
        lines.replaceAll(line -> HELD.matcher(line).matches() ? "# " + line : line);
        return String.join("\n", lines);
    }

    private void resize(String leaf, int height, int width) {
        lines.set(
                text.leaf(leaf),
                text.line(leaf, text.numbers(leaf).orElseThrow().sized(height, width)));
    }

    private LeafNumbers weights(int layer) {
        return text.numbers(text.layers().get(layer).weights()).orElseThrow();
    }

    private Optional<String> resized(int layer, int by) {
        int units = weights(layer).height() + by;
        boolean last = layer == text.layers().size() - 1;
        if (units < 1 || units > MOST_UNITS || last && text.target().isEmpty()) {
            return Optional.empty();
        }
        resize(text.layers().get(layer).weights(), units, weights(layer).width());
        resize(text.layers().get(layer).biases(), units, 0);
        if (last) {
            String target = text.target().orElseThrow();
            lines.set(
                    text.leaf(target),
                    text.line(target, text.numbers(target).orElseThrow().padded(units)));
        } else {
            resize(text.layers().get(layer + 1).weights(), weights(layer + 1).height(), units);
        }
        return Optional.of(whole());
    }

    /** The new layer keeps the width, so that the next one's weights stay. */
    private Optional<String> inserted(int before) {
        Layer next = text.layers().get(before);
        int units = weights(before).width();
        int number = 1;
        while (text.names().contains("W" + number)
                || text.names().contains("b" + number)
                || text.names().contains("z" + number)
                || text.names().contains("h" + number)) {
            number++;
        }
        LeafNumbers like = weights(before);
        LeafNumbers numbers = like.isDrawn()
                ? like.sized(units, units)
                : LeafNumbers.of("[[0]]").orElseThrow().sized(units, units);
        LeafNumbers biases = text.numbers(next.biases()).orElseThrow();
        String bend = before > 0 && text.layers().get(before - 1).bendLine() >= 0
                ? activation(text.lines().get(text.layers().get(before - 1).bendLine()))
                : "sigmoid";
        lines.set(next.sumLine(), reading(next, "h" + number));
        lines.addAll(
                next.sumLine(),
                List.of(
                        "z" + number + " = W" + number + " @ " + next.in() + " + b" + number,
                        "h" + number + " = " + bend + "(z" + number + ")"));
        lines.addAll(
                Math.min(next.sumLine(), text.leaf(next.weights())),
                List.of(
                        "W" + number + " = param(" + numbers.text() + ")",
                        "b" + number + " = param("
                                + (biases.isDrawn()
                                                ? biases
                                                : LeafNumbers.of("[0]").orElseThrow())
                                        .sized(units, 0)
                                        .text()
                                + ")"));
        return Optional.of(whole());
    }

    private static String activation(String line) {
        return line.replaceFirst(".*?=\\s*", "").replaceFirst("\\(.*", "");
    }

    /** A layer's sum of something else. */
    private String reading(Layer layer, String in) {
        return lines.get(layer.sumLine()).replaceFirst("@\\s*\\w+", "@ " + in);
    }

    private String without(int layer) {
        Layer gone = text.layers().get(layer);
        Layer next = text.layers().get(layer + 1);
        resize(next.weights(), weights(layer + 1).height(), weights(layer).width());
        lines.set(next.sumLine(), reading(next, gone.in()));
        IntStream.of(gone.sumLine(), gone.bendLine(), text.leaf(gone.weights()), text.leaf(gone.biases()))
                .filter(at -> at >= 0)
                .boxed()
                .sorted((a, b) -> b - a)
                .forEach(at -> lines.remove((int) at));
        return whole();
    }

    private String bent(Layer layer, Activation by) {
        String line = lines.get(layer.bendLine());
        lines.set(
                layer.bendLine(),
                line.replaceFirst("=(\\s*)\\w+\\(", "=$1" + by.name().toLowerCase(Locale.ROOT) + "("));
        return whole();
    }

    private Optional<String> measured(Loss loss) {
        Layer last = text.layers().get(text.layers().size() - 1);
        for (int at = 0; at < lines.size(); at++) {
            Matcher line = LOSS.matcher(lines.get(at));
            if (line.matches()) {
                String target = line.group(3) == null ? line.group(7) : line.group(3);
                String of = loss == Loss.CROSS_ENTROPY ? last.sum() : last.out();
                lines.set(at, line.group(1) + loss.of(of, target) + line.group(8));
                return Optional.of(whole());
            }
        }
        return Optional.empty();
    }
}
