package chainstep.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes bad input from a seed: samples with slips in them, networks put together blindly, noise, and bombs. */
final class Fuzz {
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}_][\\p{L}\\d_]*|\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\*\\*|\\S");
    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "2",
        "3",
        "1e308",
        "1e-308",
        "1e309",
        "1e400",
        "99999999999",
        "2147483647",
        "-2147483648",
        "4294967296",
        "0.0",
        "-0.0",
        "1/3",
        "1/0",
        "0/0",
        "1e5",
        "16777216",
        "16777217",
        "100000",
        "1e300*1e300",
        "2**1024",
        "0**-1",
        "(-1)**0.5",
        "3.999",
        "None",
        "True",
        "\"x\"",
        "nan",
        "inf",
        "-inf",
        "NaN",
        "[]",
        "[[1],[2,3]]",
    };
    private static final String[] NAMES = {
        "x",
        "W",
        "E",
        "h",
        "nan",
        "inf",
        "pi",
        "sum",
        "gradient",
        "grad",
        "minimize",
        "param",
        "input",
        "const",
        "target",
        "data",
        "csv",
        "idx",
        "np.exp",
        "F.relu",
        "x.T",
        "x.shape",
        "h.z",
        "lr",
        "axis",
        "keepdims",
        "dim",
        "label",
        "train",
        "expect",
        "ask",
        "jac",
        "local",
        "after",
        "new",
        "at",
        "state",
        "ones",
        "zeros",
        "normal",
        "sgd",
        "adam",
        "cosine",
    };
    private static final String[] FUNCTIONS = {
        "exp",
        "log",
        "sqrt",
        "abs",
        "sin",
        "cos",
        "sigmoid",
        "tanh",
        "relu",
        "leaky_relu",
        "elu",
        "softplus",
        "gelu",
        "silu",
        "step",
        "sign",
        "sum",
        "mean",
        "max",
        "min",
        "softmax",
        "log_softmax",
        "norm",
        "flatten",
        "transpose",
        "square",
        "dropout",
        "layer_norm",
        "max_pool2d",
        "avg_pool2d",
    };
    private static final String[] BINARY = {"+", "-", "*", "/", "@", "**", ">", "==", "and"};
    private static final String[] PAIRS = {
        "mse",
        "mae",
        "huber",
        "hinge",
        "cross_entropy",
        "bce",
        "bce_logits",
        "maximum",
        "minimum",
        "dot",
        "outer",
        "conv2d",
        "gradient",
        "concat",
        "stack",
        "reshape",
        "clip",
    };
    private static final String[] SHAPES = {
        "",
        "1",
        "2",
        "3",
        "1, 3",
        "3, 1",
        "2, 3",
        "3, 2",
        "1, 1, 4, 4",
        "2, 1, 3, 3",
        "3, 4, 4",
        "1, 2, 2, 2, 2",
        "0",
        "-3",
        "100000, 100000",
        "4096, 4096",
        "2147483647",
        "65536, 65536, 65536",
        "2000, 2000",
        "300, 300",
    };

    private final Random random;
    private final List<String> samples = new ArrayList<>();
    private final Bombs bombs;

    Fuzz(long seed) throws IOException {
        this.random = new Random(seed);
        this.bombs = new Bombs(random);
        try (var files = Files.walk(Path.of("samples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".chain"))
                    .filter(path -> !path.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList()) {
                samples.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
    }

    /** The next input; every kind comes round. */
    String next(int round) {
        if (round % 100 == 99) {
            return bombs.next();
        }
        return switch (round % 8) {
            case 0, 1, 2 -> slips(sample());
            case 3 -> lines(sample());
            case 4, 5 -> network();
            case 6 -> numbers(sample());
            default -> noise();
        };
    }

    private String sample() {
        return one(samples);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String one(String[] list) {
        return list[random.nextInt(list.length)];
    }

    /** A few words swapped, left out, doubled or changed. */
    private String slips(String sample) {
        List<int[]> tokens = tokens(sample, TOKEN);
        String text = sample;
        for (int slip = 1 + random.nextInt(3); slip > 0 && !tokens.isEmpty(); slip--) {
            int[] at = one(tokens);
            String word = sample.substring(at[0], at[1]);
            String instead = switch (random.nextInt(6)) {
                case 0 -> "";
                case 1 -> word + " " + word;
                case 2 -> one(NUMBERS);
                case 3 -> one(NAMES);
                case 4 -> one(FUNCTIONS);
                default -> {
                    int[] other = one(tokens);
                    yield sample.substring(other[0], other[1]);
                }
            };
            text = text.length() == sample.length()
                    ? sample.substring(0, at[0]) + instead + sample.substring(at[1])
                    : text.replaceFirst(Pattern.quote(word), Matcher.quoteReplacement(instead));
        }
        return text;
    }

    private static List<int[]> tokens(String text, Pattern pattern) {
        List<int[]> tokens = new ArrayList<>();
        int from = 0;
        for (String line : text.split("(?<=\n)")) {
            if (!line.startsWith("#")) {
                int start = from;
                pattern.matcher(line)
                        .results()
                        .forEach(found -> tokens.add(new int[] {start + found.start(), start + found.end()}));
            }
            from += line.length();
        }
        return tokens;
    }

    /** Lines left out, doubled, moved, or taken from elsewhere. */
    private String lines(String sample) {
        List<String> lines = new ArrayList<>(List.of(sample.split("\n")));
        for (int slip = 1 + random.nextInt(3); slip > 0; slip--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.set(at, "");
                case 1 -> lines.add(at, one(lines));
                case 2 -> lines.add(random.nextInt(lines.size()), lines.set(at, ""));
                default -> lines.add(at, one(List.of(sample().split("\n"))));
            }
        }
        return String.join("\n", lines);
    }

    private String numbers(String sample) {
        List<int[]> found = tokens(sample, Pattern.compile("(?<![\\p{L}_\\d.])\\d+\\.?\\d*(?:[eE][+-]?\\d+)?"));
        if (found.isEmpty()) {
            return sample;
        }
        int[] at = one(found);
        return sample.substring(0, at[0]) + one(NUMBERS) + sample.substring(at[1]);
    }

    private String noise() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "x = param(2)\ny = " : "");
        for (int words = random.nextInt(30); words > 0; words--) {
            text.append(
                    switch (random.nextInt(6)) {
                        case 0 -> one(NAMES);
                        case 1 -> one(NUMBERS);
                        case 2 -> one(FUNCTIONS) + "(";
                        case 3 -> one(new String[] {"(", ")", "[", "]", ",", "=", "\n", ":", ".", "\"", "'", " "});
                        case 4 -> one(BINARY);
                        default -> Character.toString(random.nextInt(random.nextBoolean() ? 0x80 : 0x3000));
                    });
        }
        return text.toString();
    }

    /** A network put together without looking whether anything fits. */
    private String network() {
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int leaf = 1 + random.nextInt(4); leaf > 0; leaf--) {
            String name = "v" + names.size();
            String kind = one(new String[] {"param", "input", "const", "target"});
            String made = one(new String[] {"zeros", "ones", "normal", "uniform", "xavier", "he"});
            int plain = random.nextInt(8);
            String shape = plain == 0 ? one(SHAPES) : SHAPES[random.nextInt(11)];
            text.append(name + " = " + kind + "(" + (shape.isEmpty() ? "0.5" : made + "(" + shape + ")") + ")\n");
            names.add(name);
        }
        for (int line = random.nextInt(8); line > 0; line--) {
            String name = "v" + names.size();
            text.append(name + " = " + expression(names, 3) + "\n");
            names.add(name);
        }
        String last = names.get(names.size() - 1);
        String loss = random.nextBoolean() ? "sum(" + last + ")" : last;
        if (random.nextInt(4) > 0) {
            text.append("L = " + loss + "\nminimize(L" + optimizer() + ")\n");
        }
        for (int asked = random.nextInt(3); asked > 0; asked--) {
            text.append(directive(names));
        }
        return text.toString();
    }

    private String optimizer() {
        return one(new String[] {
            "",
            ", sgd(lr=0.1)",
            ", adam(lr=cosine(lr=0.1, steps=10))",
            ", momentum(lr=0.1, beta=0.9)",
            ", rmsprop(lr=" + one(NUMBERS) + ")",
            ", sgd(lr=1), clip=" + one(NUMBERS),
            ", sgd(lr=1), l2=0.1, l1=1",
            ", adamw(lr=1, weight_decay=0.1), params=[v0]",
            ", nesterov(0.1, 0.9)",
        });
    }

    private String directive(List<String> names) {
        String value = expression(names, 1);
        return one(new String[] {
            "expect(grad(" + one(names) + ")[0], 1)\n",
            "expect(" + value + ", 0)\n",
            "expect(jac(" + one(names) + ", " + one(names) + "), 1)\n",
            "expect(local(" + one(names) + ", " + one(names) + "), 1)\n",
            "expect(after(" + value + "), 1)\n",
            "expect(new(" + one(names) + "), [1, 2], at=" + one(NUMBERS) + ")\n",
            "expect(at(" + one(NUMBERS) + ", " + one(names) + "), 1)\n",
            "expect(sum(state(v0, \"m\")), 1)\n",
            "ask(" + value + ", marks=" + one(NUMBERS) + ")\n",
            "breakpoint(when=\"" + value + " > 1\")\n",
            "label(" + one(names) + ", \"a b c\")\n",
            "train(epochs=2, batch=" + one(NUMBERS) + ", split=[50, 50])\n",
        });
    }

    private String expression(List<String> names, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextInt(5) == 0 ? one(NUMBERS) : one(names);
        }
        String a = expression(names, depth - 1);
        return switch (random.nextInt(7)) {
            case 0, 1 -> one(FUNCTIONS) + "(" + a + ")";
            case 2 ->
                one(FUNCTIONS) + "(" + a + ", " + one(new String[] {"0", "-1", "axis=1", "axis=(0, 1)", "9", "2"})
                        + ")";
            case 3 -> "(" + a + " " + one(BINARY) + " " + expression(names, depth - 1) + ")";
            case 4 -> one(PAIRS) + "(" + a + ", " + expression(names, depth - 1) + ")";
            case 5 ->
                a + "["
                        + one(new String[] {"0", "-1", ":", "1:", "::-1", "5", "::1000000000", "None", ":, 0", "-9:9:2"
                        })
                        + "]";
            default -> "[" + a + ", " + expression(names, depth - 1) + "]";
        };
    }
}
