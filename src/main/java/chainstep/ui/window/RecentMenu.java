package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.file.Remembered;
import chainstep.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** A menu of the files opened last. */
final class RecentMenu extends JMenu implements DebugView {
    private final transient Remembered remembered;
    private final transient Consumer<Path> open;

    RecentMenu(Remembered remembered, Consumer<Path> open) {
        this.remembered = remembered;
        this.open = open;
        setName("recent");
        addMenuListener(new MenuListener() {
            @Override
            public void menuSelected(MenuEvent event) {
                fill();
            }

            @Override
            public void menuDeselected(MenuEvent event) {
                // what it holds is made anew the next time
            }

            @Override
            public void menuCanceled(MenuEvent event) {
                // what it holds is made anew the next time
            }
        });
    }

    private void fill() {
        removeAll();
        for (Path file : remembered.recent()) {
            JMenuItem item = new JMenuItem(file.getFileName() + "   " + file.getParent());
            item.addActionListener(chosen -> open.accept(file));
            add(item);
        }
    }

    @Override
    public void show(DebugScene scene) {
        List<Path> files = remembered.recent();
        setText(Words.of("ui", scene.settings().locale()).say("window.recent"));
        setEnabled(!files.isEmpty());
    }
}
