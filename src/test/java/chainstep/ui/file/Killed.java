package chainstep.ui.file;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Standing;
import chainstep.ui.Tasks;
import java.awt.EventQueue;
import java.nio.file.Path;
import javax.swing.Timer;

/** A process with unsaved work in the middle of a run; says "kept" when it is kept aside, and waits to be killed. */
final class Killed {
    static final String TEXT =
            "w = param([1, 2])\nE = sum(w**2)\nminimize(E, sgd(lr=0.1))\nbreakpoint(when=\"E > 100\")\n";

    private Killed() {}

    /** How it is left: in another step size, with other breakpoints than the text has, and in a later iteration. */
    static Standing left() {
        return Standing.of(worked().scene().sitting().orElseThrow());
    }

    private static DebugController worked() {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved(TEXT).unkept());
        controller.stops().add("2 if E > 1");
        controller.stops().enable(2, false);
        controller.stops().watch("norm(grad(w))");
        controller.depth(Depth.TERM);
        controller.jump(4, 2);
        return controller;
    }

    public static void main(String[] args) throws Exception {
        Recovery recovery = Recovery.in(Path.of(args[0]));
        EventQueue.invokeLater(() -> {
            worked().add(recovery);
            new Timer(20, tick -> {
                        if (recovery.isKept()) {
                            ((Timer) tick.getSource()).stop();
                            System.out.println("kept");
                        }
                    })
                    .start();
        });
    }
}
