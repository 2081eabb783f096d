package chainstep.lang;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layers of a text in the form that {@link NetworkPlan} writes: {@code z = W @ x + b} and {@code h = sigmoid(z)}, one after the
 * other; comments and all other lines may stand between. Immutable.
 */
final class LayeredText {
    /** Longer texts are written by machines, for machines. */
    private static final int MOST_LINES = 2_000;

    private static final String NAME = "([A-Za-z_]\\w*)";
    private static final String REST = "\\s*(?:#.*)?";
    private static final Pattern LEAF = Pattern.compile(NAME + "\\s*=\\s*(input|target|param|const)\\((.*)\\)" + REST);
    private static final Pattern SUM =
            Pattern.compile(NAME + "\\s*=\\s*" + NAME + "\\s*@\\s*" + NAME + "\\s*\\+\\s*" + NAME + REST);
    private static final Pattern BEND =
            Pattern.compile(NAME + "\\s*=\\s*(sigmoid|tanh|relu|leaky_relu|softmax)\\(\\s*" + NAME + "\\s*\\)" + REST);
    private static final Pattern ASSIGNED = Pattern.compile("\\s*" + NAME + "\\s*=(?!=).*");

    /**
     * One layer.
     *
     * @param in what it reads
     * @param sumLine where its sum is, from 0
     * @param bendLine where its activation is, or −1
     * @param out what it gives
     */
    record Layer(String weights, String biases, String in, String sum, int sumLine, int bendLine, String out) {}

    private final List<String> lines;
    private final List<Layer> layers;

    private LayeredText(List<String> lines, List<Layer> layers) {
        this.lines = List.copyOf(lines);
        this.layers = List.copyOf(layers);
    }

    /** Empty where the text has another form. */
    static Optional<LayeredText> of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() > MOST_LINES) {
            return Optional.empty();
        }
        List<Layer> layers = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher sum = SUM.matcher(lines.get(at));
            if (sum.matches()) {
                int bend = bend(lines, sum.group(1));
                String out = bend < 0 ? sum.group(1) : name(lines.get(bend));
                layers.add(new Layer(sum.group(2), sum.group(4), sum.group(3), sum.group(1), at, bend, out));
            }
        }
        LayeredText read = new LayeredText(lines, layers);
        return read.isChain() ? Optional.of(read) : Optional.empty();
    }

    private static int bend(List<String> lines, String sum) {
        for (int at = 0; at < lines.size(); at++) {
            Matcher bend = BEND.matcher(lines.get(at));
            if (bend.matches() && bend.group(3).equals(sum)) {
                return at;
            }
        }
        return -1;
    }

    private static String name(String line) {
        Matcher assigned = ASSIGNED.matcher(line);
        return assigned.matches() ? assigned.group(1) : "";
    }

    /** Whether each layer reads the one before, the first an input, and all numbers are leaves of one line. */
    private boolean isChain() {
        Set<String> weights = new HashSet<>();
        for (int at = 0; at < layers.size(); at++) {
            Layer layer = layers.get(at);
            boolean follows = at == 0
                    ? numbers(layer.in()).isPresent()
                    : layer.in().equals(layers.get(at - 1).out());
            if (!follows
                    || !weights.add(layer.weights())
                    || !weights.add(layer.biases())
                    || numbers(layer.weights()).isEmpty()
                    || numbers(layer.biases()).isEmpty()) {
                return false;
            }
        }
        return !layers.isEmpty();
    }

    List<String> lines() {
        return lines;
    }

    List<Layer> layers() {
        return layers;
    }

    /** The line that gives a leaf its numbers, from 0; −1 where there is none in one line. */
    int leaf(String name) {
        for (int at = 0; at < lines.size(); at++) {
            Matcher leaf = LEAF.matcher(lines.get(at));
            if (leaf.matches() && leaf.group(1).equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /** The numbers of a leaf, as far as they can be given another shape. */
    Optional<LeafNumbers> numbers(String name) {
        int at = leaf(name);
        if (at < 0) {
            return Optional.empty();
        }
        Matcher leaf = LEAF.matcher(lines.get(at));
        return leaf.matches() ? LeafNumbers.of(leaf.group(3)) : Optional.empty();
    }

    /** A leaf's line with other numbers; name, kind and comment stay. */
    String line(String name, LeafNumbers numbers) {
        String line = lines.get(leaf(name));
        Matcher leaf = LEAF.matcher(line);
        if (!leaf.matches()) {
            throw new IllegalArgumentException("no leaf " + name);
        }
        return line.substring(0, leaf.start(3)) + numbers.text() + line.substring(leaf.end(3));
    }

    /** The target's name, if there is one whose numbers can be changed. */
    Optional<String> target() {
        return lines.stream()
                .map(LEAF::matcher)
                .filter(leaf -> leaf.matches() && leaf.group(2).equals("target"))
                .map(leaf -> leaf.group(1))
                .filter(name -> numbers(name).isPresent())
                .findFirst();
    }

    /** All names that are taken. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        lines.forEach(line -> names.add(name(line)));
        return names;
    }
}
