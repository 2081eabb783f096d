package chainstep.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small network drawn by chance, as text: parts, broadcasts, products, folds and functions in any order. */
public final class RandomNetwork {
    private static final int LINES = 10;
    private static final List<String> FUNCTIONS =
            List.of("sigmoid", "tanh", "relu", "softplus", "silu", "abs", "softmax", "log_softmax", "exp");

    private final SplittableRandom chance;
    private final List<String> lines = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private record Value(String name, List<Integer> shape) {
        int rank() {
            return shape.size();
        }
    }

    private RandomNetwork(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /** Its text; the same for the same seed. */
    public static String of(long seed) {
        return new RandomNetwork(seed).text() + "minimize(E, adam(lr=0.01))\n";
    }

    /** One whose loss is made from gradients as well: differentiated, it is differentiated twice. */
    public static String twice(long seed) {
        RandomNetwork network = new RandomNetwork(seed);
        String text = network.text();
        int by = network.chance.nextInt(network.values.size());
        int other = network.chance.nextInt(network.values.size());
        return text
                + """
                F = E ** 2
                g = gradient(E, %s)
                h = sum(g) * gradient(F, %s)
                P = E + sum(tanh(h)) + 0.1 * sum(g ** 2)
                minimize(P)
                """.formatted(
                        network.values.get(by).name(), network.values.get(other).name());
    }

    private String text() {
        leaf(extents(between(1, 3)));
        leaf(extents(2));
        for (int i = 0; i < LINES; i++) {
            next(values.get(chance.nextInt(values.size())));
        }
        String parts = values.stream()
                .map(value -> "mean((0.5 * " + value.name() + ")**2)")
                .collect(Collectors.joining(" + "));
        return String.join("\n", lines) + "\nE = " + parts + "\n";
    }

    private void next(Value x) {
        switch (chance.nextInt(7)) {
            case 0 -> part(x);
            case 1 ->
                line(
                        FUNCTIONS.get(chance.nextInt(x.rank() == 0 ? 6 : FUNCTIONS.size())) + "(" + scaled(x) + ")",
                        x.shape());
            case 2 -> product(x);
            case 3 -> fold(x);
            case 4 -> broadcast(x);
            case 5 -> line("concat([" + x.name() + ", 2 * " + x.name() + "], axis=-1)", wider(x), x.rank() > 0);
            default -> turned(x);
        }
    }

    /** Small enough that nothing overflows however often it is applied. */
    private static String scaled(Value x) {
        return "0.3 * " + x.name();
    }

    private void part(Value x) {
        if (x.rank() == 0) {
            return;
        }
        List<String> picks = new ArrayList<>();
        List<Integer> shape = new ArrayList<>();
        for (int extent : x.shape()) {
            int from = chance.nextBoolean() ? 0 : chance.nextInt(extent);
            if (chance.nextInt(5) == 0) {
                picks.add(Integer.toString(from));
            } else if (chance.nextInt(4) == 0) {
                picks.add("::-1");
                shape.add(extent);
            } else {
                int count = between(1, extent - from);
                picks.add(from + ":" + (from + count));
                shape.add(count);
            }
        }
        line(x.name() + "[" + String.join(", ", picks) + "]", shape);
    }

    private void product(Value x) {
        if (x.rank() == 1 || x.rank() == 2) {
            int columns = between(1, 3);
            Value weights = leaf(List.of(x.shape().get(x.rank() - 1), columns));
            List<Integer> shape = new ArrayList<>(x.shape().subList(0, x.rank() - 1));
            shape.add(columns);
            line(x.name() + " @ " + weights.name(), shape);
        }
    }

    private void fold(Value x) {
        if (x.rank() == 0) {
            return;
        }
        int axis = chance.nextInt(x.rank());
        boolean kept = chance.nextBoolean();
        List<Integer> shape = new ArrayList<>(x.shape());
        if (kept) {
            shape.set(axis, 1);
        } else {
            shape.remove(axis);
        }
        String name = List.of("sum", "mean", "max", "min").get(chance.nextInt(4));
        line(name + "(" + x.name() + ", axis=" + axis + (kept ? ", keepdims=True" : "") + ")", shape);
    }

    private void broadcast(Value x) {
        List<Integer> shape = new ArrayList<>(x.shape().subList(chance.nextInt(x.rank() + 1), x.rank()));
        shape.replaceAll(extent -> chance.nextInt(3) == 0 ? 1 : extent);
        Value other = leaf(shape);
        String sign = List.of("+", "-", "*").get(chance.nextInt(3));
        boolean ahead = chance.nextBoolean();
        line((ahead ? other : x).name() + " " + sign + " " + (ahead ? x : other).name(), x.shape());
    }

    private void turned(Value x) {
        List<Integer> shape = new ArrayList<>(x.shape());
        Collections.reverse(shape);
        line(x.name() + ".T", shape, x.rank() == 2);
    }

    private static List<Integer> wider(Value x) {
        List<Integer> shape = new ArrayList<>(x.shape());
        if (!shape.isEmpty()) {
            shape.set(shape.size() - 1, 2 * shape.get(shape.size() - 1));
        }
        return shape;
    }

    private void line(String expression, List<Integer> shape, boolean fits) {
        if (fits) {
            line(expression, shape);
        }
    }

    private void line(String expression, List<Integer> shape) {
        Value made = new Value("v" + values.size(), List.copyOf(shape));
        lines.add(made.name() + " = " + expression);
        values.add(made);
    }

    private Value leaf(List<Integer> shape) {
        Value made = new Value("w" + values.size(), List.copyOf(shape));
        String extents = shape.stream().map(extent -> extent + ", ").collect(Collectors.joining());
        lines.add(made.name() + " = param(uniform(" + extents + "lo=-2, hi=2, seed=" + chance.nextInt(1000) + "))");
        values.add(made);
        return made;
    }

    private List<Integer> extents(int rank) {
        return IntStream.range(0, rank).mapToObj(axis -> between(1, 4)).toList();
    }

    private int between(int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
