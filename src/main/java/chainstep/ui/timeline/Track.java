package chainstep.ui.timeline;

import chainstep.ui.DebugScene;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Painted;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;

/** A line of time that can be dragged along, turned through by the wheel and, with the focus, walked by the keys. */
abstract class Track extends Painted {
    static final int ASIDE = 16;

    private final Travel travel;
    private Optional<DebugScene> scene = Optional.empty();

    Track(Travel travel) {
        super(AccessibleRole.SLIDER);
        this.travel = travel;
        setFocusable(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        addFocusListener(mouse);
    }

    void show(DebugScene next) {
        scene = Optional.of(next);
        repaint();
    }

    Optional<DebugScene> scene() {
        return scene;
    }

    Settings settings() {
        return scene.map(DebugScene::settings).orElse(Settings.FIRST);
    }

    Color colour(Hue hue) {
        return Palette.of(settings().theme()).get(hue);
    }

    String say(String key, Object... arguments) {
        return Words.of("ui", settings().locale()).say(key, arguments);
    }

    Font words(String text) {
        return Letters.fit(text, Look.words(settings().projector() ? 14 : 11));
    }

    /** Binds a key to a move; the component hears it while it has the focus. */
    void on(int key, Runnable move) {
        getInputMap().put(KeyStroke.getKeyStroke(key, 0), KeyEvent.getKeyText(key));
        getActionMap().put(KeyEvent.getKeyText(key), new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                move.run();
            }
        });
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    Travel travel() {
        return travel;
    }

    /** Goes where one has pointed. */
    abstract void point(int x);

    /** Goes so many notches on. */
    abstract void turn(int notches);

    /** Whether there is something at a place that a click is about, rather than about the time there. */
    boolean isSign(int x, int y) {
        return false;
    }

    /** Opens the menu of a place, where it has one. */
    void offer(int x, int y) {}

    abstract void paint(Graphics2D pen);

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Graphics2D inner = (Graphics2D) pen.create();
        paint(inner);
        inner.dispose();
        if (isFocusOwner()) {
            pen.setColor(colour(Hue.VALUE));
            pen.draw(new RoundRectangle2D.Double(3, 0, getWidth() - 7.0, getHeight() - 1.0, 7, 7));
        }
        pen.dispose();
    }

    private final class Mouse extends MouseAdapter implements FocusListener {
        /** Whether the button was pressed on something else than the line of time. */
        private boolean aside;

        @Override
        public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            aside = event.isPopupTrigger()
                    || !SwingUtilities.isLeftMouseButton(event)
                    || isSign(event.getX(), event.getY());
            if (!aside) {
                point(event.getX());
            } else if (event.isPopupTrigger() || SwingUtilities.isLeftMouseButton(event)) {
                offer(event.getX(), event.getY());
            }
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (event.isPopupTrigger()) {
                offer(event.getX(), event.getY());
            }
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            if (!aside) {
                point(event.getX());
            }
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            boolean sign = isSign(event.getX(), event.getY());
            setCursor(Cursor.getPredefinedCursor(sign ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
        }

        @Override
        public void focusGained(FocusEvent event) {
            repaint();
        }

        @Override
        public void focusLost(FocusEvent event) {
            repaint();
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            turn(event.getWheelRotation());
        }
    }
}
