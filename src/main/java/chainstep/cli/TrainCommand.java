package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.graph.BrokenOff;
import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import chainstep.train.Diverged;
import chainstep.train.Engine;
import chainstep.train.Engines;
import chainstep.train.Epoch;
import chainstep.train.Log;
import chainstep.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train FILE}: trains the model at full speed; what was measured as lines, the state as a checkpoint. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    /** Where neither the file nor the command line says how many. */
    private static final int EPOCHS = 10;

    private static final int MOST = 100_000_000;
    /** About so many lines are told of a run. */
    private static final int LINES = 20;

    private static final int BAR = 24;
    private static final long SECOND = 1000;
    private static final String CHECKPOINT = "checkpoint.npz";
    private static final String LOG = "log.csv";

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "train.epochs")
    private Optional<Integer> wished = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", descriptionKey = "train.engine", defaultValue = "jvm")
    private String engine;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "train.output")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--resume", paramLabel = "NPZ", descriptionKey = "train.resume")
    private Optional<Path> resume = Optional.empty();

    private long written;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String known = Engines.all().stream().map(Engine::name).collect(Collectors.joining(", "));
        Optional<Engine> chosen = Engines.named(engine);
        common.require(chosen.isPresent(), "--engine", engine, console, "takes.one", known);
        ModelFile.requireNoFolder(file, console);
        Course course = Course.of(Source.read(file), file.resolveSibling(""));
        int epochs = wished.or(course::epochs).orElse(EPOCHS);
        common.requireWithin(1, MOST, "--epochs", epochs, console);
        Trainer trainer = new Trainer(course, chosen.get(), System::nanoTime);
        if (resume.isPresent()) {
            trainer.load(Checkpoint.read(resume.get(), course));
        }
        return train(course, trainer, epochs);
    }

    private int train(Course course, Trainer trainer, int epochs) throws IOException {
        long first = trainer.epoch();
        long last = first + epochs;
        Log log = new Log(course);
        tell(trainer.measured(), log);
        written = Stopwatch.millis();
        try (Ticker ticker = Ticker.of(
                console.err(),
                console.terminal(),
                updates -> bar(updates - first * course.perEpoch(), (long) epochs * course.perEpoch()))) {
            while (trainer.epoch() < last && trainer.diverged().isEmpty()) {
                Optional<Epoch> ended = trainer.toEpochEnd(ticker);
                boolean isTold = ended.isPresent()
                        && (ended.get().number() == last || (ended.get().number() - first) % every(epochs) == 0);
                if (isTold) {
                    ticker.clear();
                    tell(ended.get(), log);
                } else {
                    ended.ifPresent(log::add);
                }
                boolean isLast = ended.isEmpty() || trainer.epoch() >= last;
                keep(course, trainer, log, isLast);
                if (ended.isEmpty() && trainer.diverged().isEmpty()) {
                    throw new BrokenOff();
                }
            }
        }
        output.ifPresent(folder -> console.tell("train.kept", folder.resolve(CHECKPOINT), folder.resolve(LOG)));
        return trainer.diverged().map(this::diverged).orElse(0);
    }

    private static int every(int epochs) {
        return Math.max(1, epochs / LINES);
    }

    /** Keeps state and log, the first at once and then once a second. */
    private void keep(Course course, Trainer trainer, Log log, boolean isLast) throws IOException {
        if (output.isPresent() && (isLast || Stopwatch.millis() - written >= SECOND)) {
            Checkpoint.write(output.get().resolve(CHECKPOINT), course, trainer.state());
            log.write(output.get().resolve(LOG));
            written = Stopwatch.millis();
        }
    }

    private void tell(Epoch epoch, Log log) {
        log.add(epoch);
        StringBuilder line = new StringBuilder(console.say("train.epoch", epoch.number()));
        if (!Double.isNaN(epoch.batchLoss())) {
            line.append("  ").append(console.say("train.loss", digits(epoch.batchLoss())));
        }
        for (Take.Part part : Take.Part.values()) {
            Optional.ofNullable(epoch.scores().get(part)).ifPresent(score -> {
                line.append("  ").append(console.say("train." + Log.name(part), digits(score.loss())));
                score.accuracy().ifPresent(share -> line.append(' ').append(percent(share)));
            });
        }
        console.out().println(line);
        console.out().flush();
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private int diverged(Diverged where) {
        console.complain("train.diverged", where.iteration(), where.loss());
        return ChainStep.WRONG;
    }

    private String bar(long done, long of) {
        int full = (int) (BAR * done / of);
        return console.say("mark.progress", "█".repeat(full) + "░".repeat(BAR - full), done, of);
    }
}
