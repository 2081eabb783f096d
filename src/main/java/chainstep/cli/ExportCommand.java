package chainstep.cli;

import chainstep.data.WholeFile;
import chainstep.export.PyTorchScript;
import chainstep.lang.Source;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import chainstep.train.Npz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export FILE --pytorch -o SCRIPT}: the model, its data and its state as a PyTorch script that goes on with the training. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private static final String ENDING = ".py";

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--pytorch", required = true, descriptionKey = "export.pytorch")
    private boolean pytorch;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PY",
            required = true,
            descriptionKey = "export.output")
    private Path output;

    @Option(names = "--checkpoint", paramLabel = "NPZ", descriptionKey = "export.checkpoint")
    private Optional<Path> checkpoint = Optional.empty();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String name = output.getFileName().toString();
        common.require(
                name.endsWith(ENDING) && name.length() > ENDING.length(), "--output", output, console, "takes.python");
        Outlet.requirePlace(output, console);
        ModelFile.requireNoFolder(file, console);
        return CourseWork.done(Course.of(Source.read(file), file.resolveSibling("")), course -> export(course, name));
    }

    private int export(Course course, String name) throws IOException {
        Snapshot state = checkpoint.isPresent()
                ? Checkpoint.read(checkpoint.get(), course)
                : new Evaluator(course.program()).start();
        String stem = name.substring(0, name.length() - ENDING.length());
        PyTorchScript script = PyTorchScript.of(course, state, stem);
        Path data = output.resolveSibling(stem + "-data.npz");
        Path start = output.resolveSibling(stem + "-state.npz");
        try {
            Npz.write(data, new TreeMap<>(script.data()));
            Checkpoint.write(start, course, state);
            WholeFile.write(output, script.text());
        } catch (IOException trouble) {
            throw new Outlet.Unwritten(output, trouble);
        }
        console.tell("export.done", output, data, start);
        return 0;
    }
}
