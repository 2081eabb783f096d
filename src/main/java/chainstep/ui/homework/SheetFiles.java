package chainstep.ui.homework;

import chainstep.data.WholeFile;
import chainstep.homework.AnswerSheet;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.answer.SheetWriter;
import chainstep.ui.Draft;
import chainstep.ui.file.Asking;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where sheets come to the page and go from it: CSV and XLSX, one at a time or a folder of them. */
public final class SheetFiles {
    private final HomeworkController controller;
    private final Asking asking;

    public SheetFiles(HomeworkController controller, Asking asking) {
        this.controller = controller;
        this.asking = asking;
    }

    private HomeworkScene scene() {
        return controller.scene();
    }

    private Words words() {
        return Words.of("ui", scene().settings().locale());
    }

    private Optional<Path> folder() {
        return scene().file().or(() -> scene().draft().file()).map(Path::getParent);
    }

    /** Asks which sheet to read, and puts it on the page. */
    public void read() {
        asking.openSheet(folder(), words()).ifPresent(this::read);
    }

    /** Puts a sheet on the page; says why where it cannot be read. */
    public void read(Path file) {
        Optional<Paper> paper = paper(file);
        paper.ifPresent(read -> {
            boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
            controller.put(read, csv ? Optional.of(file) : Optional.empty());
            controller.say(Phrase.of("ui", "homework.file.read", name(file)));
        });
    }

    private Optional<Paper> paper(Path file) {
        Exercise exercise = scene().exercise().orElseThrow();
        try {
            AnswerSheet sheet = new SheetReader(exercise.worked().assignment()).read(file);
            return Optional.of(Helped.on(Paper.of(sheet), file));
        } catch (SheetException unread) {
            controller.complain(unread.phrase());
        } catch (IOException missing) {
            controller.complain(Phrase.of("ui", "file.unreadable", file.toString()));
        }
        return Optional.empty();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Saves the sheet where it came from, or asks; says whether it is saved. */
    public boolean save() {
        return scene().file().map(this::write).orElseGet(this::saveAs);
    }

    /** Asks where to save. */
    public boolean saveAs() {
        String suggested = stem(scene().draft()) + "-answers.csv";
        return asking.saveSheet(folder(), suggested, words()).map(this::write).orElse(false);
    }

    static String stem(Draft draft) {
        return draft.name().map(name -> name.replaceFirst("\\.chain$", "")).orElse("homework");
    }

    private boolean write(Path file) {
        try {
            WholeFile.write(file, text(scene()));
        } catch (IOException unwritable) {
            controller.complain(Phrase.of("ui", "file.unwritable", file.toString()));
            return false;
        }
        controller.saved(file);
        controller.say(Phrase.of("ui", "file.saved", name(file)));
        return true;
    }

    /** A sheet as a CSV file. */
    static String text(HomeworkScene scene) {
        Exercise exercise = scene.exercise().orElseThrow();
        return new SheetWriter(exercise.worked().assignment(), Locale.ENGLISH)
                .csv(exercise.sheet(scene.paper()), Helped.remarks(scene.paper()));
    }

    /** Begins to mark the sheets that lie beside one. */
    public void openDesk() {
        asking.openSheet(folder(), words())
                .ifPresent(file -> openDesk(file.toAbsolutePath().getParent(), file));
    }

    /** Begins to mark the sheets of a folder with one of them. */
    public void openDesk(Path folder, Path first) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> roster = files.filter(file -> SheetReader.isSheet(file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (roster.isEmpty()) {
                controller.complain(Phrase.of("ui", "homework.desk.none", folder.toString()));
            } else {
                turn(roster, Math.max(0, roster.indexOf(folder.resolve(first.getFileName()))));
            }
        } catch (IOException unreadable) {
            controller.complain(Phrase.of("ui", "file.unreadable", folder.toString()));
        }
    }

    /** To another sheet of the class; what was changed on this one is saved. */
    public void go(int by) {
        Desk desk = scene().desk();
        int next = desk.at() + by;
        if (desk.isOpen() && next >= 0 && next < desk.roster().size() && (scene().saved() || save())) {
            turn(desk.roster(), next);
        }
    }

    private void turn(List<Path> roster, int at) {
        Path sheet = roster.get(at);
        Exercise exercise = scene().exercise().orElseThrow();
        Paper paper =
                paper(sheet).orElseGet(() -> Paper.blank(exercise.questions().size()));
        Optional<chainstep.ui.DebugScene.Said> trouble = scene().said();
        controller.put(paper, kept(sheet));
        try {
            controller.desk(new Desk(roster, at, remarks(sheet).of(sheet, exercise.questions())));
        } catch (IOException damaged) {
            controller.desk(new Desk(roster, at, Map.of()));
            controller.complain(
                    Phrase.of("ui", "file.unreadable", remarks(sheet).file().toString()));
        }
        trouble.filter(said -> said.wrong()).ifPresent(said -> controller.complain(said.phrase()));
    }

    /** A workbook is not written back; beside it a CSV file is. */
    private static Optional<Path> kept(Path sheet) {
        String name = name(sheet);
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? Optional.of(sheet)
                : Optional.of(sheet.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ".csv"));
    }

    private Remarks remarks(Path sheet) {
        return new Remarks(sheet.toAbsolutePath().getParent(), stem(scene().draft()));
    }

    /** Writes down what the teacher says of an answer. */
    public void remark(int question, Remark remark) {
        Desk desk = scene().desk().with(question, remark);
        controller.desk(desk);
        desk.sheet().ifPresent(sheet -> {
            try {
                remarks(sheet).put(sheet, scene().exercise().orElseThrow().questions(), desk.remarks());
            } catch (IOException unwritable) {
                controller.complain(
                        Phrase.of("ui", "file.unwritable", remarks(sheet).file().toString()));
            }
        });
    }
}
