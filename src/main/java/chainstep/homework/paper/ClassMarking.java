package chainstep.homework.paper;

import chainstep.data.WholeFile;
import chainstep.graph.BrokenOff;
import chainstep.homework.AnswerSheet;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Rules;
import chainstep.homework.answer.Listed;
import chainstep.homework.answer.Replaced;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.UnknownSheet;
import chainstep.run.Progress;
import chainstep.words.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Marks a class, sheet by sheet: reports are written where the sheets are marked, the table and the page of the class at the end. */
public final class ClassMarking {
    /** Within the folder for what is written, that of the reports. */
    public static final String REPORTS = "students";

    private final Consumer<Phrase> damage;
    private final Paper paper;
    private final boolean exact;
    private final Optional<Register> register;
    private final Report report;
    private final SheetReader reader;
    private final Checker checker;
    private final Rules rules;
    private final Path out;
    private final Marks marks;
    private final Remarks.Said said;
    private final Tally tally = new Tally();
    /** The file that each id was met in first. */
    private final Map<String, String> ids = new HashMap<>();

    private record Sheet(Path file, String name) {}

    /** What became of a sheet. */
    private sealed interface Outcome {
        record Marked(String file, Graded sheet) implements Outcome {}

        record Damaged(String file, Phrase why) implements Outcome {}
    }

    /**
     * @param exact whether the exact values are told
     * @param out the folder for what is written
     * @param register where each student has their own numbers, whose sheet has which
     * @param said what the teacher says of the sheets
     * @param damage is told of each sheet that is passed over, and why
     */
    public ClassMarking(
            Paper paper,
            Rules rules,
            boolean exact,
            Path out,
            Optional<Register> register,
            Remarks.Said said,
            Consumer<Phrase> damage) {
        this.said = said;
        this.damage = damage;
        this.paper = paper;
        this.exact = exact;
        this.register = register;
        this.rules = rules;
        this.out = out;
        this.report = new Report(paper, exact);
        this.reader = new SheetReader(paper.worked().assignment());
        this.checker = new Checker(paper.worked());
        this.marks = new Marks(paper);
    }

    /**
     * What in a folder looks like a sheet and is not hidden, as a spreadsheet hides those it has open, nor replaced by a copy, nor a list
     * of students; by name.
     *
     * @throws IOException when it cannot be listed
     */
    public static List<Path> sheets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sheets = files.filter(ClassMarking::isSeen)
                    .filter(file -> isSheet(file) && !Listed.hasHeader(file))
                    .sorted(Comparator.comparing(ClassMarking::name))
                    .toList();
            return Replaced.without(sheets);
        }
    }

    /**
     * How many files of a folder are left alone: neither sheets nor assignments nor what the teacher said, nor hidden.
     *
     * @throws IOException when it cannot be listed
     */
    public static long others(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ClassMarking::isSeen)
                    .filter(file -> (!isSheet(file) || Listed.hasHeader(file))
                            && !Remarks.isTheirs(file)
                            && !name(file).endsWith(".chain"))
                    .count();
        }
    }

    private static boolean isSeen(Path file) {
        return !name(file).matches("(?s)[.~].*") && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Of a whole folder only what a spreadsheet writes is taken for a sheet, no notes. */
    private static boolean isSheet(Path file) {
        return name(file).toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|xlsx)");
    }

    /**
     * Marks the sheets, in their order.
     *
     * @param crew reads and marks them, and writes the reports
     * @param progress is told how many are done
     * @throws IOException when a report cannot be written
     * @throws BrokenOff when the progress says so; the reports written by then stay, the table of marks is not written
     */
    public Tally mark(List<Path> files, Crew crew, Progress progress) throws IOException {
        List<String> names = FileNames.of(files.stream().map(ClassMarking::name).toList());
        List<Sheet> sheets = IntStream.range(0, files.size())
                .mapToObj(k -> new Sheet(files.get(k), names.get(k)))
                .toList();
        WholeFile.unlink(out.resolve(REPORTS));
        try {
            crew.inOrder(sheets, this::outcome, outcome -> {
                add(outcome);
                progress.reached(tally.sheets() + tally.damaged());
                if (progress.cancelled()) {
                    throw new BrokenOff();
                }
            });
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
        WholeFile.writeHere(out.resolve("marks.csv"), marks.csv().getBytes(StandardCharsets.UTF_8));
        write(out, "class", new ClassPage(paper, tally).page());
        return tally;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void add(Outcome outcome) {
        if (outcome instanceof Outcome.Marked marked) {
            marks.add(marked.file(), noted(marked.file(), marked.sheet()));
            tally.add(marked.sheet().sheet());
            tally.overridden(marked.sheet().overridden());
        } else if (outcome instanceof Outcome.Damaged damaged) {
            marks.addDamaged(damaged.file(), damaged.why());
            tally.addDamaged();
            damage.accept(damaged.why());
        }
    }

    /** The sheet, with a remark where another bears the same id. */
    private Graded noted(String file, Graded marked) {
        AnswerSheet sheet = marked.machine().sheet();
        String other = register.isEmpty() ? null : ids.putIfAbsent(sheet.id(), file);
        if (other == null) {
            return marked;
        }
        List<Phrase> remarks = new ArrayList<>(sheet.remarks());
        remarks.add(Phrase.of("homework", "variant.again", sheet.id(), other));
        return marked.on(new AnswerSheet(sheet.student(), sheet.id(), sheet.answers(), remarks));
    }

    private Outcome outcome(Sheet sheet) {
        String file = name(sheet.file());
        MarkedSheet marked;
        Report told = report;
        try {
            if (!Files.isRegularFile(sheet.file(), LinkOption.NOFOLLOW_LINKS)) {
                return damaged(file, "paper.link");
            }
            AnswerSheet read = reader.read(sheet.file());
            if (register.isPresent()) {
                Register.Own own = register.get().own(read);
                marked = new Checker(own.worked()).check(own.sheet(), rules);
                told = new Report(paper.of(own.worked()), exact);
            } else {
                marked = checker.check(read, rules);
            }
        } catch (SheetException trouble) {
            return new Outcome.Damaged(file, named(trouble.phrase(), file));
        } catch (UnknownSheet stranger) {
            return new Outcome.Damaged(file, Phrase.of("homework", "paper.unread", file, stranger.phrase()));
        } catch (NoSuchFileException trouble) {
            return damaged(file, "paper.gone");
        } catch (AccessDeniedException trouble) {
            return damaged(file, "paper.denied");
        } catch (IOException trouble) {
            return damaged(file, "paper.broken", String.valueOf(trouble.getMessage()));
        } catch (BrokenOff broken) {
            throw broken;
        } catch (RuntimeException | StackOverflowError bug) {
            return damaged(file, "paper.bug", bug);
        }
        Graded graded = Graded.of(
                marked, said.of(sheet.file(), paper.worked().assignment().questions()), rules);
        try {
            write(out.resolve(REPORTS), sheet.name(), told.page(file, graded));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return new Outcome.Marked(file, graded);
    }

    /** What is said of a file, by its name alone: the same wherever the folder lies. */
    private static Phrase named(Phrase trouble, String file) {
        List<Object> arguments = new ArrayList<>(trouble.arguments());
        arguments.set(0, file);
        return new Phrase(trouble.room(), trouble.key(), arguments);
    }

    private static Outcome damaged(String file, String key, Object... arguments) {
        return new Outcome.Damaged(
                file, Phrase.of("homework", "paper.unread", file, Phrase.of("homework", key, arguments)));
    }

    private void write(Path folder, String name, String page) throws IOException {
        byte[] html = ("<!DOCTYPE html>\n" + page).getBytes(StandardCharsets.UTF_8);
        WholeFile.writeHere(folder.resolve(name + ".html"), html);
        WholeFile.writeHere(folder.resolve(name + ".pdf"), paper.pdf(page));
    }
}
