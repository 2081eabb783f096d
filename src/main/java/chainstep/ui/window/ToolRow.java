package chainstep.ui.window;

import chainstep.ui.command.Commands;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.window.ToolButton.Dress;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;

/** A row of commands above a page, dressed as fully as the width allows. */
class ToolRow extends JPanel {
    static final int GAP = 4;

    private final transient BoxLayout row = new BoxLayout(this, BoxLayout.LINE_AXIS);
    private final List<ToolButton> buttons = new ArrayList<>();
    private final List<Component> spare = new ArrayList<>();
    /** What is told only where there is room. */
    private final JLabel told = new JLabel();

    ToolRow() {
        setLayout(row);
    }

    final JLabel told() {
        return told;
    }

    /**
     * A button for a command.
     *
     * @param wordless whether its icon says it all
     * @param main whether this is what is done most
     */
    final ToolButton button(Commands commands, String id, boolean wordless, boolean main) {
        ToolButton button = new ToolButton(commands.get(id), wordless, main);
        buttons.add(button);
        return button;
    }

    /** Leaves a part out where there is no room for all. */
    final Component spare(Component part) {
        spare.add(part);
        return part;
    }

    static Component line() {
        JSeparator line = new JSeparator(SwingConstants.VERTICAL);
        line.putClientProperty("FlatLaf.style", "stripeIndent: 12; height: 25");
        line.setMaximumSize(new Dimension(6 * GAP + 1, 22));
        line.setPreferredSize(new Dimension(6 * GAP + 1, 22));
        return line;
    }

    /** Colours the row and its buttons. */
    final void dress(Palette palette) {
        setBackground(palette.get(Hue.GROUND));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(6, 10, 6, 12)));
        buttons.forEach(button -> button.colour(palette));
    }

    /** Dresses the buttons as fully as the width allows. */
    @Override
    public void doLayout() {
        spare.forEach(part -> part.setVisible(true));
        boolean whole = fits(Dress.WORDS, false);
        spare.forEach(part -> part.setVisible(whole));
        told.setVisible(fits(Dress.WORDS, true));
        Dress best = Stream.of(Dress.KEY, Dress.WORDS)
                .filter(dress -> fits(dress, told.isVisible()))
                .findFirst()
                .orElse(Dress.ICON);
        buttons.forEach(button -> button.dress(best));
        row.invalidateLayout(this);
        super.doLayout();
    }

    private boolean fits(Dress dress, boolean telling) {
        int wanted = getInsets().left + getInsets().right;
        for (Component part : getComponents()) {
            if (part == told || !part.isVisible()) {
                wanted += part == told && telling ? told.getPreferredSize().width : 0;
            } else if (part instanceof ToolButton button) {
                wanted += button.width(dress);
            } else {
                wanted += part.getPreferredSize().width;
            }
        }
        return wanted <= getWidth();
    }
}
