package chainstep.train;

import chainstep.data.WholeFile;
import chainstep.lang.Take;
import java.io.IOException;
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
    private final List<Epoch> epochs = new ArrayList<>();

    public Log(Course course) {
        this.parts = course.parts();
    }

    public void add(Epoch epoch) {
        epochs.add(epoch);
    }

    /** Writes all of it: beside its place, then renamed. */
    public void write(Path file) throws IOException {
        String lines = Stream.concat(Stream.of(header()), epochs.stream().map(this::line))
                .collect(Collectors.joining("\n", "", "\n"));
        WholeFile.write(file, lines);
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
