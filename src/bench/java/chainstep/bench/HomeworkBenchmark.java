package chainstep.bench;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Rules;
import chainstep.homework.Worked;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.lang.ChainReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** A sheet of the sample assignment, its questions prepared: judged, and its slips looked for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class HomeworkBenchmark {
    /** Which of the sample sheets. */
    @Param({"right", "slip", "messy"})
    public String answers;

    private Checker checker;
    private AnswerSheet sheet;

    @Setup
    public void prepare() throws IOException {
        Path folder = Path.of("samples", "homework");
        Assignment assignment = Assignment.of(ChainReader.read(folder.resolve("mazur-assignment.chain")));
        checker = new Checker(Worked.of(assignment));
        sheet = new SheetReader(assignment).read(folder.resolve("answers-" + answers + ".csv"));
    }

    @Benchmark
    public MarkedSheet check() {
        return checker.check(sheet, Rules.USUAL);
    }
}
