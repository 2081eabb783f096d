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

/** A menu of the files opened last. */
final class RecentMenu extends JMenu implements DebugView {
    private final transient Remembered remembered;
    private final transient Consumer<Path> open;

    RecentMenu(Remembered remembered, Consumer<Path> open) {
        this.remembered = remembered;
        this.open = open;
        setName("recent");
        addMenuListener(new Opened(this::fill));
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
