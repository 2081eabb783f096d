package chainstep.cli;

import chainstep.data.CsvOptions;
import chainstep.data.CsvTable;
import chainstep.data.DataException;
import chainstep.data.Rows;
import chainstep.lang.Source;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import chainstep.train.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code predict FILE CHECKPOINT ROWS}: the answers of a trained model, as CSV. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Parameters(index = "1", paramLabel = "NPZ", descriptionKey = "predict.checkpoint")
    private Path checkpoint;

    @Parameters(index = "2", paramLabel = "ROWS", descriptionKey = "predict.rows")
    private Path rows;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "CSV",
            descriptionKey = "predict.output")
    private Optional<Path> output = Optional.empty();

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ModelFile.requireNoFolder(file, console);
        return CourseWork.done(Course.of(Source.read(file), file.resolveSibling("")), this::predict);
    }

    private int predict(Course course) throws IOException {
        Predictor.Features features = Predictor.features(course);
        try {
            Rows asked = CsvTable.read(rows, CsvOptions.USUAL).features(features.names(), features.count());
            Predictor answers = Predictor.of(course, Checkpoint.read(checkpoint, course), asked);
            try (Outlet outlet = Outlet.to(output, console)) {
                print(answers, outlet);
                outlet.keep();
            }
            return 0;
        } catch (DataException trouble) {
            console.out().flush();
            console.err().println(trouble.in(console.locale()));
            return ChainStep.UNREADABLE;
        }
    }

    private void print(Predictor answers, Outlet outlet) {
        boolean classes = !answers.said().isEmpty();
        String header = String.join(",", answers.columns());
        outlet.print(classes ? header + "," + console.say("predict.class") + "\n" : header + "\n");
        for (int row = 0; row < answers.answers().size(); row++) {
            String numbers = Arrays.stream(answers.answers().get(row))
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(","));
            outlet.print(classes ? numbers + "," + answers.said().get(row) + "\n" : numbers + "\n");
        }
    }
}
