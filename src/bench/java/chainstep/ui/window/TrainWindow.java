package chainstep.ui.window;

import chainstep.lang.Source;
import chainstep.run.Progress;
import chainstep.train.Course;
import chainstep.train.Engines;
import chainstep.train.Trainer;
import chainstep.ui.Page;
import chainstep.ui.train.TrainController;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.swing.RepaintManager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * Training at full speed in a real window, and the same training with the window at rest, in turns: pictures a second, the longest time
 * between two, and what is left of the speed. Java runs as the launcher starts it.
 *
 * <p>Needs a display, as in {@code xvfb-run -a mvn -Pbench verify -Dbench=TrainWindow}, which draws on the same cores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+UseSerialGC",
            "-XX:CompileThresholdScaling=2",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000"
        })
@Warmup(iterations = 4)
@Measurement(iterations = 5)
public class TrainWindow {
    private static final long SPAN = TimeUnit.SECONDS.toNanos(5);
    private static final long WITHOUT_END = 1_000_000_000;
    private static final double SECOND = 1e9;

    @Param({"spiral", "digits"})
    public String sample;

    private final Frames frames = new Frames();
    private MainWindow window;
    private TrainController controller;
    private Trainer alone;

    /** Counts what is painted. */
    private static final class Frames extends RepaintManager {
        private long count;
        private long last;
        private long longest;

        @Override
        public void paintDirtyRegions() {
            super.paintDirtyRegions();
            long now = System.nanoTime();
            count++;
            longest = Math.max(longest, now - last);
            last = now;
        }

        void begin() {
            count = 0;
            longest = 0;
            last = System.nanoTime();
        }
    }

    @Setup
    public void open() throws Exception {
        Path file = Path.of("samples", sample + ".chain");
        Path state = Files.createTempDirectory("chainstep");
        on(() -> {
            RepaintManager.setCurrentManager(frames);
            window = MainWindow.show(new MainWindow.Wish(
                    Optional.of(file),
                    Optional.of(Locale.ENGLISH),
                    Locale.ENGLISH,
                    state,
                    () -> {},
                    () -> System.nanoTime() / 1_000_000,
                    false));
            controller = window.workbench().training().controller();
            return window;
        });
        until(() -> window.isVisible());
        on(() -> {
            window.workbench().turn(Page.TRAIN);
            return window;
        });
        until(() -> controller.scene().trained().isPresent());
        Course course = Course.of(Source.read(file), file.getParent());
        alone = new Trainer(course, Engines.named("jvm").orElseThrow(), System::nanoTime);
    }

    private static <T> T on(Callable<T> asked) throws Exception {
        FutureTask<T> task = new FutureTask<>(asked);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        while (!on(holds)) {
            Thread.sleep(20);
        }
    }

    /** Limits: 30 pictures a second, 0.9 of the speed. */
    @Benchmark
    public void train() throws Exception {
        double seen = seen();
        long from = alone.state().iteration();
        long began = System.nanoTime();
        alone.to(from + WITHOUT_END, new Progress() {
            @Override
            public boolean cancelled() {
                return System.nanoTime() - began > SPAN;
            }

            @Override
            public void reached(long iteration) {}
        });
        double unseen = (alone.state().iteration() - from) * SECOND / (System.nanoTime() - began);
        System.out.printf(Locale.ROOT, "%.0f updates/s, alone %.0f: %.2f; ", seen, unseen, seen / unseen);
    }

    /** Updates a second in the window. */
    private double seen() throws Exception {
        long from = iteration();
        on(() -> {
            controller.toEpoch(WITHOUT_END);
            frames.begin();
            return window;
        });
        long began = System.nanoTime();
        Thread.sleep(TimeUnit.NANOSECONDS.toMillis(SPAN));
        double took = on(() -> {
            System.out.printf(
                    Locale.ROOT,
                    "%.1f pictures/s, %.0f ms at most; ",
                    frames.count * SECOND / (System.nanoTime() - began),
                    frames.longest * 1e3 / SECOND);
            controller.pause();
            return (System.nanoTime() - began) / SECOND;
        });
        until(() -> !controller.scene().isRunning());
        long made = iteration() - from;
        Thread.sleep(1500);
        return made / took;
    }

    private long iteration() throws Exception {
        return on(() -> controller.scene().trained().orElseThrow().iteration());
    }

    @TearDown
    public void close() throws Exception {
        on(() -> {
            window.dispose();
            return window;
        });
    }
}
