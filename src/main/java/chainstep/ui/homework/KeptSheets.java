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
    private String written = "";

    public KeptSheets(HomeworkController controller, Path folder) {
        this.controller = controller;
        this.folder = folder;
        this.timer = new Timer(AFTER_MS, tick -> write());
        timer.setRepeats(false);
    }

    @Override
    public void show(HomeworkScene scene) {
        if (scene.kind() != HomeworkScene.Kind.SHEET || scene.desk().isOpen()) {
            return;
        }
        Optional<Path> here =
                scene.draft().file().or(() -> scene.draft().origin()).map(this::aside);
        if (!here.equals(place)) {
            write();
            place = here;
            written = "";
            here.filter(file -> scene.paper().isBlank()).ifPresent(this::back);
        } else if (here.isPresent() && !scene.paper().isBlank()) {
            timer.restart();
        }
    }

    private Path aside(Path assignment) {
        Path whole = assignment.toAbsolutePath().normalize();
        return folder.resolve(
                whole.getFileName() + "-" + Integer.toHexString(whole.toString().hashCode()) + ".csv");
    }

    /** Writes what there is to keep, at once. */
    public void write() {
        timer.stop();
        HomeworkScene scene = controller.scene();
        boolean mine = scene.kind() == HomeworkScene.Kind.SHEET
                && !scene.desk().isOpen()
                && scene.draft()
                        .file()
                        .or(() -> scene.draft().origin())
                        .map(this::aside)
                        .equals(place);
        if (place.isEmpty() || !mine || scene.paper().isBlank()) {
            return;
        }
        String text = SheetFiles.text(scene);
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
                            controller.scene().exercise().orElseThrow().worked().assignment())
                    .read(file);
            Paper paper = Helped.on(Paper.of(sheet), file);
            if (!paper.isBlank()) {
                controller.put(paper, Optional.empty());
            }
        } catch (IOException | SheetException damaged) {
            written = "";
        }
    }
}
