package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.command.Commands;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.window.ToolButton.Dress;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JSlider;
import javax.swing.SwingConstants;

/** The row of commands above the page, and at its end the facts of the iteration. */
final class Toolbar extends JPanel implements DebugView {
    private static final int GAP = 4;

    private final List<ToolButton> buttons = new ArrayList<>();
    private final DepthBox depth;
    private final JLabel depthTitle = new JLabel();
    private final JSlider speed;
    private final BoxLayout row = new BoxLayout(this, BoxLayout.LINE_AXIS);
    private final JComponent facts;

    Toolbar(Commands commands, DebugController controller, JSlider speed, JComponent facts) {
        this.depth = new DepthBox(controller);
        this.speed = speed;
        this.facts = facts;
        setLayout(row);
        add(button(commands, "new", false, false));
        add(button(commands, "samples", false, false));
        add(line());
        add(button(commands, "restart", true, false));
        add(button(commands, "back", false, false));
        add(button(commands, "step", false, true));
        add(button(commands, "into", false, false));
        add(button(commands, "out", false, false));
        add(button(commands, "continue", false, false));
        add(line());
        add(depthTitle);
        add(Box.createHorizontalStrut(2 * GAP));
        add(depth);
        add(line());
        add(button(commands, "play", false, false));
        speed.setMaximumSize(new Dimension(90, 24));
        speed.setPreferredSize(new Dimension(90, 24));
        speed.setMinimumSize(new Dimension(40, 24));
        add(speed);
        add(Box.createHorizontalGlue());
        add(facts);
    }

    private Component button(Commands commands, String id, boolean wordless, boolean main) {
        ToolButton button = new ToolButton(commands.get(id), wordless, main);
        buttons.add(button);
        return button;
    }

    private static Component line() {
        JSeparator line = new JSeparator(SwingConstants.VERTICAL);
        line.putClientProperty("FlatLaf.style", "stripeIndent: 12; height: 25");
        line.setMaximumSize(new Dimension(6 * GAP + 1, 22));
        line.setPreferredSize(new Dimension(6 * GAP + 1, 22));
        return line;
    }

    /** Dresses the buttons as fully as the width allows. */
    @Override
    public void doLayout() {
        depthTitle.setVisible(fits(Dress.WORDS, true));
        Dress best = Stream.of(Dress.KEY, Dress.WORDS)
                .filter(dress -> fits(dress, depthTitle.isVisible()))
                .findFirst()
                .orElse(Dress.ICON);
        buttons.forEach(button -> button.dress(best));
        row.invalidateLayout(this);
        super.doLayout();
    }

    private boolean fits(Dress dress, boolean titled) {
        int wanted = getInsets().left + getInsets().right;
        for (Component part : getComponents()) {
            if (part instanceof ToolButton button) {
                wanted += button.width(dress);
            } else if (part != depthTitle || titled) {
                wanted += part.getPreferredSize().width;
            }
        }
        return wanted <= getWidth();
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words words = Words.of("ui", scene.settings().locale());
        setBackground(palette.get(Hue.GROUND));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(6, 10, 6, 12)));
        buttons.forEach(button -> button.colour(palette));
        depthTitle.setText(words.say("window.depth"));
        depthTitle.setForeground(palette.get(Hue.MUTED));
        depthTitle.setLabelFor(depth);
        speed.setToolTipText(words.say("window.speed"));
        speed.getAccessibleContext().setAccessibleName(words.say("window.speed"));
        depth.show(scene);
    }
}
