package chainstep.bench;

import chainstep.data.Lcg;
import chainstep.run.Snapshot;
import chainstep.train.Course;
import chainstep.train.Engines;
import chainstep.train.Session;
import chainstep.train.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Training as other programs do it, side by side: {@code mvn -Pbench verify -Dbench=Workloads} prints, for W1 to W5, updates a second of one
 * thread's processor time, every program in turn, the median of three rounds, and ratios. With {@code -Ddigits=FOLDER} of
 * {@code digits-images-idx3-ubyte.gz} and {@code digits-labels-idx1-ubyte.gz}, 10,000 digits, W4 is the real one and its losses and
 * accuracy are printed; else it runs on the 200 digits of the samples.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Workloads {
    private static final int ROUNDS = 3;
    private static final double WINDOW = 0.5e9;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    /** Half of its 512 rows: a program of all of them would be larger than programs may be. */
    private static final int W5_ROWS = 512;

    private static final double W5_GFLOP = 17.24 * W5_ROWS / 512;

    private final Map<String, DoubleSupplier> programs = new LinkedHashMap<>();

    @Benchmark
    public void all() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("workloads");
        for (int[] sizes : List.of(new int[] {2, 4, 2, 1}, new int[] {2, 8, 8, 1})) {
            w1(Workload.w1("spiral", sizes, folder), folder);
        }
        side(Workload.w2(false), folder, 1, false, new double[][] {{.05, .10}}, new double[][] {{.01, .99}}, 0.5);
        side(
                Workload.w3(2),
                folder,
                4,
                false,
                new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
                new double[][] {{0}, {1}, {1}, {0}},
                0.5);
        ours(spiral(folder), folder);
        w4(folder);
        ours(w5(folder), folder);
        ProductsAlone.of(64, 784, 128, 64, 10).forEach((name, run) -> program("W4 " + name, run));
        ProductsAlone.of(W5_ROWS, 1024, 2048, 2048, 10).forEach((name, run) -> program("W5 " + name, run));
        print();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Workloads().all();
    }

    private void program(String name, IntConsumer updates) {
        int[] chunk = {1};
        programs.put(name, () -> rate(updates, chunk));
    }

    private static double rate(IntConsumer updates, int[] chunk) {
        long began = CLOCK.getCurrentThreadCpuTime();
        long done = 0;
        while (CLOCK.getCurrentThreadCpuTime() - began < WINDOW) {
            long start = CLOCK.getCurrentThreadCpuTime();
            updates.accept(chunk[0]);
            done += chunk[0];
            chunk[0] =
                    CLOCK.getCurrentThreadCpuTime() - start < WINDOW / 20 ? Math.min(2 * chunk[0], 1 << 15) : chunk[0];
        }
        return done * 1e9 / (CLOCK.getCurrentThreadCpuTime() - began);
    }

    private void ours(Workload workload, Path folder) {
        Course course = workload.course(folder);
        for (String engine : List.of("jvm", "jvm32")) {
            Session session = workload.first().length == 0
                    ? Engines.named(engine).orElseThrow().open(course.program(), List.of(course.loss()), List.of())
                    : workload.open(course, Engines.named(engine).orElseThrow());
            program(workload.name() + " " + engine, session::run);
        }
    }

    private void w1(Workload workload, Path folder) {
        double[][] points = Workload.spiral();
        double[][] inputs =
                Arrays.stream(points).map(p -> new double[] {p[0], p[1]}).toArray(double[][]::new);
        double[][] targets = Arrays.stream(points).map(p -> new double[] {p[2]}).toArray(double[][]::new);
        side(workload, folder, 10, true, inputs, targets, 0.03);
    }

    /** Ours beside what one would write by hand. */
    private void side(
            Workload workload,
            Path folder,
            int batch,
            boolean tanh,
            double[][] inputs,
            double[][] targets,
            double rate) {
        ours(workload, folder);
        Workload whole = workload.name().equals("W2") ? Workload.w2(true) : workload;
        PlainNetwork plain = new PlainNetwork(whole, tanh, rate);
        int batches = inputs.length / batch;
        program(workload.name() + " plain Java by hand", updates -> {
            for (int k = 0; k < updates; k++) {
                int from = k % batches * batch;
                plain.update(inputs, targets, from, from + batch);
            }
        });
        EjmlNetwork ejml = new EjmlNetwork(whole, batch, tanh, rate);
        List<DMatrixRMaj> x = new ArrayList<>();
        List<DMatrixRMaj> t = new ArrayList<>();
        for (int k = 0; k < batches; k++) {
            x.add(new DMatrixRMaj(Arrays.copyOfRange(inputs, k * batch, k * batch + batch)));
            t.add(new DMatrixRMaj(Arrays.copyOfRange(targets, k * batch, k * batch + batch)));
        }
        program(workload.name() + " EJML by hand", updates -> {
            for (int k = 0; k < updates; k++) {
                ejml.update(x.get(k % batches), t.get(k % batches));
            }
        });
    }

    private static Workload spiral(Path folder) throws IOException {
        String text = Files.readString(Path.of("samples/spiral.chain"));
        return new Workload("spiral.chain 2-16-16-1 Adam", text, new int[] {2, 16, 16, 1}, new double[0][]);
    }

    private void w4(Path folder) throws IOException {
        String given = System.getProperty("digits", "");
        int[] sizes = {784, 128, 64, 10};
        if (given.isEmpty()) {
            Path data = Path.of("samples/data").toAbsolutePath();
            String read = "idx(\"" + data + "/digits-200-images-idx3-ubyte.gz\", \"" + data
                    + "/digits-200-labels-idx1-ubyte.gz\")";
            ours(Workload.classes("W4 of 200 digits", read, sizes, 4, 64, 0.1), folder);
            return;
        }
        byte[] images = unpacked(Path.of(given, "digits-images-idx3-ubyte.gz"));
        byte[] labels = unpacked(Path.of(given, "digits-labels-idx1-ubyte.gz"));
        int train = 8000;
        ByteBuffer.wrap(images).putInt(4, train);
        ByteBuffer.wrap(labels).putInt(4, train);
        Files.write(folder.resolve("images"), Arrays.copyOf(images, 16 + train * 784));
        Files.write(folder.resolve("labels"), Arrays.copyOf(labels, 8 + train));
        Workload workload = Workload.classes("W4", "idx(\"images\", \"labels\")", sizes, 4, 64, 0.1);
        Course course = workload.course(folder);
        for (String engine : List.of("ejml", "jvm", "jvm32")) {
            Session session = workload.open(course, Engines.named(engine).orElseThrow());
            double[] losses = session.run(625)[0];
            System.out.printf(
                    Locale.ROOT,
                    "W4 %s: first loss %.7f, last %.7f, accuracy %.4f%n",
                    engine,
                    losses[0],
                    losses[624],
                    accuracy(session.snapshot(), sizes, images, labels, train));
        }
        ours(workload, folder);
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static double accuracy(Snapshot state, int[] sizes, byte[] images, byte[] labels, int from) {
        int count = labels.length - 8;
        int right = 0;
        for (int row = from; row < count; row++) {
            double[] a = new double[sizes[0]];
            for (int i = 0; i < a.length; i++) {
                a[i] = (images[16 + row * sizes[0] + i] & 0xFF) / 255.0;
            }
            for (int l = 0; l < sizes.length - 1; l++) {
                double[] z = state.values(2 * l + 1);
                double[] w = state.values(2 * l);
                for (int i = 0; i < a.length; i++) {
                    for (int j = 0; a[i] != 0 && j < z.length; j++) {
                        z[j] += a[i] * w[i * z.length + j];
                    }
                }
                boolean last = l == sizes.length - 2;
                a = last ? z : Arrays.stream(z).map(v -> Math.max(v, 0)).toArray();
            }
            int most = 0;
            for (int j = 1; j < a.length; j++) {
                most = a[j] > a[most] ? j : most;
            }
            right += most == labels[8 + row] ? 1 : 0;
        }
        return (double) right / (count - from);
    }

    private static Workload w5(Path folder) throws IOException {
        int rows = W5_ROWS;
        int wide = 1024;
        Lcg chance = new Lcg(6);
        ByteBuffer images = ByteBuffer.allocate(12 + 8 * rows * wide);
        images.putInt(0x0E02).putInt(rows).putInt(wide);
        for (int k = 0; k < rows * wide; k++) {
            images.putDouble(2 * chance.next() - 1);
        }
        ByteBuffer labels = ByteBuffer.allocate(8 + rows);
        labels.putInt(0x0801).putInt(rows);
        for (int k = 0; k < rows; k++) {
            labels.put((byte) chance.index(10));
        }
        Files.write(folder.resolve("inputs"), images.array());
        Files.write(folder.resolve("classes"), labels.array());
        return Workload.classes(
                "W5", "idx(\"inputs\", \"classes\", divisor=1)", new int[] {wide, 2048, 2048, 10}, 5, rows, 0.01);
    }

    private void print() throws IOException, InterruptedException {
        Map<String, double[]> rates = new LinkedHashMap<>();
        programs.values().forEach(DoubleSupplier::getAsDouble);
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            programs.forEach(
                    (name, run) -> rates.computeIfAbsent(name, n -> new double[ROUNDS])[number] = run.getAsDouble());
        }
        rates.values().forEach(Arrays::sort);
        rates.forEach(
                (name, each) -> System.out.printf(Locale.ROOT, "%-44s %12.4g updates/s%n", name, each[ROUNDS / 2]));
        System.out.printf(Locale.ROOT, "W5 jvm32 %.1f GFLOP/s%n", rates.get("W5 jvm32")[ROUNDS / 2] * W5_GFLOP);
        numpy();
    }

    private static void numpy() throws IOException, InterruptedException {
        try {
            new ProcessBuilder(
                            "python3",
                            "src/bench/python/workloads.py",
                            "3",
                            "W1-2-4-2-1:2-4-2-1:10:tanh:float64",
                            "W1-2-8-8-1:2-8-8-1:10:tanh:float64",
                            "W2:2-2-2:1:sigmoid:float64",
                            "W3:2-2-1:4:sigmoid:float64",
                            "W4:784-128-64-10:64:relu:float32",
                            "W5:1024-2048-2048-10:" + W5_ROWS + ":relu:float32")
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (UncheckedIOException | IOException missing) {
            System.out.println("numpy: " + missing.getMessage());
        }
    }
}
