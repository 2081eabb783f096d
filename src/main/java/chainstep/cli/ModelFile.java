package chainstep.cli;

import chainstep.homework.Assignment;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.lang.Span;
import chainstep.words.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file a command is about; {@code samples/mazur.chain} is at hand everywhere. */
final class ModelFile {
    /** The sample that the program shows of its own accord. */
    static final String SAMPLE = "samples/mazur.chain";

    /** Beyond so many steps of loops one iteration may take longer than a person waits without a word. */
    private static final long LONG = 1L << 29;

    private static final long MILLION = 1_000_000;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--sample", paramLabel = "K", descriptionKey = "sample")
    private Optional<Integer> sample = Optional.empty();

    Path path() {
        return file;
    }

    /**
     * Reads it, narrowed to the sample that is asked for.
     *
     * @throws IOException when it cannot be read
     * @throws SourceError when it is no model, or computes nothing at all
     */
    Model read(Console console) throws IOException {
        Model model = read(file, sample.map(OptionalInt::of).orElse(OptionalInt.empty()), console);
        if (model.program().size() == 0) {
            throw SourceError.at(model.source(), new Span(1, 1, 1, 1), Phrase.of("cli", "model.empty"))
                    .hint(Phrase.of("cli", "hint.model.empty"));
        }
        warn(model, console);
        return model;
    }

    /** Says what does not keep a model from running, and may not be meant. */
    static void warn(Model model, Console console) {
        model.warnings()
                .forEach(warning -> console.err().println(console.say("warning", warning.render(console.locale()))));
        console.err().flush();
    }

    /**
     * Reads what it asks; empty where it asks nothing, which is said.
     *
     * @throws IOException when it cannot be read
     * @throws SourceError when it is no model, or has not what it asks
     */
    Optional<Assignment> asked(Console console) throws IOException {
        Model model = read(console);
        Assignment assignment = Assignment.of(model);
        if (assignment.questions().isEmpty()) {
            console.complain("mark.nothing", model.source().name());
            return Optional.empty();
        }
        return Optional.of(assignment);
    }

    static Model read(Path file, Console console) throws IOException {
        return read(file, OptionalInt.empty(), console);
    }

    private static Model read(Path file, OptionalInt sample, Console console) throws IOException {
        requireNoFolder(file, console);
        if (Files.notExists(file) && file.equals(Path.of(SAMPLE))) {
            return ChainReader.read(Source.of(SAMPLE, packed()), Path.of(""), sample);
        }
        Model model = ChainReader.read(file, sample);
        if (model.program().points() > LONG) {
            console.complain("long", model.source().name(), model.program().points() / MILLION);
        }
        return model;
    }

    /** A folder cannot be read as a file, which the system says in its own words only. */
    static void requireNoFolder(Path file, Console console) throws FileSystemException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(
                    console.say("file.folder", file.toString().isEmpty() ? "." : file));
        }
    }

    private static String packed() {
        try (InputStream text = ModelFile.class.getResourceAsStream("/chainstep/" + SAMPLE)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
