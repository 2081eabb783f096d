package chainstep.ui.window;

import chainstep.ui.Fitting;
import chainstep.ui.command.Command;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.HomeworkView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import java.awt.Cursor;
import java.awt.Insets;
import javax.swing.JButton;

/** A command as a link at the right end of a pane's head, there while it can be given. */
final class PaneLink extends JButton implements HomeworkView, Fitting {
    private final transient Command command;

    PaneLink(Command command) {
        super(command);
        this.command = command;
        setName("link." + command.id());
        putClientProperty("JButton.buttonType", "borderless");
        setMargin(new Insets(0, 4, 0, 0));
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    }

    @Override
    public void show(HomeworkScene scene) {
        setFont(Letters.fit(
                getText() == null ? "" : getText(), Look.words(scene.settings().projector() ? 15 : 11.5f)));
        setForeground(Palette.of(scene.settings().theme()).get(Hue.VALUE));
        setVisible(command.isEnabled());
    }

    @Override
    public void fit(int room) {
        setVisible(command.isEnabled() && getPreferredSize().width <= room);
    }
}
