package chainstep.bench;

import chainstep.App;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A first start, the whole process: until the window shows Mazur's network with the first chain-rule term lit and takes events.
 *
 * <p>Needs a display, as in {@code xvfb-run -a mvn -Pbench verify -Dbench=WindowStart}. Each process says what it holds at the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 10)
public class WindowStart {
    private static final Color NOW = new Color(0xFFF4CC);
    private static final int POLL = 20;

    /** Limit: 2 s. */
    @Benchmark
    public int start() throws IOException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new IOException("there is no display");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        ProcessBuilder child = new ProcessBuilder(java, "-cp", classes, WindowStart.class.getName()).inheritIO();
        child.environment()
                .put("XDG_STATE_HOME", Files.createTempDirectory("chainstep").toString());
        return child.start().waitFor();
    }

    /** The process that is measured. */
    public static void main(String[] args) throws Exception {
        Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
        Thread window = new Thread(() -> App.main(new String[0]));
        window.setDaemon(true);
        window.start();
        Optional<Frame> frame = Optional.empty();
        while (frame.isEmpty()) {
            Thread.sleep(POLL);
            frame = Stream.of(Frame.getFrames()).filter(Frame::isShowing).findFirst();
        }
        Rectangle bounds = frame.get().getBounds();
        Robot robot = new Robot();
        while (!isLit(robot.createScreenCapture(bounds))) {
            Thread.sleep(POLL);
        }
        EventQueue.invokeAndWait(() -> {});
        Duration whole = Duration.between(begun, Instant.now());
        Duration worked = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        long resident = resident();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%d ms until usable, %d ms of processor time, %d MiB resident, %.1f MiB of heap after collection%n",
                whole.toMillis(),
                worked.toMillis(),
                resident >> 10,
                heap / 1048576.0);
        Runtime.getRuntime().halt(0);
    }

    /** Whether the ground of a box of now is there: more of it than the line in the source has. */
    private static boolean isLit(BufferedImage screen) {
        int lit = 0;
        for (int y = 0; y < screen.getHeight(); y += 2) {
            for (int x = screen.getWidth() / 4; x < screen.getWidth() * 3 / 4; x += 2) {
                lit += screen.getRGB(x, y) == NOW.getRGB() ? 1 : 0;
            }
        }
        return lit > 1000;
    }

    private static long resident() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
