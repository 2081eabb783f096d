package chainstep.ui.file;

import chainstep.data.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a window remembers until the next time, in one small file: {@code window.properties} in the user's state folder.
 *
 * <p>What cannot be read is as if it had never been there; what cannot be written is not remembered.
 */
public final class Remembered {
    private static final int RECENT = 12;
    private static final String RECENT_KEY = "recent.";

    private final Optional<Path> file;
    private final Properties values = new Properties();

    private Remembered(Optional<Path> file) {
        this.file = file;
        file.filter(Files::isReadable).ifPresent(this::read);
    }

    /** What was remembered in a folder. */
    public static Remembered in(Path folder) {
        return new Remembered(Optional.of(folder.resolve("window.properties")));
    }

    /** Nothing, and nothing will be: for pictures and tests. */
    public static Remembered nothing() {
        return new Remembered(Optional.empty());
    }

    private void read(Path from) {
        try (Reader text = Files.newBufferedReader(from, StandardCharsets.UTF_8)) {
            values.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            values.clear();
        }
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    public void put(String key, String value) {
        values.setProperty(key, value);
    }

    public void forget(String key) {
        values.remove(key);
    }

    public Optional<Double> number(String key) {
        try {
            return get(key).map(Double::valueOf).filter(Double::isFinite);
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** A file by its key, if it is still there. */
    public Optional<Path> file(String key) {
        try {
            return get(key).map(Path::of).filter(Files::isRegularFile);
        } catch (InvalidPathException damaged) {
            return Optional.empty();
        }
    }

    /** The files opened last, the latest first, as far as they are still there. */
    public List<Path> recent() {
        return IntStream.range(0, RECENT)
                .mapToObj(k -> file(RECENT_KEY + k))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Puts a file in front of the recent ones. */
    public void opened(Path path) {
        List<Path> files = new ArrayList<>(recent());
        Path whole = path.toAbsolutePath().normalize();
        files.remove(whole);
        files.add(0, whole);
        for (int k = 0; k < Math.min(RECENT, files.size()); k++) {
            put(RECENT_KEY + k, files.get(k).toString());
        }
        put("last", whole.toString());
        keep();
    }

    /** Writes all of it down. */
    public void keep() {
        file.ifPresent(place -> {
            try {
                WholeFile.write(place, text());
            } catch (IOException unwritable) {
                // remembering is a convenience: without it the next window begins anew
            }
        });
    }

    /** Sorted, and without the date that Properties would write. */
    private String text() throws IOException {
        StringWriter lines = new StringWriter();
        values.store(lines, null);
        return lines.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
