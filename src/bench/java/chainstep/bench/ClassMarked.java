package chainstep.bench;

import chainstep.homework.paper.GeneratedClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A class of 500 sheets marked with all reports, the whole process that {@code mvn package} leaves, in a heap of 1 GiB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class ClassMarked {
    private static final int STUDENTS = 500;

    private Path sheets;
    private Path marked;

    @Setup(Level.Iteration)
    public void prepare() throws IOException {
        Path folder = Files.createTempDirectory("chainstep");
        sheets = folder.resolve("sheets");
        marked = folder.resolve("marked");
        GeneratedClass.write(sheets, STUDENTS);
    }

    /** Limit: 30 s on two cores. */
    @Benchmark
    public int mark() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-jar",
                        "target/chainstep.jar",
                        "mark",
                        "samples/homework/mazur-assignment.chain",
                        sheets.toString(),
                        "-o",
                        marked.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        try (var files = Files.walk(sheets.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
