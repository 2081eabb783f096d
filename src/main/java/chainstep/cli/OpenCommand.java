package chainstep.cli;

import chainstep.explain.Detail;
import chainstep.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code open [FILE]}: the window; where there is no display, the derivation as text. */
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {
    private final Console console;
    private final Faces faces;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private Optional<Path> file = Optional.empty();

    OpenCommand(Console console, Faces faces) {
        this.console = console;
        this.faces = faces;
    }

    @Override
    public Integer call() throws IOException {
        if (!faces.hasDisplay()) {
            return derivation();
        }
        if (file.isPresent()) {
            requireReadable(file.get());
        }
        try {
            Optional<Locale> asked = spec.commandLine().getParseResult().hasMatchedOption("--lang")
                    ? Optional.of(console.locale())
                    : Optional.empty();
            faces.window(file, asked);
            return 0;
        } catch (InterruptedException broken) {
            return ChainStep.BROKEN_OFF;
        }
    }

    private void requireReadable(Path path) throws IOException {
        ModelFile.requireNoFolder(path, console);
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString());
        }
    }

    private int derivation() throws IOException {
        Path path = file.orElse(Path.of(ModelFile.SAMPLE));
        Reports reports =
                new Reports(ModelFile.read(path, console), console.locale(), Detail.LINE, false, Progress.NONE);
        try (Outlet outlet = Outlet.to(Optional.empty(), console)) {
            DerivationWriter writer = new PlainDerivation(reports, console, false);
            writer.begin(outlet);
            writer.add(0, outlet);
            writer.end(outlet);
            outlet.keep();
        }
        return 0;
    }
}
