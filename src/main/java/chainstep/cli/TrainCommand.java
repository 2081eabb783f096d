package chainstep.cli;

import chainstep.lang.Source;
import chainstep.train.Course;
import chainstep.train.Engine;
import chainstep.train.Engines;
import chainstep.train.Patience;
import chainstep.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train FILE}: trains the model at full speed; what was measured as lines or as JSON, the state as a checkpoint. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    /** Where neither the file nor the command line says how many. */
    private static final int EPOCHS = 10;

    private static final int MOST = 100_000_000;
    private static final double DAY = 86_400;

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "train.epochs")
    private Optional<Integer> wished = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", descriptionKey = "train.engine", defaultValue = "jvm")
    private String engine;

    @Option(names = "--patience", paramLabel = "N", descriptionKey = "train.patience")
    private Optional<Integer> patience = Optional.empty();

    @Option(
            names = {"-o", "--out", "--output"},
            paramLabel = "DIR",
            descriptionKey = "train.output")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--resume", paramLabel = "NPZ", descriptionKey = "train.resume")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--overwrite", descriptionKey = "train.overwrite")
    private boolean overwrite;

    @Option(names = "--keep-every", paramLabel = "S", descriptionKey = "train.every", defaultValue = "1")
    private double every;

    @Option(names = "--json", descriptionKey = "train.json")
    private boolean json;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String known = Engines.all().stream().map(Engine::name).collect(Collectors.joining(", "));
        Optional<Engine> chosen = Engines.named(engine);
        common.require(chosen.isPresent(), "--engine", engine, console, "takes.one", known);
        common.require(every >= 0 && every <= DAY, "--keep-every", plain(every), console, "takes.seconds", (long) DAY);
        ModelFile.requireNoFolder(file, console);
        requireNothingLost();
        return CourseWork.done(
                Course.of(Source.read(file), file.resolveSibling("")), course -> train(course, chosen.get()));
    }

    /** An hour's training is not to be lost to one that begins anew. */
    private void requireNothingLost() {
        Optional<Path> earlier = output.map(TrainFolder::checkpoint)
                .filter(Files::exists)
                .filter(there -> resume.isEmpty() && !overwrite);
        common.require(
                earlier.isEmpty(),
                "--output",
                output.map(Path::toString).orElse(""),
                console,
                "takes.fresh",
                earlier.map(Path::toString).orElse(""));
    }

    /** A number as people write it: -1, not -1.0. */
    private static Object plain(double number) {
        return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }

    private int train(Course course, Engine with) throws IOException {
        ModelFile.warn(course.model(), console);
        int epochs = wished.or(course::epochs).orElse(EPOCHS);
        common.requireWithin(1, MOST, "--epochs", epochs, console);
        Optional<Integer> wait = patience.or(course::patience);
        common.requireWithin(1, MOST, "--patience", wait.orElse(1), console);
        Optional<Patience> stopping = wait.map(epochsWithout -> new Patience(course, epochsWithout));
        Trainer trainer = new Trainer(course, with, System::nanoTime);
        TrainFolder folder = new TrainFolder(course, output, every);
        folder.resume(resume, trainer, stopping);
        TrainReport report = json ? new JsonReport(console, course) : new TextReport(console, course, file);
        return new TrainRun(console, course, trainer, stopping, folder, report).run(epochs);
    }
}
