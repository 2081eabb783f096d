package chainstep.ui.homework;

import chainstep.data.WholeFile;
import chainstep.graph.BrokenOff;
import chainstep.homework.Assignment;
import chainstep.homework.Rules;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.paper.ClassMarking;
import chainstep.homework.paper.Crew;
import chainstep.homework.paper.DamagedRemarks;
import chainstep.homework.paper.Paper;
import chainstep.homework.paper.Pictures;
import chainstep.homework.paper.Remarks;
import chainstep.homework.paper.Tally;
import chainstep.homework.paper.Worksheet;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.Registers;
import chainstep.run.Progress;
import chainstep.ui.Tasks;
import chainstep.ui.file.Asking;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is done with a whole class at once: its folder of sheets marked, its worksheet printed; beside the page, which stays to be used. */
public final class ClassDesk {
    /** Behind the name of the folder of sheets, that of the one for what is written. */
    private static final String MARKED = "-marked";

    private final HomeworkController controller;
    private final Asking asking;
    private final Tasks tasks;
    private final Pictures pictures;
    private final Supplier<Optional<Consumer<Path>>> browser;

    /**
     * @param tasks its own, so that nothing waits for a class
     * @param pictures draws for paper
     * @param browser shows a page, where the machine can; asked when there is one
     */
    public ClassDesk(
            HomeworkController controller,
            Asking asking,
            Tasks tasks,
            Pictures pictures,
            Supplier<Optional<Consumer<Path>>> browser) {
        this.controller = controller;
        this.asking = asking;
        this.tasks = tasks;
        this.pictures = pictures;
        this.browser = browser;
    }

    /** What became of a folder. */
    private record Outcome(int sheets, int damaged, List<Phrase> strangers) {}

    private Locale locale() {
        return controller.scene().settings().locale();
    }

    private Words words() {
        return Words.of("ui", locale());
    }

    private Optional<Path> folder() {
        return controller.scene().draft().file().map(Path::toAbsolutePath).map(Path::getParent);
    }

    private Exercise exercise() {
        return controller.scene().asked().orElseThrow();
    }

    private ClassRun run() {
        return controller.scene().run().orElse(ClassRun.BEGUN);
    }

    /** Whether a folder is being marked. */
    public boolean isGoing() {
        return controller.scene().run().filter(ClassRun::going).isPresent();
    }

    /** Asks which folder to mark, and marks it. */
    public void mark() {
        asking.openFolder(folder(), words()).ifPresent(this::mark);
    }

    /** Marks all sheets of a folder into another beside it, each by the numbers of its id where they have some. */
    public void mark(Path folder) {
        Path from = folder.toAbsolutePath().normalize();
        if (from.getFileName() == null) {
            controller.complain(Phrase.of("ui", "homework.mark.root", from.toString()));
            return;
        }
        Path out = from.resolveSibling(from.getFileName() + MARKED);
        List<Path> near = Stream.concat(Stream.of(from, from.getParent()), folder().stream())
                .toList();
        SheetReader reader = new SheetReader(exercise().worked().assignment());
        controller.run(ClassRun.BEGUN);
        tasks.run(
                progress -> need(from, near, reader),
                reached -> {},
                need -> mark(from, out, need),
                trouble -> failed(trouble, out));
    }

    /** Asks for the numbers of the students where they are needed and not found. */
    private void mark(Path from, Path out, Registers.Need need) {
        Optional<Path> variants =
                need.folder().or(() -> need.ids() ? asking.openVariants(Optional.of(from), words()) : Optional.empty());
        if (need.ids() && variants.isEmpty()) {
            controller.run(run().ended());
            controller.complain(Phrase.of("ui", "homework.mark.variants", from.toString()));
        } else if (variants.isPresent() && !Files.isRegularFile(variants.get().resolve(Register.LIST))) {
            controller.run(run().ended());
            controller.complain(Phrase.of("ui", "homework.mark.variants.none", variants.get(), Register.LIST));
        } else {
            mark(from, out, variants);
        }
    }

    private static Registers.Need need(Path from, List<Path> near, SheetReader reader) {
        try {
            return Registers.near(near).of(ClassMarking.sheets(from), reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void mark(Path from, Path out, Optional<Path> variants) {
        Assignment assignment = exercise().worked().assignment();
        Paper paper = new Paper(exercise().worked(), locale(), pictures);
        Rules rules = controller.scene().rules();
        AtomicInteger all = new AtomicInteger();
        tasks.run(
                progress -> {
                    Optional<Register> register = variants.map(folder -> register(folder, assignment));
                    Remarks.Said said = said(from);
                    return marked(
                            new ClassMarking(paper, rules, true, out, register, said, why -> {}),
                            from,
                            all,
                            there -> said.strangers(there, assignment.questions()),
                            progress);
                },
                count -> controller.run(run().reached(count, all.get())),
                outcome -> ended(outcome, from, out, variants),
                trouble -> failed(trouble, out));
    }

    private Remarks.Said said(Path folder) {
        try {
            return new Remarks(folder, SheetFiles.stem(controller.scene().draft())).read();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Register register(Path folder, Assignment assignment) {
        try {
            return Register.read(folder, assignment);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Outcome marked(
            ClassMarking marking,
            Path folder,
            AtomicInteger all,
            Function<List<Path>, List<Phrase>> strangers,
            Progress progress) {
        try {
            List<Path> sheets = ClassMarking.sheets(folder);
            all.set(sheets.size());
            if (sheets.isEmpty()) {
                return new Outcome(0, 0, List.of());
            }
            Tally tally = marking.mark(sheets, Crew.ALONE, progress);
            return new Outcome(tally.sheets(), tally.damaged(), strangers.apply(sheets));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private void ended(Outcome outcome, Path from, Path out, Optional<Path> variants) {
        if (outcome.sheets() + outcome.damaged() == 0) {
            controller.run(run().ended());
            controller.complain(Phrase.of("ui", "homework.desk.none", from.toString()));
        } else {
            controller.run(browser.get().isPresent() ? run().written(out.resolve("class.html")) : run().ended());
            Phrase done = Phrase.of("ui", "homework.mark.done", outcome.sheets(), outcome.damaged(), out.toString());
            Phrase whole = variants.map(by -> Phrase.of("ui", "homework.mark.own", done, by.toString()))
                    .orElse(done);
            if (outcome.strangers().isEmpty()) {
                controller.say(whole);
            } else {
                controller.complain(Phrase.of(
                        "ui",
                        "homework.mark.strangers",
                        whole,
                        outcome.strangers().size(),
                        outcome.strangers().get(0)));
            }
        }
    }

    private void failed(RuntimeException trouble, Path out) {
        controller.run(run().ended());
        if (trouble instanceof BrokenOff) {
            controller.say(Phrase.of("ui", "homework.mark.broken", run().done(), out.toString()));
        } else if (trouble.getCause() instanceof DamagedRemarks damaged) {
            controller.complain(damaged.phrase());
        } else if (trouble instanceof UncheckedIOException unwritten) {
            controller.complain(Phrase.of(
                    "ui",
                    "homework.mark.unwritable",
                    out.toString(),
                    String.valueOf(unwritten.getCause().getMessage())));
        } else {
            controller.complain(Mishap.of(trouble));
        }
    }

    /** Ends the marking of a folder after the sheet that is being marked. */
    public void cancel() {
        tasks.cancel();
    }

    /** The page about the class that was marked last. */
    public Optional<Path> page() {
        return controller.scene().run().flatMap(ClassRun::page);
    }

    /** Shows the page about the class. */
    public void show() {
        browser.get().ifPresent(by -> page().ifPresent(by));
    }

    /** Asks where to write the assignment as it is handed out, and writes it. */
    public void print() {
        String suggested = SheetFiles.stem(controller.scene().draft()) + ".pdf";
        asking.savePdf(folder(), suggested, words()).ifPresent(this::print);
    }

    private void print(Path file) {
        Paper paper = new Paper(exercise().worked(), locale(), pictures);
        controller.say(Phrase.of("ui", "homework.worksheet.coming"));
        tasks.run(
                progress -> printed(paper, file),
                reached -> {},
                done -> controller.say(Phrase.of("ui", "homework.worksheet.done", done.toString())),
                trouble -> failed(trouble, file));
    }

    private static Path printed(Paper paper, Path file) {
        try {
            WholeFile.write(file, paper.pdf(new Worksheet(paper).page("", "")));
            return file;
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
