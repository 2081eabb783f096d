package chainstep.ui.window;

import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** Does something whenever a menu is about to be shown. */
record Opened(Runnable deed) implements MenuListener {
    @Override
    public void menuSelected(MenuEvent event) {
        deed.run();
    }

    @Override
    public void menuDeselected(MenuEvent event) {
        // what it shows is made anew the next time
    }

    @Override
    public void menuCanceled(MenuEvent event) {
        // what it shows is made anew the next time
    }
}
