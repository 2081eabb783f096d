package chainstep.ui.window;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The program with which the machine shows pages, where it has one. */
final class Browser {
    private Browser() {}

    /** What shows a page, on another thread, for a machine may take its time; empty where there is no such program. */
    static Optional<Consumer<Path>> ofMachine() {
        boolean there = !GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.OPEN);
        return there ? Optional.of(Browser::show) : Optional.empty();
    }

    private static void show(Path page) {
        Thread opening = new Thread(() -> open(page), "browser");
        opening.setDaemon(true);
        opening.start();
    }

    private static void open(Path page) {
        try {
            Desktop.getDesktop().open(page.toFile());
        } catch (IOException | IllegalArgumentException none) {
            // there is nothing to show it with: where it lies has been said
            assert none != null;
        }
    }
}
