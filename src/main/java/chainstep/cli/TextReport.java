package chainstep.cli;

import chainstep.graph.Node;
import chainstep.lang.Take;
import chainstep.train.Confusion;
import chainstep.train.Course;
import chainstep.train.Diverged;
import chainstep.train.Epoch;
import chainstep.train.Log;
import chainstep.train.Patience;
import chainstep.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of training for a reader: a line for some of its epochs, and at the end who was taken for whom. */
final class TextReport implements TrainReport {
    /** A table of more classes fits no terminal. */
    private static final int MOST_CLASSES = 20;

    private final Console console;
    private final Course course;
    private final Path file;

    TextReport(Console console, Course course, Path file) {
        this.console = console;
        this.course = course;
        this.file = file;
    }

    @Override
    public void epoch(Epoch epoch, boolean isTold) {
        if (!isTold) {
            return;
        }
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

    @Override
    public void nothing(long epochs) {
        console.tell("train.nothing", epochs);
    }

    @Override
    public void confusion(Take.Part part, Confusion confusion) {
        int size = confusion.classes().size();
        if (size > MOST_CLASSES) {
            return;
        }
        console.tell("train.confusion." + Log.name(part));
        List<List<String>> columns =
                IntStream.range(0, size).mapToObj(k -> column(confusion, k)).toList();
        Table table = new Table();
        for (int row = 0; row <= size; row++) {
            int line = row;
            String name = row == 0 ? "" : confusion.classes().get(row - 1);
            table.row(Stream.concat(Stream.of(name), columns.stream().map(column -> column.get(line)))
                    .toArray(String[]::new));
        }
        table.lines().forEach(console.out()::println);
    }

    /** A class's name and the rows taken for it, one below the other, flush right. */
    private static List<String> column(Confusion confusion, int said) {
        List<String> cells = Stream.concat(
                        Stream.of(confusion.classes().get(said)),
                        confusion.counts().stream().map(row -> String.valueOf(row.get(said))))
                .toList();
        int width = cells.stream().mapToInt(Table::width).max().orElse(0);
        return cells.stream()
                .map(cell -> " ".repeat(width - Table.width(cell)) + cell)
                .toList();
    }

    @Override
    public void diverged(Diverged where) {
        long epoch = where.iteration() / course.perEpoch() + 1;
        console.complain("train.diverged", epoch, where.iteration(), where.loss());
        where.where(course.program())
                .map(Node::origin)
                .filter(place -> place.line() > 0)
                .ifPresent(place -> {
                    String line = course.model().source().line(place.line()).strip();
                    console.complain("train.diverged.where", place.line(), line);
                });
    }

    @Override
    public void end(End how, Trainer trainer, Optional<Patience> patience, TrainFolder folder) {
        if (how == End.EARLY) {
            console.tell("train.early", trainer.epoch(), patience.orElseThrow().bestEpoch());
        } else if (how == End.BROKEN_OFF) {
            console.complain(
                    "train.broken", trainer.epoch() + 1, trainer.state().iteration());
        }
        if (folder.folder().isPresent()) {
            console.tell("train.kept", folder.checkpoint().get(), folder.log().get());
            folder.best()
                    .ifPresent(best ->
                            console.tell("train.best", patience.orElseThrow().bestEpoch(), best));
        }
        if (how == End.BROKEN_OFF && folder.folder().isPresent()) {
            console.complain(
                    "train.again",
                    file,
                    folder.checkpoint().get(),
                    folder.folder().get());
        } else if (how == End.BROKEN_OFF) {
            console.complain("train.lost");
        }
    }
}
