package chainstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A fully connected network to begin from, and the text of its file.
 *
 * @param sizes how many numbers go in, and how many units each layer has; at least two
 * @param hidden what every layer but the last does with its sums
 * @param output what the last one does
 * @param seed what the weights are drawn from; empty where they are written out, as far as there are few enough
 * @param rate the learning rate, as it is to be written
 * @param labels whether the weights get names w1, w2, …
 * @param numbers all parameters in the order W1, b1, W2, b2, … row by row; none for simple ones
 */
public record NetworkPlan(
        List<Integer> sizes,
        Activation hidden,
        Activation output,
        Loss loss,
        OptionalLong seed,
        String rate,
        boolean labels,
        List<String> numbers) {
    /** So many numbers of one array are written out; more are drawn from a seed. */
    private static final int LEGIBLE = 36;

    /** What a layer does with its sums, as it is called in a file. */
    public enum Activation {
        SIGMOID,
        TANH,
        RELU,
        LEAKY_RELU,
        SOFTMAX,
        /** Nothing. */
        NONE;

        String of(String argument) {
            return this == NONE ? argument : name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
        }
    }

    /** How far the output is from the target. */
    public enum Loss {
        HALF_SQUARES("0.5 * sum((%2$s - %1$s)**2)"),
        MSE("mse(%1$s, %2$s)"),
        BCE("bce(%1$s, %2$s)"),
        /** Of the sums themselves: the softmax is part of it. */
        CROSS_ENTROPY("cross_entropy(%1$s, %2$s)");

        private final String form;

        Loss(String form) {
            this.form = form;
        }

        /** As it is written of an output and a target. */
        String of(String output, String target) {
            return String.format(Locale.ROOT, form, output, target);
        }
    }

    /** Mazur's, but for its numbers. */
    public static final NetworkPlan FIRST = new NetworkPlan(
            List.of(2, 2, 2),
            Activation.SIGMOID,
            Activation.SIGMOID,
            Loss.HALF_SQUARES,
            OptionalLong.empty(),
            "0.5",
            false);

    /** With simple numbers. */
    public NetworkPlan(
            List<Integer> sizes,
            Activation hidden,
            Activation output,
            Loss loss,
            OptionalLong seed,
            String rate,
            boolean labels) {
        this(sizes, hidden, output, loss, seed, rate, labels, List.of());
    }

    public NetworkPlan {
        sizes = List.copyOf(sizes);
        numbers = List.copyOf(numbers);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("no network of sizes " + sizes);
        } else if (!numbers.isEmpty() && numbers.size() != parameters(sizes)) {
            throw new IllegalArgumentException(numbers.size() + " numbers for sizes " + sizes);
        }
    }

    /** How many parameters a network of such sizes has. */
    public static long parameters(List<Integer> sizes) {
        return first(sizes, sizes.size());
    }

    /** How many parameters come before those of a layer. */
    private static long first(List<Integer> sizes, int layer) {
        return IntStream.range(1, layer)
                .mapToLong(before -> (sizes.get(before - 1) + 1L) * sizes.get(before))
                .sum();
    }

    private int layers() {
        return sizes.size() - 1;
    }

    /** The text of the file. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("title(\"" + sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + " network\")");
        lines.add("x = input(" + vector(inputs()) + ")");
        lines.add("t = target(" + vector(targets()) + ")");
        for (int layer = 1; layer <= layers(); layer++) {
            lines.add("W" + layer + " = param(" + weights(layer) + ")");
            lines.add("b" + layer + " = param(" + biases(layer) + ")");
        }
        lines.add("");
        for (int layer = 1; layer <= layers(); layer++) {
            lines.add("z" + layer + " = W" + layer + " @ " + before(layer) + " + b" + layer);
            if (activation(layer) != Activation.NONE) {
                lines.add(after(layer) + " = " + activation(layer).of("z" + layer));
            }
        }
        lines.add("E = " + loss.of(measured(), "t"));
        lines.add("minimize(E, sgd(lr=" + rate + "))");
        if (labels) {
            lines.addAll(names());
        }
        return String.join("\n", lines) + "\n";
    }

    /** Of cross-entropy the last layer's own activation is part. */
    private Activation activation(int layer) {
        if (layer < layers()) {
            return hidden;
        }
        return loss == Loss.CROSS_ENTROPY ? Activation.NONE : output;
    }

    private String before(int layer) {
        return layer == 1 ? "x" : after(layer - 1);
    }

    private String after(int layer) {
        if (activation(layer) == Activation.NONE) {
            return "z" + layer;
        }
        return layer == layers() ? "o" : layers() == 2 ? "h" : "h" + layer;
    }

    private String measured() {
        return after(layers());
    }

    private List<String> inputs() {
        return spaced(sizes.get(0), 5, 5);
    }

    private List<String> targets() {
        boolean classes = loss == Loss.CROSS_ENTROPY || output == Activation.SOFTMAX;
        return IntStream.range(0, sizes.get(layers()))
                .mapToObj(k -> classes ? (k == 0 ? "1" : "0") : k % 2 == 0 ? "0.01" : "0.99")
                .toList();
    }

    /** Whether the weights are drawn: where that is asked for, and where written out nobody would read them. */
    private boolean isDrawn() {
        return seed.isPresent()
                || numbers.isEmpty()
                        && IntStream.rangeClosed(1, layers())
                                .anyMatch(layer -> sizes.get(layer) * sizes.get(layer - 1) > LEGIBLE);
    }

    private String weights(int layer) {
        int rows = sizes.get(layer);
        int columns = sizes.get(layer - 1);
        if (isDrawn()) {
            boolean kinked = activation(layer) == Activation.RELU || activation(layer) == Activation.LEAKY_RELU;
            return (kinked ? "he(" : "xavier(") + rows + ", " + columns + ", seed=" + (seed.orElse(0) + layer - 1)
                    + ")";
        }
        List<String> own = numbers.isEmpty()
                ? spaced(rows * columns, 15 + 25 * (layer - 1), 5)
                : given((int) first(sizes, layer), rows * columns);
        return IntStream.range(0, rows)
                .mapToObj(row -> vector(own.subList(row * columns, (row + 1) * columns)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String biases(int layer) {
        int size = sizes.get(layer);
        if (isDrawn()) {
            return "zeros(" + size + ")";
        }
        return vector(
                numbers.isEmpty()
                        ? spaced(size, 10 + 25 * layer, 0)
                        : given((int) first(sizes, layer) + size * sizes.get(layer - 1), size));
    }

    private List<String> given(int from, int count) {
        return numbers.subList(from, from + count);
    }

    /** Hundredths, spaced evenly, that come round again before they grow large. */
    private static List<String> spaced(int count, int first, int step) {
        return IntStream.range(0, count)
                .map(k -> (first + k * step) % 100)
                .mapToObj(hundredths -> String.format(Locale.ROOT, "0.%02d", hundredths))
                .toList();
    }

    private static String vector(List<String> numbers) {
        return "[" + String.join(", ", numbers) + "]";
    }

    /** The weights' names, counted through all layers row by row. */
    private List<String> names() {
        List<String> lines = new ArrayList<>();
        int last = 0;
        for (int layer = 1; layer <= layers() && sizes.get(layer) * sizes.get(layer - 1) <= LEGIBLE; layer++) {
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < sizes.get(layer); row++) {
                int columns = sizes.get(layer - 1);
                int from = last + 1;
                rows.add(IntStream.range(from, from + columns)
                        .mapToObj(k -> "w" + k)
                        .collect(Collectors.joining(" ")));
                last += columns;
            }
            lines.add("label(W" + layer + ", \"" + String.join("; ", rows) + "\")");
        }
        return lines;
    }
}
