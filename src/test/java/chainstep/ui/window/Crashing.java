package chainstep.ui.window;

import chainstep.ui.DebugController;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.swing.Timer;

/** A process whose window has unsaved work; says "kept" when it is kept aside, and waits to be killed. */
final class Crashing {
    private Crashing() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        EventQueue.invokeLater(() -> {
            MainWindow window = MainWindow.show(new MainWindow.Wish(
                    Optional.of(Path.of(args[0])), Optional.empty(), Locale.ENGLISH, folder, () -> {}));
            DebugController controller = window.workbench().controller();
            controller.edit(controller.scene().draft().text() + "# unsaved work");
            new Timer(20, tick -> {
                        if (window.keepsWork()) {
                            ((Timer) tick.getSource()).stop();
                            System.out.println("kept");
                        }
                    })
                    .start();
        });
    }
}
