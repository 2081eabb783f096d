package chainstep.train;

import chainstep.data.Lcg;
import chainstep.lang.Source;
import chainstep.run.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Networks with data and first weights made from a generator alone, so that other programs can be given the very same: dense layers
 * z = W·a + b, W row by row [out][in], all weights of a layer drawn before its biases.
 *
 * @param text the model
 * @param sizes how wide the layers are
 * @param first the first weights: for each layer W, then b
 */
public record Workload(String name, String text, int[] sizes, double[][] first) {
    private static final int POINTS = 500;
    private static final double RADIUS = 5;

    /** 500 points of two classes, x, y and ±1: a disc in a ring. */
    public static double[][] circle() {
        Lcg chance = new Lcg(1);
        double[][] points = new double[POINTS][];
        for (int k = 0; k < POINTS; k++) {
            boolean inside = k < POINTS / 2;
            double r = inside ? chance.next() * RADIUS / 2 : 0.7 * RADIUS + chance.next() * 0.3 * RADIUS;
            double angle = chance.next() * 2 * Math.PI;
            points[k] = new double[] {r * Math.sin(angle), r * Math.cos(angle), inside ? 1 : -1};
        }
        return shuffled(points, chance);
    }

    /** 500 points of two classes: two arms, without noise. */
    public static double[][] spiral() {
        double[][] points = new double[POINTS][];
        int half = POINTS / 2;
        for (int k = 0; k < POINTS; k++) {
            double i = k % half;
            double angle = 1.75 * i / half * 2 * Math.PI + (k < half ? 0 : Math.PI);
            double r = i / half * RADIUS;
            points[k] = new double[] {r * Math.sin(angle), r * Math.cos(angle), k < half ? 1 : -1};
        }
        return shuffled(points, new Lcg(2));
    }

    private static double[][] shuffled(double[][] points, Lcg chance) {
        for (int i = points.length - 1; i > 0; i--) {
            int j = chance.index(i + 1);
            double[] point = points[i];
            points[i] = points[j];
            points[j] = point;
        }
        return points;
    }

    /** W1: batches of ten points in order, tanh everywhere; its points are written into a folder. */
    public static Workload w1(String data, int[] sizes, Path folder) throws IOException {
        double[][] points = data.equals("circle") ? circle() : spiral();
        String rows = Arrays.stream(points)
                .map(point -> Arrays.stream(point).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve(data + ".csv"), "x,y,t\n" + rows + "\n");
        double[][] first = drawn(sizes, 3, u -> u - 0.5, false);
        for (int layer = 0; layer < first.length / 2; layer++) {
            Arrays.fill(first[2 * layer + 1], 0.1);
        }
        String text = "X, t = csv(\"" + data + ".csv\", x=[\"x\", \"y\"], y=[\"t\"])\n"
                + layers(sizes, "tanh", true, false)
                + "minimize(mean(0.5 * (a" + (sizes.length - 1) + " - t)**2), sgd(lr=0.03))\n"
                + "train(epochs=1, batch=10)\n";
        return new Workload("W1 " + text(sizes) + " " + data, text, sizes, first);
    }

    /** W2: Mazur's sample; the biases stay unless they are to learn. */
    public static Workload w2(boolean biases) {
        String kind = biases ? "param" : "const";
        double[][] first = {{.15, .20, .25, .30}, {.35, .35}, {.40, .45, .50, .55}, {.60, .60}};
        String text = "x = input([0.05, 0.10])\nt = target([0.01, 0.99])\n"
                + "W1 = param([[0.15, 0.20], [0.25, 0.30]])\nb1 = " + kind + "([0.35, 0.35])\n"
                + "W2 = param([[0.40, 0.45], [0.50, 0.55]])\nb2 = " + kind + "([0.60, 0.60])\n"
                + "o = sigmoid(W2 @ sigmoid(W1 @ x + b1) + b2)\nminimize(0.5 * sum((t - o)**2), sgd(lr=0.5))\n";
        return new Workload("W2", text, new int[] {2, 2, 2}, biases ? first : new double[][] {first[0], first[2]});
    }

    /** W3: exclusive or, all four rows at once. */
    public static Workload w3(int hidden) {
        int[] sizes = {2, hidden, 1};
        String text = "X = input([[0, 0], [0, 1], [1, 0], [1, 1]])\nt = target([[0], [1], [1], [0]])\n"
                + layers(sizes, "sigmoid", true, false)
                + "minimize(mean(0.5 * (a2 - t)**2), sgd(lr=0.5))\n";
        return new Workload("W3 " + text(sizes), text, sizes, drawn(sizes, 7, u -> 2 * u - 1, true));
    }

    /** W4 and W5: ReLU, softmax, weights [in][out]; {@code data} is the line that reads them, without its left side. */
    public static Workload classes(String name, String data, int[] sizes, long seed, int batch, double rate) {
        double[][] first = new double[2 * (sizes.length - 1)][];
        Lcg chance = new Lcg(seed);
        for (int layer = 0; layer < sizes.length - 1; layer++) {
            int in = sizes[layer];
            int out = sizes[layer + 1];
            double reach = Math.sqrt(6.0 / (in + out));
            first[2 * layer] = new double[in * out];
            first[2 * layer + 1] = new double[out];
            for (int k = 0; k < in * out; k++) {
                first[2 * layer][k % in * out + k / in] = (2 * chance.next() - 1) * reach;
            }
        }
        String text = "X, t = " + data + "\n" + layers(sizes, "relu", false, true)
                + "minimize(cross_entropy(a" + (sizes.length - 1) + ", t), sgd(lr=" + rate + "))\n"
                + "train(epochs=1, batch=" + batch + ")\n";
        return new Workload(name, text, sizes, first);
    }

    private static double[][] drawn(int[] sizes, long seed, DoubleUnaryOperator weight, boolean biases) {
        Lcg chance = new Lcg(seed);
        double[][] first = new double[2 * (sizes.length - 1)][];
        for (int layer = 0; layer < sizes.length - 1; layer++) {
            first[2 * layer] = new double[sizes[layer] * sizes[layer + 1]];
            Arrays.setAll(first[2 * layer], k -> weight.applyAsDouble(chance.next()));
            first[2 * layer + 1] = new double[sizes[layer + 1]];
            if (biases) {
                Arrays.setAll(first[2 * layer + 1], k -> weight.applyAsDouble(chance.next()));
            }
        }
        return first;
    }

    private static String layers(int[] sizes, String activation, boolean last, boolean turned) {
        StringBuilder text = new StringBuilder();
        String before = "X";
        for (int layer = 1; layer < sizes.length; layer++) {
            String shape = turned ? sizes[layer - 1] + ", " + sizes[layer] : sizes[layer] + ", " + sizes[layer - 1];
            text.append(String.format(
                    Locale.ROOT,
                    "W%1$d = param(zeros(%2$s))\nb%1$d = param(zeros(%3$d))\n",
                    layer,
                    shape,
                    sizes[layer]));
            String z = before + " @ W" + layer + (turned ? "" : ".T") + " + b" + layer;
            boolean bent = last || layer < sizes.length - 1;
            text.append("a" + layer + " = " + (bent ? activation + "(" + z + ")" : z) + "\n");
            before = "a" + layer;
        }
        return text.toString();
    }

    private static String text(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }

    public Course course(Path folder) {
        return Course.of(Source.of(name, text), folder);
    }

    /** An engine at its first update. */
    public Session open(Course course, Engine engine) {
        Session session = engine.open(course.program(), java.util.List.of(course.loss()), java.util.List.of());
        session.load(new Snapshot(0, first));
        return session;
    }

    /** What a network of tanh answers, mean of half the squared error over points. */
    public double loss(Snapshot state, double[][] points) {
        double sum = 0;
        for (double[] point : points) {
            double[] a = Arrays.copyOf(point, sizes[0]);
            for (int layer = 0; layer < sizes.length - 1; layer++) {
                double[] before = a;
                double[] weights = state.values(2 * layer);
                double[] biases = state.values(2 * layer + 1);
                a = IntStream.range(0, sizes[layer + 1])
                        .mapToDouble(j -> Math.tanh(biases[j]
                                + IntStream.range(0, before.length)
                                        .mapToDouble(i -> weights[j * before.length + i] * before[i])
                                        .sum()))
                        .toArray();
            }
            sum += 0.5 * (a[0] - point[sizes[0]]) * (a[0] - point[sizes[0]]);
        }
        return sum / points.length;
    }
}
