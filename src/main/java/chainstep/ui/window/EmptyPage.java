package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.command.Command;
import chainstep.ui.command.Commands;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Font;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What a window shows with nothing open: what it is for, and the three ways to begin. */
final class EmptyPage extends JPanel implements DebugView {
    private final JLabel title = new JLabel();
    private final JLabel words = new JLabel();
    private final JLabel drop = new JLabel();
    private final List<JButton> buttons;

    EmptyPage(Commands commands) {
        super(new MigLayout("fill, insets 24, wrap 1", "[center]", "push[]10[]26[]20[]push"));
        this.buttons = Stream.of("new", "samples", "open")
                .map(id -> button(commands.get(id)))
                .toList();
        title.setFont(Look.words(26).deriveFont(Font.BOLD));
        words.setFont(Look.words(15));
        add(title);
        add(words);
        add(buttons.get(0), "split 3, center, height 40!, gapright 12");
        add(buttons.get(1), "height 40!, gapright 12");
        add(buttons.get(2), "height 40!");
        add(drop, "newline");
    }

    private static JButton button(Command command) {
        JButton button = new JButton(command);
        button.setName("empty." + command.id());
        button.setFont(Look.words(14));
        return button;
    }

    /** Where the focus goes first. */
    JButton first() {
        return buttons.get(1);
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words said = Words.of("ui", scene.settings().locale());
        setBackground(palette.get(Hue.GROUND));
        title.setText(said.say("window.empty.title"));
        title.setForeground(palette.get(Hue.TEXT));
        words.setText(said.say("window.empty.words"));
        words.setForeground(palette.get(Hue.MUTED));
        drop.setText(said.say("window.empty.drop"));
        drop.setForeground(palette.get(Hue.MUTED));
    }
}
