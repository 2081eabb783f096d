package chainstep.ui.formula;

import chainstep.explain.Form;
import chainstep.ui.look.Painted;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * Shows a formula: on one line where it fits, else broken over several; what is wider still can be shifted.
 *
 * <p>Shifted by dragging, by the wheel with Shift and, with the focus, by Left, Right, Home and End.
 */
public final class FormulaView extends Painted implements Wrapping {
    private static final int BAR = 4;
    private static final int STRIDE = 40;

    private final Form form;
    private final Lines lines;
    private final Color bar;
    private final Color focused;
    private double shift;
    private int grabbed;

    /**
     * @param size in pixels, where there is room
     * @param least the size down to which a formula is drawn smaller before it must be shifted
     * @param bar the colour of what shows where a wide formula is shifted to
     */
    public FormulaView(Typesetter typesetter, Form form, float size, float least, Color colour, Color bar) {
        super(AccessibleRole.LABEL);
        this.form = form;
        this.bar = bar;
        this.focused = colour;
        this.lines = new Lines(typesetter, form, size, colour, Math.min(1, least / size));
        getAccessibleContext().setAccessibleName(form.plain());
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        addFocusListener(mouse);
        on(KeyEvent.VK_LEFT, -STRIDE);
        on(KeyEvent.VK_RIGHT, STRIDE);
        on(KeyEvent.VK_HOME, Double.NEGATIVE_INFINITY);
        on(KeyEvent.VK_END, Double.POSITIVE_INFINITY);
    }

    private void on(int key, double by) {
        getInputMap().put(KeyStroke.getKeyStroke(key, 0), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                shift(by);
            }
        });
    }

    /** What it shows, as text. */
    public String text() {
        return form.plain();
    }

    @Override
    public int heightFor(int width) {
        Setting setting = lines.setting(width);
        return (int) Math.ceil(setting.height()) + 2 + (setting.widest() > width + 1 ? 2 * BAR : 0);
    }

    @Override
    public Dimension getPreferredSize() {
        int natural = (int) Math.ceil(lines.whole().width());
        return new Dimension(natural, heightFor(getWidth() > 0 ? getWidth() : natural));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Setting setting = lines.setting(getWidth());
        double hidden = hidden();
        if (hidden > 0) {
            bar(pen, setting.widest());
        }
        pen.translate(hidden > 0 ? -shift : Math.max(0, (getWidth() - setting.widest()) / 2), 1);
        pen.scale(setting.scale(), setting.scale());
        double y = 0;
        for (Setting.Line line : setting.lines()) {
            line.paint(pen, y);
            y += line.height() + Setting.GAP;
        }
        pen.dispose();
    }

    /** How much of it there is no room for. */
    private double hidden() {
        double widest = lines.setting(getWidth()).widest();
        return widest > getWidth() + 1 ? widest - getWidth() : 0;
    }

    /** Only what is too wide takes the keyboard, to be shifted. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        setFocusable(hidden() > 0);
        shift(0);
    }

    private void bar(Graphics2D pen, double all) {
        double part = getWidth() / all;
        pen.setColor(isFocusOwner() ? focused : bar);
        pen.fillRoundRect(
                (int) (shift * part),
                getHeight() - BAR,
                (int) (getWidth() * part),
                isFocusOwner() ? BAR : BAR - 1,
                3,
                3);
    }

    private void shift(double by) {
        shift = Math.max(0, Math.min(shift + by, hidden()));
        repaint();
    }

    /** How far it is shifted, in pixels. */
    public double shifted() {
        return shift;
    }

    private final class Mouse extends MouseAdapter implements FocusListener {
        @Override
        public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            grabbed = event.getX();
        }

        @Override
        public void focusGained(FocusEvent event) {
            scrollRectToVisible(new Rectangle(getSize()));
            repaint();
        }

        @Override
        public void focusLost(FocusEvent event) {
            repaint();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            shift(grabbed - event.getX());
            grabbed = event.getX();
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            if (event.isShiftDown() && hidden() > 0) {
                shift(event.getPreciseWheelRotation() * STRIDE);
            } else if (getParent() != null) {
                getParent().dispatchEvent(SwingUtilities.convertMouseEvent(FormulaView.this, event, getParent()));
            }
        }
    }
}
