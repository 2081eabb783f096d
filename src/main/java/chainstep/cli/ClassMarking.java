package chainstep.cli;

import chainstep.data.WholeFile;
import chainstep.graph.BrokenOff;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Rules;
import chainstep.homework.Worked;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.homework.paper.ClassPage;
import chainstep.homework.paper.FileNames;
import chainstep.homework.paper.Marks;
import chainstep.homework.paper.Paper;
import chainstep.homework.paper.Report;
import chainstep.homework.paper.Tally;
import chainstep.run.Progress;
import chainstep.words.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Marks a class, sheet by sheet: reports are written where the sheets are marked, the table and the page of the class at the end. */
final class ClassMarking {
    /** Within the folder for what is written, that of the reports. */
    static final String REPORTS = "students";

    private final Console console;
    private final Paper paper;
    private final Report report;
    private final SheetReader reader;
    private final Checker checker;
    private final Rules rules;
    private final Path out;
    private final Marks marks;
    private final Tally tally = new Tally();

    private record Sheet(Path file, String name) {}

    /** What became of a sheet. */
    private sealed interface Outcome {
        record Marked(String file, MarkedSheet sheet) implements Outcome {}

        record Damaged(String file, Phrase why) implements Outcome {}
    }

    ClassMarking(Console console, Worked worked, Paper paper, Rules rules, boolean exact, Path out) {
        this.console = console;
        this.paper = paper;
        this.rules = rules;
        this.out = out;
        this.report = new Report(paper, exact);
        this.reader = new SheetReader(worked.assignment());
        this.checker = new Checker(worked);
        this.marks = new Marks(paper);
    }

    /** Marks the sheets, in their order. */
    Tally mark(List<Path> files, int threads, Progress progress) throws IOException {
        List<String> names = FileNames.of(files.stream().map(ClassMarking::name).toList());
        List<Sheet> sheets = IntStream.range(0, files.size())
                .mapToObj(k -> new Sheet(files.get(k), names.get(k)))
                .toList();
        try (Crew crew = new Crew(threads)) {
            crew.inOrder(sheets, this::outcome, outcome -> {
                add(outcome);
                progress.reached(tally.sheets() + tally.damaged());
            });
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
        WholeFile.write(out.resolve("marks.csv"), marks.csv());
        write(out, "class", new ClassPage(paper, tally).page());
        return tally;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void add(Outcome outcome) {
        if (outcome instanceof Outcome.Marked marked) {
            marks.add(marked.file(), marked.sheet());
            tally.add(marked.sheet());
        } else if (outcome instanceof Outcome.Damaged damaged) {
            marks.addDamaged(damaged.file(), damaged.why());
            tally.addDamaged();
            console.complain("mark.damaged", damaged.why().in(console.locale()));
        }
    }

    private Outcome outcome(Sheet sheet) {
        String file = name(sheet.file());
        MarkedSheet marked;
        try {
            if (!Files.isRegularFile(sheet.file(), LinkOption.NOFOLLOW_LINKS)) {
                return damaged(file, console.say("mark.link"));
            }
            marked = checker.check(reader.read(sheet.file()), rules);
        } catch (SheetException trouble) {
            return new Outcome.Damaged(file, named(trouble.phrase(), file));
        } catch (FileSystemException trouble) {
            return damaged(file, new Troubles(console).why(trouble));
        } catch (IOException trouble) {
            return damaged(file, String.valueOf(trouble.getMessage()));
        } catch (BrokenOff broken) {
            throw broken;
        } catch (RuntimeException | StackOverflowError bug) {
            return damaged(file, console.say("mark.bug", bug));
        }
        try {
            write(out.resolve(REPORTS), sheet.name(), report.page(file, marked));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return new Outcome.Marked(file, marked);
    }

    /** What is said of a file, by its name alone: the same wherever the folder lies. */
    private static Phrase named(Phrase trouble, String file) {
        List<Object> arguments = new ArrayList<>(trouble.arguments());
        arguments.set(0, file);
        return new Phrase(trouble.room(), trouble.key(), arguments);
    }

    private static Outcome damaged(String file, String why) {
        return new Outcome.Damaged(file, Phrase.of("homework", "paper.unread", file, why));
    }

    private void write(Path folder, String name, String page) throws IOException {
        WholeFile.write(folder.resolve(name + ".html"), "<!DOCTYPE html>\n" + page);
        WholeFile.write(folder.resolve(name + ".pdf"), paper.pdf(page));
    }
}
