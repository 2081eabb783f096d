package chainstep.ui.window;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.Sitting;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.swing.Timer;

/** A process whose window has unsaved work, or with a third word a file as it is saved; says "kept" when it is kept aside, and waits to be killed. */
final class Crashing {
    private Crashing() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        EventQueue.invokeLater(() -> {
            MainWindow window = MainWindow.show(new MainWindow.Wish(
                    Optional.of(Path.of(args[0])), Optional.empty(), Locale.ENGLISH, folder, () -> {}));
            DebugController controller = window.workbench().controller();
            if (args.length < 3) {
                controller.edit(controller.scene().draft().text() + "# unsaved work");
            }
            once(controller, sitting -> true, () -> work(controller));
            once(
                    controller,
                    sitting -> sitting.state().index() == 12 && window.keepsWork(),
                    () -> System.out.println("kept"));
        });
    }

    private static void work(DebugController controller) {
        controller.stops().add("E if E > 0.1");
        controller.stops().watch("norm(grad(W1))");
        controller.depth(Depth.TERM);
        controller.jump(3, 12);
    }

    private static void once(DebugController controller, Predicate<Sitting> when, Runnable deed) {
        new Timer(20, tick -> {
                    if (controller.scene().sitting().filter(when).isPresent()) {
                        ((Timer) tick.getSource()).stop();
                        deed.run();
                    }
                })
                .start();
    }
}
