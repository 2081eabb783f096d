package chainstep.ui.file;

import chainstep.data.WholeFile;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Start;
import chainstep.ui.file.Asking.Answer;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where files come to the window and go from it; no unsaved work is lost here without asking. */
public final class Desk {
    private final DebugController controller;
    private final Asking asking;
    private BooleanSupplier also = () -> true;
    private final Remembered remembered;
    private final Runnable settle;

    /** @param settle hands on what is being typed, so that none of it is left behind */
    public Desk(DebugController controller, Asking asking, Remembered remembered, Runnable settle) {
        this.controller = controller;
        this.asking = asking;
        this.remembered = remembered;
        this.settle = settle;
    }

    /** What else is asked before anything is put away; false keeps it. */
    public void asksAlso(BooleanSupplier question) {
        also = question;
    }

    private Draft draft() {
        return controller.scene().draft();
    }

    private Words words() {
        return Words.of("ui", controller.scene().settings().locale());
    }

    /** Asks which file to open, and opens it. */
    public void open() {
        if (mayLeave()) {
            asking.open(draft().file().map(Path::getParent), words()).ifPresent(this::read);
        }
    }

    /** Opens a file, unless work would be lost that the user wants to keep. */
    public void open(Path file) {
        if (mayLeave()) {
            read(file);
        }
    }

    /** Opens a file where its run stood when its window was gone. */
    public void open(Path file, Stood stood) {
        readable(file).ifPresent(read -> {
            begin(read.sampled(stood.standing().sample()), stood.start(read.text()));
            remembered.opened(file);
            stood.told().ifPresent(controller::say);
        });
    }

    /** Opens a text that no file holds. */
    public void open(Draft draft, Start start) {
        if (mayLeave()) {
            begin(draft, start);
        }
    }

    private void read(Path file) {
        readable(file).ifPresent(draft -> {
            begin(draft, Start.BEGINNING);
            remembered.opened(file);
        });
    }

    /** A file's text; where there is none to be had, it says why. */
    private Optional<Draft> readable(Path file) {
        try {
            return Optional.of(Draft.of(
                    file.toAbsolutePath().normalize(), Source.read(file).text()));
        } catch (IOException unreadable) {
            controller.complain(Phrase.of("ui", reason(unreadable), file.toString()));
        } catch (SourceError refused) {
            controller.complain(told(file, refused));
        }
        return Optional.empty();
    }

    /** What is wrong with a file, where, and the way out. */
    private static Phrase told(Path file, SourceError refused) {
        String name = file.getFileName().toString();
        return refused.advice()
                .map(advice -> Phrase.of(
                        "ui", "file.refused.advice", name, refused.line(), refused.column(), refused.phrase(), advice))
                .orElseGet(() ->
                        Phrase.of("ui", "file.refused", name, refused.line(), refused.column(), refused.phrase()));
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof NoSuchFileException
                ? "file.missing"
                : unreadable instanceof AccessDeniedException ? "file.forbidden" : "file.unreadable";
    }

    private void begin(Draft draft, Start start) {
        controller.cancel();
        controller.open(draft, start);
    }

    /** Saves into the file it came from, or asks for one; says whether it is saved. */
    public boolean save() {
        settle.run();
        Optional<Path> file = draft().file();
        if (file.isPresent() && isOvertaken(file.get())) {
            String name = file.get().getFileName().toString();
            return asking.overwrite(name, words()) ? write(file.get()) : false;
        }
        return file.map(this::write).orElseGet(this::saveAs);
    }

    /** Whether a file holds another text than it did when it was read or written here. */
    private boolean isOvertaken(Path file) {
        try {
            return Files.exists(file)
                    && !Source.read(file)
                            .text()
                            .equals(Source.of("", draft().saved()).text());
        } catch (IOException | SourceError other) {
            return true;
        }
    }

    /** Asks where to save; says whether it is saved. */
    public boolean saveAs() {
        settle.run();
        String suggested = draft().name().orElseGet(() -> words().say("window.untitled") + ".chain");
        return asking.save(draft().file().map(Path::getParent), suggested, words())
                .map(this::write)
                .orElse(false);
    }

    private boolean write(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            controller.complain(
                    Phrase.of("ui", "file.folder.missing", file.getFileName().toString(), folder.toString()));
            return false;
        }
        try {
            WholeFile.write(file, draft().text());
        } catch (IOException unwritable) {
            controller.complain(Phrase.of("ui", "file.unwritable", file.toString()));
            return false;
        }
        boolean moved = draft().file().isEmpty() && draft().origin().isPresent();
        Draft saved = draft().savedAs(file.toAbsolutePath().normalize());
        controller.saved(saved);
        remembered.opened(file);
        controller.say(Phrase.of(
                "ui",
                moved ? "file.saved.copy" : "file.saved",
                file.getFileName().toString()));
        return true;
    }

    /** Whether what is on the desk may be put away: saved, unchanged, or not wanted. */
    public boolean mayLeave() {
        settle.run();
        if (!also.getAsBoolean()) {
            return false;
        }
        if (!draft().isChanged() || draft().text().isBlank() && draft().file().isEmpty()) {
            return true;
        }
        Answer answer = asking.unsaved(draft().name().orElseGet(() -> words().say("window.untitled")), words());
        return answer == Answer.DISCARD || answer == Answer.SAVE && save();
    }

    /** What was open last, if it is still there. */
    public Optional<Path> last() {
        return remembered.file("last");
    }
}
