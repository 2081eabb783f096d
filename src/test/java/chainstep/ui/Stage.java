package chainstep.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A controller whose work is done at once, with a sample open. */
public final class Stage {
    private Stage() {}

    public static DebugController of(String sample) {
        return of(sample, Settings.FIRST);
    }

    public static DebugController of(String sample, Settings settings) {
        DebugController controller = new DebugController(Tasks.atOnce(), settings);
        Path file = Path.of("samples", sample + ".chain");
        try {
            controller.open(Draft.of(file, Files.readString(file)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return controller;
    }

    public static DebugController ofText(String text, Settings settings) {
        DebugController controller = new DebugController(Tasks.atOnce(), settings);
        controller.open(Draft.EMPTY);
        controller.edit(text);
        return controller;
    }
}
