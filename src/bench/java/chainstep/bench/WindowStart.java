package chainstep.bench;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A first start as a user makes it, the whole process, seen from outside: until the window shows Mazur's network with the first chain-rule
 * term lit. Then a key is pressed, and it is told how long the window took to step.
 *
 * <p>Needs a display, as in {@code xvfb-run -a mvn -Pbench verify -Dbench=WindowStart}, and nothing else on it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class WindowStart {
    private static final int NOW = new Color(0xFFF4CC).getRGB();
    private static final int POLL = 8;
    private static final int SPOT = 40;

    /** Which of the two that {@code mvn package} leaves is started. */
    @Param({"jar", "launcher"})
    public String by;

    private Robot robot;
    private Process window;
    private Rectangle lit = new Rectangle();

    @Setup
    public void prepare() throws AWTException, IOException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new IOException("there is no display");
        }
        robot = new Robot();
    }

    /** Limit: 2 s. */
    @Benchmark
    public void start() throws IOException, InterruptedException {
        String home = System.getProperty("java.home");
        ProcessBuilder process = by.equals("jar")
                ? new ProcessBuilder(Path.of(home, "bin", "java").toString(), "-jar", "target/chainstep.jar")
                : new ProcessBuilder("target/chainstep");
        process.environment().put("JAVA_HOME", home);
        process.environment()
                .put("XDG_STATE_HOME", Files.createTempDirectory("chainstep").toString());
        window = process.inheritIO().start();
        while (!isLit()) {
            Thread.sleep(POLL);
            if (!window.isAlive()) {
                throw new IOException("the window is gone");
            }
        }
    }

    @TearDown(Level.Invocation)
    public void step() throws IOException, InterruptedException {
        long seen = System.nanoTime();
        Duration worked = window.info().totalCpuDuration().orElse(Duration.ZERO);
        long resident = resident();
        robot.keyPress(KeyEvent.VK_F8);
        robot.keyRelease(KeyEvent.VK_F8);
        while (isLit()) {
            Thread.sleep(POLL);
        }
        System.out.printf(
                Locale.ROOT,
                "%d ms of processor time, %d MiB resident; a step %d ms later; ",
                worked.toMillis(),
                resident >> 10,
                Duration.ofNanos(System.nanoTime() - seen).toMillis());
        window.destroyForcibly().waitFor();
    }

    /** Whether the ground of the box that is now is there; where that is, is looked for once. */
    private boolean isLit() {
        return lit.isEmpty() ? isFound() : isLit(robot.createScreenCapture(lit), 0, 0);
    }

    private boolean isFound() {
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        BufferedImage screen = robot.createScreenCapture(new Rectangle(size));
        for (int y = 0; y + SPOT <= size.height; y += SPOT / 5) {
            for (int x = size.width / 3; x + SPOT <= size.width * 3 / 4; x += SPOT / 5) {
                if (isLit(screen, x, y)) {
                    lit = new Rectangle(x, y, SPOT, SPOT);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether more than half of a spot is lit. */
    private static boolean isLit(BufferedImage screen, int left, int top) {
        int points = 0;
        for (int y = top; y < top + SPOT; y++) {
            for (int x = left; x < left + SPOT; x++) {
                points += screen.getRGB(x, y) == NOW ? 1 : 0;
            }
        }
        return points > SPOT * SPOT / 2;
    }

    private long resident() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(window.pid()), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
