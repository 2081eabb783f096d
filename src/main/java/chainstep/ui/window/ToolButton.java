package chainstep.ui.window;

import chainstep.ui.command.Command;
import chainstep.ui.command.Keys;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import javax.swing.JButton;

/** A command in the toolbar: its icon, its words, and small beside them its key, as much of it as there is room for. */
final class ToolButton extends JButton {
    private static final int GAP = 6;
    private static final int EDGE = 9;
    private static final int HEIGHT = 30;

    /** How much of a command is told. */
    enum Dress {
        ICON,
        WORDS,
        KEY
    }

    private final transient Command command;
    private final boolean wordless;
    private final boolean main;
    private Dress dress = Dress.KEY;
    private Color muted = Color.GRAY;

    /**
     * @param wordless whether the icon says it all
     * @param main whether this is what is done most
     */
    ToolButton(Command command, boolean wordless, boolean main) {
        super(command);
        this.command = command;
        this.wordless = wordless;
        this.main = main;
        setName("tool." + command.id());
        putClientProperty("JButton.buttonType", main ? null : "toolBarButton");
        setHideActionText(wordless);
        putClientProperty("FlatLaf.style", main ? "arc: 8; borderWidth: 0; focusWidth: 0" : "");
        setFocusable(true);
    }

    void dress(Dress how) {
        if (how != dress) {
            dress = how;
            setHideActionText(wordless || how == Dress.ICON && getIcon() != null);
            revalidate();
        }
    }

    void colour(Palette palette) {
        muted = palette.get(Hue.MUTED);
        if (main) {
            setBackground(palette.get(Hue.VALUE_GROUND));
            setForeground(palette.get(Hue.VALUE));
        }
    }

    private String hint(Dress how) {
        return how == Dress.KEY && !wordless && !isForFiles()
                ? command.key().map(Keys::told).orElse("")
                : "";
    }

    /** Whose keys everyone knows, or needs seldom. */
    private boolean isForFiles() {
        return command.id().equals("new") || command.id().equals("samples");
    }

    private Font small() {
        return getFont().deriveFont(getFont().getSize2D() - 2);
    }

    private int hintWidth(Dress how) {
        String hint = hint(how);
        return hint.isEmpty() ? 0 : GAP + getFontMetrics(small()).stringWidth(hint);
    }

    /** How wide it would be in a dress. */
    int width(Dress how) {
        int icon = getIcon() == null ? 0 : getIcon().getIconWidth();
        boolean silent = wordless || how == Dress.ICON && icon > 0;
        int words = silent ? 0 : getFontMetrics(getFont()).stringWidth(command.name());
        return icon + words + (icon > 0 && words > 0 ? getIconTextGap() : 0) + hintWidth(how) + 2 * EDGE;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(width(dress), HEIGHT);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    @Override
    public Insets getInsets() {
        return new Insets(0, EDGE, 0, EDGE + hintWidth(dress));
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        Graphics2D pen = (Graphics2D) g.create();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(small());
        pen.setColor(muted);
        int base = (getHeight()
                        + pen.getFontMetrics().getAscent()
                        - pen.getFontMetrics().getDescent())
                / 2;
        pen.drawString(hint(dress), getWidth() - EDGE - hintWidth(dress) + GAP, base);
        pen.dispose();
    }
}
