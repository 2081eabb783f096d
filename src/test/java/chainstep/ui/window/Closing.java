package chainstep.ui.window;

import chainstep.App;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.stream.Stream;
import javax.swing.Timer;

/** The whole program, whose window is closed as soon as there is a model in it. */
final class Closing {
    private Closing() {}

    public static void main(String[] args) {
        new Timer(
                        50,
                        tick -> Stream.of(Window.getWindows())
                                .filter(MainWindow.class::isInstance)
                                .map(MainWindow.class::cast)
                                .filter(window -> window.isShowing()
                                        && window.workbench()
                                                .controller()
                                                .scene()
                                                .sitting()
                                                .isPresent())
                                .findFirst()
                                .ifPresent(window -> {
                                    ((Timer) tick.getSource()).stop();
                                    window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
                                }))
                .start();
        App.main(new String[] {"open", args[0]});
    }
}
