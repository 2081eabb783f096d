package chainstep.train;

import chainstep.data.WholeFile;
import chainstep.lang.Take;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, epoch by epoch, as a CSV table. Mutable; one thread. */
public final class Log {
    private final List<Take.Part> parts;
    private final List<String> lines = new ArrayList<>();

    public Log(Course course) {
        this.parts = course.parts();
    }

    public void add(Epoch epoch) {
        lines.add(line(epoch));
    }

    /**
     * Takes over the rows of an earlier run, up to a number of updates; true where there are any. A table of other columns is passed over.
     *
     * @throws IOException when the file is there and cannot be read
     */
    public boolean load(Path file, long updates) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        List<String> known = Files.readAllLines(file);
        if (!known.isEmpty() && known.get(0).equals(header())) {
            known.stream().skip(1).filter(row -> updates(row) <= updates).forEach(lines::add);
        }
        return !lines.isEmpty();
    }

    private static long updates(String row) {
        String[] cells = row.split(",", 3);
        return cells.length == 3 && cells[1].matches("\\d{1,18}") ? Long.parseLong(cells[1]) : Long.MAX_VALUE;
    }

    /** Writes all of it: beside its place, then renamed. */
    public void write(Path file) throws IOException {
        String text = Stream.concat(Stream.of(header()), lines.stream()).collect(Collectors.joining("\n", "", "\n"));
        WholeFile.write(file, text);
    }

    private String header() {
        return "epoch,updates,batch_loss"
                + parts.stream()
                        .map(part -> name(part) + "_loss," + name(part) + "_accuracy")
                        .map(columns -> "," + columns)
                        .collect(Collectors.joining())
                + ",seconds";
    }

    /** What a part is called in files. */
    public static String name(Take.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private String line(Epoch epoch) {
        return epoch.number() + "," + epoch.updates() + "," + number(epoch.batchLoss())
                + parts.stream().map(part -> "," + scores(epoch.scores(), part)).collect(Collectors.joining())
                + "," + String.format(Locale.ROOT, "%.3f", epoch.seconds());
    }

    private static String scores(Map<Take.Part, Measure.Score> scores, Take.Part part) {
        Measure.Score score = scores.get(part);
        return number(score.loss()) + ","
                + (score.accuracy().isPresent() ? number(score.accuracy().getAsDouble()) : "");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
