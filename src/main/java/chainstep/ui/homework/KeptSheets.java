package chainstep.ui.homework;

import chainstep.data.WholeFile;
import chainstep.homework.AnswerSheet;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.Timer;

/** Keeps the sheet of each assignment aside a moment after every change, and puts it back on the page the next time. */
public final class KeptSheets implements HomeworkView {
    private static final int AFTER_MS = 500;

    private final HomeworkController controller;
    private final Path folder;
    private final Timer timer;
    private Optional<Path> place = Optional.empty();
    private Optional<HomeworkScene> last = Optional.empty();
    private String written = "";
    private boolean over;

    public KeptSheets(HomeworkController controller, Path folder) {
        this.controller = controller;
        this.folder = folder;
        this.timer = new Timer(AFTER_MS, tick -> write());
        timer.setRepeats(false);
    }

    @Override
    public void show(HomeworkScene scene) {
        if (over) {
            return;
        }
        boolean whole = scene.kind() == HomeworkScene.Kind.SHEET
                && scene.exercise().map(Exercise::model).equals(scene.model());
        if (!whole || scene.desk().isOpen()) {
            write();
            place = Optional.empty();
            return;
        }
        Optional<Path> here =
                scene.draft().file().or(() -> scene.draft().origin()).map(this::aside);
        boolean begun = !here.equals(place);
        if (begun) {
            write();
            place = here;
            written = "";
        }
        last = Optional.of(scene);
        if (begun && scene.paper().isBlank()) {
            here.ifPresent(this::back);
        } else if (here.isPresent() && !scene.paper().isBlank() && !begun) {
            timer.restart();
        }
    }

    private Path aside(Path assignment) {
        Path whole = assignment.toAbsolutePath().normalize();
        return folder.resolve(
                whole.getFileName() + "-" + Integer.toHexString(whole.toString().hashCode()) + ".csv");
    }

    /** Keeps nothing any more: the window is gone. */
    public void rest() {
        over = true;
        timer.stop();
    }

    /** Writes what there is to keep, at once. */
    public void write() {
        timer.stop();
        if (over
                || place.isEmpty()
                || last.filter(scene -> !scene.paper().isBlank()).isEmpty()) {
            return;
        }
        String text = SheetFiles.text(last.get());
        if (!text.equals(written)) {
            try {
                Files.createDirectories(folder);
                WholeFile.write(place.get(), text);
                written = text;
            } catch (IOException unwritable) {
                // what cannot be kept is as if it had not been
            }
        }
    }

    private void back(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            AnswerSheet sheet = new SheetReader(
                            controller.scene().asked().orElseThrow().worked().assignment())
                    .read(file);
            Paper paper = Helped.on(Paper.of(sheet), file);
            if (!paper.isBlank()) {
                controller.back(paper);
            }
        } catch (IOException | SheetException damaged) {
            written = "";
        }
    }
}
