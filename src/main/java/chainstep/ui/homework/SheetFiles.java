package chainstep.ui.homework;

import chainstep.data.WholeFile;
import chainstep.homework.AnswerSheet;
import chainstep.homework.answer.Listed;
import chainstep.homework.answer.Replaced;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.answer.SheetWriter;
import chainstep.homework.paper.ClassMarking;
import chainstep.homework.paper.DamagedRemarks;
import chainstep.homework.paper.Remark;
import chainstep.homework.paper.Remarks;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Draft;
import chainstep.ui.file.Asking;
import chainstep.ui.homework.Desk.Seat;
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

    /** Puts a sheet on the page; says why where it cannot be read, and whether it could. */
    public boolean read(Path file) {
        if (!keep()) {
            return false;
        }
        boolean over = !scene().desk().isOpen() && !scene().paper().isBlank();
        Optional<Found> read = found(file);
        read.ifPresent(found -> {
            controller.put(found.paper(), found.isWhole(file) ? Optional.of(file) : Optional.empty());
            Optional<Phrase> other = otherNumbers(found.paper(), file);
            if (other.isPresent()) {
                controller.complain(other.get());
            } else if (found.strangers().isEmpty()) {
                String key = over ? "homework.file.read.over" : "homework.file.read";
                controller.say(Phrase.of("ui", key, name(file)));
            } else {
                controller.complain(found.trouble(file));
            }
        });
        return read.isPresent();
    }

    /** What is to be said of a sheet whose id says that its numbers are not those of the assignment. */
    private Optional<Phrase> otherNumbers(Paper paper, Path file) {
        OwnNumbers own = OwnNumbers.of(paper, file, scene().asked().orElseThrow(), scene().draft());
        return own.exercise().isEmpty()
                ? own.trouble()
                : Optional.of(Phrase.of("ui", "homework.file.variant", name(file), paper.id()));
    }

    /**
     * Whether the sheet of a class may be put away for another assignment: it is saved, here or where the user says, or is not
     * wanted.
     */
    public boolean mayPutAway() {
        while (!keep()) {
            String name = scene().desk().sheet().map(SheetFiles::name).orElse("");
            Asking.Answer answer = asking.unsaved(name, words());
            if (answer == Asking.Answer.CANCEL) {
                return false;
            } else if (answer == Asking.Answer.DISCARD) {
                controller.desk(Desk.NONE);
            } else if (saveAs()) {
                return true;
            }
        }
        return true;
    }

    /** Saves the sheet of the class that is on the page, where it was changed; says whether it could be. */
    public boolean keep() {
        return !scene().desk().isOpen() || scene().saved() || save();
    }

    /** Whether the sheet may make room for a class: it is in its file, or in none and kept aside. */
    private boolean mayLeave() {
        return scene().saved() || scene().file().isEmpty() || save();
    }

    /**
     * What a sheet holds.
     *
     * @param strangers what is said of rows that answer nothing, which would be lost if it were written over
     */
    private record Found(Paper paper, List<Phrase> strangers) {
        /** Whether a text of the page is all that the file holds. */
        boolean isWhole(Path file) {
            return isText(file) && strangers.isEmpty();
        }

        Phrase trouble(Path file) {
            return Phrase.of("ui", "homework.file.partly", name(file), strangers.size(), strangers.get(0));
        }
    }

    private static boolean isText(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private SheetReader reader() {
        return new SheetReader(scene().asked().orElseThrow().worked().assignment());
    }

    private Optional<Found> found(Path file) {
        try {
            AnswerSheet sheet = reader().read(file);
            return Optional.of(new Found(Helped.on(Paper.of(sheet), file), sheet.strangers()));
        } catch (SheetException unread) {
            controller.complain(
                    Listed.isList(file) ? Phrase.of("ui", "homework.roster.list", name(file)) : unread.phrase());
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
        Optional<Path> sheet = scene().desk().sheet().filter(other -> !other.equals(file));
        Optional<String> other = sheet.filter(Files::exists)
                .filter(there -> Replaced.copy(there).equals(file))
                .map(SheetFiles::name)
                .or(() -> Replaced.by(file));
        try {
            WholeFile.write(file, text(scene(), other.map(Replaced::line)));
            controller.saved(file);
            if (sheet.isPresent() && other.isPresent()) {
                remarks(file).move(sheet.get(), file);
                controller.desk(scene().desk().on(file));
            }
        } catch (IOException unwritable) {
            controller.complain(Phrase.of("ui", "file.unwritable", file.toString()));
            return false;
        }
        controller.say(
                sheet.isPresent() && other.isPresent()
                        ? Phrase.of("ui", "homework.desk.copied", name(file), other.get())
                        : Phrase.of("ui", "file.saved", name(file)));
        return true;
    }

    /** A sheet as a CSV file. */
    static String text(HomeworkScene scene) {
        return text(scene, Optional.empty());
    }

    private static String text(HomeworkScene scene, Optional<String> remark) {
        Exercise exercise = scene.exercise().orElseThrow();
        List<String> remarks = Stream.concat(remark.stream(), Helped.remarks(scene.paper()).stream())
                .toList();
        return new SheetWriter(exercise.worked().assignment(), Locale.ENGLISH)
                .csv(exercise.sheet(scene.paper()), remarks);
    }

    /** Begins to mark the sheets that lie beside one. */
    public void openDesk() {
        asking.openSheet(folder(), words())
                .ifPresent(file -> openDesk(file.toAbsolutePath().getParent(), file));
    }

    /** Begins to mark the sheets of a folder with one of them, or those of a list of students that is taken for one. */
    public void openDesk(Path folder, Path first) {
        if (isList(first)) {
            openRoster(first);
            return;
        }
        try {
            List<Seat> roster = ClassMarking.sheets(folder).stream()
                    .map(file -> new Seat(file, ""))
                    .toList();
            if (roster.isEmpty()) {
                controller.complain(Phrase.of("ui", "homework.desk.none", folder.toString()));
            } else if (mayLeave()) {
                turn(roster, at(roster, folder.resolve(first.getFileName())));
            }
        } catch (IOException unreadable) {
            controller.complain(Phrase.of("ui", "file.unreadable", folder.toString()));
        }
    }

    /** Whether a file is a list of students, which cannot be read as a sheet. */
    private boolean isList(Path file) {
        try {
            reader().read(file);
            return false;
        } catch (SheetException unread) {
            return Listed.isList(file);
        } catch (IOException missing) {
            return false;
        }
    }

    /** Where a sheet, or the copy that stands for it, is in a class; else the first. */
    private static int at(List<Seat> roster, Path sheet) {
        List<Path> files = roster.stream().map(Seat::sheet).toList();
        return Math.max(0, files.contains(sheet) ? files.indexOf(sheet) : files.indexOf(Replaced.copy(sheet)));
    }

    /** Asks for a list of students, and begins to mark their sheets. */
    public void openRoster() {
        asking.openRoster(folder(), words()).ifPresent(this::openRoster);
    }

    /** Begins to mark the sheets of the students on a list, beside which they lie; who has none gets a blank one, written there. */
    public void openRoster(Path list) {
        Path folder = list.toAbsolutePath().getParent();
        boolean beside = folder().filter(folder::equals).isPresent();
        SheetReader reader = reader();
        controller.aside(progress -> Roster.read(list, folder, reader), roster -> {
            long missing = roster.stream()
                    .filter(seat -> Files.notExists(seat.sheet()))
                    .count();
            if (mayLeave()) {
                boolean wrong = turn(roster, 0);
                if (!wrong) {
                    String key = beside ? "homework.roster.open" : "homework.roster.open.in";
                    controller.say(Phrase.of("ui", key, roster.size(), missing, folder.toString()));
                }
            }
        });
    }

    /** Ends the marking of a class; what was changed on its sheet is saved, and where it cannot be, it stays. */
    public void leaveDesk() {
        if (scene().desk().isOpen() && keep()) {
            controller.closeDesk();
            controller.say(Phrase.of("ui", "homework.desk.left"));
        }
    }

    /** To another sheet of the class; what was changed on this one is saved. */
    public void go(int by) {
        Desk desk = scene().desk();
        int next = desk.at() + by;
        if (desk.isOpen() && next >= 0 && next < desk.roster().size() && (scene().saved() || save())) {
            turn(scene().desk().roster(), next);
        }
    }

    /** Puts a sheet of the class on the page; says whether something is wrong with it. */
    private boolean turn(List<Seat> roster, int at) {
        Path sheet = roster.get(at).sheet();
        Exercise exercise = scene().asked().orElseThrow();
        Paper blank = Paper.blank(exercise.questions().size()).of(roster.get(at).student(), "");
        boolean begins = Files.notExists(sheet);
        Optional<Found> read = begins ? Optional.of(new Found(blank, List.of())) : found(sheet);
        Optional<Said> trouble = read.isEmpty()
                ? scene().said()
                : read.filter(found -> !found.strangers().isEmpty()).map(found -> new Said(found.trouble(sheet), true));
        boolean own = read.filter(found -> found.isWhole(sheet)).isPresent();
        Map<Integer, Remark> said = Map.of();
        try {
            said = remarks(sheet).read().of(sheet, exercise.questions());
        } catch (DamagedRemarks damaged) {
            trouble = Optional.of(new Said(damaged.phrase(), true));
        } catch (IOException damaged) {
            trouble = Optional.of(new Said(
                    Phrase.of("ui", "file.unreadable", remarks(sheet).file().toString()), true));
        }
        Paper paper = read.map(Found::paper).orElse(blank);
        OwnNumbers numbers = OwnNumbers.of(paper, sheet, exercise, scene().draft());
        trouble = trouble.or(() -> numbers.trouble().map(why -> new Said(why, true)));
        controller.put(
                paper, Optional.of(own ? sheet : Replaced.copy(sheet)), new Desk(roster, at, said, numbers.exercise()));
        trouble.ifPresent(one -> controller.complain(one.phrase()));
        return trouble.isPresent();
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
            } catch (DamagedRemarks damaged) {
                controller.complain(damaged.phrase());
            } catch (IOException unwritable) {
                controller.complain(
                        Phrase.of("ui", "file.unwritable", remarks(sheet).file().toString()));
            }
        });
    }
}
