package chainstep.ui.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The networks that travel with the program, read where they lie: in its jar, or in a folder of classes. */
public final class Samples {
    private static final String FIRST = "/chainstep/samples/mazur.chain";
    private static final Pattern TITLE = Pattern.compile("(?m)^title\\(\"(.*?)\"\\)");
    private static final List<String> GROUPS = List.of("", "lectures", "worked");

    /**
     * One of them.
     *
     * @param group the folder it lies in; empty for the top one
     * @param title what its file says it is, else its name
     */
    public record Sample(Path file, String group, String name, String title) {
        /** Its text. */
        public String text() {
            return read(file);
        }
    }

    private Samples() {}

    /** The one that the first start shows. */
    public static Sample mazur() {
        Path file = root().resolve("mazur.chain");
        return sample(root(), file);
    }

    /** All of them but those that are wrong on purpose; the whole project's example first. */
    public static List<Sample> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".chain"))
                    .filter(file -> GROUPS.contains(group(root, file)))
                    .map(file -> sample(root, file))
                    .sorted(Comparator.comparingInt((Sample sample) -> GROUPS.indexOf(sample.group()))
                            .thenComparing(Sample::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder a file lies in, as seen from the top one. */
    private static String group(Path root, Path file) {
        return root.relativize(file.getParent()).toString().replace('\\', '/');
    }

    private static Sample sample(Path root, Path file) {
        String name = file.getFileName().toString();
        Matcher title = TITLE.matcher(read(file));
        return new Sample(file, group(root, file), name, title.find() ? title.group(1) : name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        try {
            URI place = Samples.class.getResource(FIRST).toURI();
            Path first = place.getScheme().equals("jar") ? inJar(place) : Path.of(place);
            return first.getParent();
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("the samples cannot be read", unreadable);
        }
    }

    /** The jar stays open: what is read of a sample may be read much later. */
    private static Path inJar(URI place) throws IOException {
        FileSystem jar;
        try {
            jar = FileSystems.newFileSystem(place, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
            jar = FileSystems.getFileSystem(place);
        }
        return jar.getPath(FIRST);
    }
}
