package chainstep.ui;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/**
 * A window's content and, over it, at most one sheet: a card that asks or offers something and goes away at Escape, at a click
 * beside it, or when something else is begun. Nothing waits for it.
 */
public final class Sheets extends JLayeredPane implements DebugView {
    private static final int MARGIN = 24;
    private static final int ARC = 16;

    private final JComponent content;
    private final Shade shade = new Shade();
    private Palette palette = Palette.of(Settings.FIRST.theme());
    private Optional<JComponent> card = Optional.empty();
    private Optional<Component> before = Optional.empty();

    public Sheets(JComponent content) {
        this.content = content;
        add(content, DEFAULT_LAYER);
        add(shade, PALETTE_LAYER);
        shade.setVisible(false);
    }

    /** Lays a card over the content, the focus in one of its parts. */
    public void raise(JComponent sheet, JComponent focus) {
        if (card.isEmpty()) {
            before = Optional.ofNullable(
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
        }
        shade.removeAll();
        Card raised = new Card(sheet);
        card = Optional.of(raised);
        shade.add(raised);
        shade.setVisible(true);
        doLayout();
        revalidate();
        repaint();
        focus.requestFocusInWindow();
    }

    /** Takes the card away, and gives the focus back. */
    public void lower() {
        if (card.isPresent()) {
            card = Optional.empty();
            shade.setVisible(false);
            shade.removeAll();
            before.ifPresent(Component::requestFocusInWindow);
        }
    }

    /** What had the focus before the card that is raised now, or was last. */
    public Optional<Component> before() {
        return before;
    }

    public boolean isRaised() {
        return card.isPresent();
    }

    @Override
    public void doLayout() {
        content.setBounds(0, 0, getWidth(), getHeight());
        shade.setBounds(0, 0, getWidth(), getHeight());
        card.ifPresent(this::place);
    }

    private void place(JComponent raised) {
        Dimension wanted = raised.getPreferredSize();
        int width = Math.min(wanted.width, Math.max(0, getWidth() - 2 * MARGIN));
        int height = Math.min(wanted.height, Math.max(0, getHeight() - 3 * MARGIN));
        raised.setBounds((getWidth() - width) / 2, Math.max(MARGIN, (getHeight() - height) / 4), width, height);
    }

    @Override
    public Dimension getPreferredSize() {
        return content.getPreferredSize();
    }

    @Override
    public void show(DebugScene scene) {
        palette = Palette.of(scene.settings().theme());
        repaint();
    }

    /** What lies under a card: a veil over the content, that a click takes away. */
    private final class Shade extends JPanel {
        Shade() {
            super(null);
            setOpaque(false);
            addMouseListener(new MouseAdapter() {
                @Override
                public void mousePressed(MouseEvent event) {
                    lower();
                }
            });
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(new Color(0, 0, 0, 70));
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }

    /** The ground of a sheet. */
    private final class Card extends JPanel {
        Card(JComponent sheet) {
            super(new BorderLayout());
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder(ARC, ARC, ARC, ARC));
            add(sheet);
            setFocusCycleRoot(true);
            addMouseListener(new MouseAdapter() {});
            getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "lower");
            getActionMap().put("lower", new AbstractAction() {
                @Override
                public void actionPerformed(java.awt.event.ActionEvent event) {
                    lower();
                }
            });
        }

        @Override
        protected void paintComponent(Graphics g) {
            Graphics2D pen = (Graphics2D) g.create();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(palette.get(Hue.GROUND));
            pen.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ARC, ARC);
            pen.setColor(palette.get(Hue.LINE));
            pen.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ARC, ARC);
            pen.dispose();
        }
    }
}
