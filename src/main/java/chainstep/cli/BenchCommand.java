package chainstep.cli;

import chainstep.lang.Source;
import chainstep.run.Snapshot;
import chainstep.train.Agreement;
import chainstep.train.Course;
import chainstep.train.EjmlEngine;
import chainstep.train.Engine;
import chainstep.train.Engines;
import chainstep.train.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench FILE}: how fast each engine of this machine trains the model, and how far its gradients are from the reference's. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    private static final double SECOND = 1e9;
    private static final double LONGEST = 3600;
    private static final double MILLION = 1e6;

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "0.5", descriptionKey = "bench.seconds")
    private double seconds;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        common.require(seconds > 0 && seconds <= LONGEST, "--seconds", seconds, console, "takes.positive");
        ModelFile.requireNoFolder(file, console);
        return CourseWork.done(Course.of(Source.read(file), file.resolveSibling("")), this::compare);
    }

    private int compare(Course course) {
        console.tell("bench.title", course.model().source().name(), course.batch());
        Table table = new Table();
        table.row(console.say("bench.columns").split("\\|"));
        Snapshot first =
                new EjmlEngine().open(course.program(), List.of(), List.of()).snapshot();
        for (Engine engine : Engines.all()) {
            Speed speed = Speed.of(course, engine, (long) (seconds * SECOND), System::nanoTime);
            Agreement agreement = Agreement.of(course, engine, first);
            table.row(
                    engine.name(),
                    String.format(Locale.ROOT, "%.4g", speed.updates()),
                    String.format(Locale.ROOT, "%.4g", speed.updates() * course.batch() / MILLION),
                    String.format(Locale.ROOT, "%.1e", agreement.worst()));
        }
        table.lines().forEach(console.out()::println);
        return 0;
    }
}
