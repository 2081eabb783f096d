package chainstep.ui.homework;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import java.awt.AWTKeyStroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;

/** Where an answer is typed: one line, growing with what is written. Enter goes down, Shift+Enter begins a line. */
final class AnswerField extends JTextArea {
    private static final int ARC = 8;

    private final transient Hands hands;
    private boolean showing;
    private Color edge = Color.GRAY;
    private Color lit = Color.BLUE;
    private Color inside = Color.WHITE;

    /** What a field tells. */
    interface Hands {
        void typed(String text);

        void entered();

        void left();

        /** To the next question, or the one before. */
        void go(int by);

        /** Takes several texts at once; says whether it does. */
        boolean pasted(String text);
    }

    AnswerField(Hands hands) {
        super(1, 4);
        this.hands = hands;
        setLineWrap(true);
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(5, 8, 5, 8));
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(AWTKeyStroke.getAWTKeyStroke("TAB")));
        setFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, Set.of(AWTKeyStroke.getAWTKeyStroke("shift TAB")));
        // Swing deletes a letter with it, and hints are asked for with it
        getInputMap().put(KeyStroke.getKeyStroke("control H"), "none");
        on("ENTER", () -> hands.go(1));
        on("shift ENTER", () -> replaceSelection("\n"));
        on("alt ENTER", () -> replaceSelection("\n"));
        onEdge("DOWN", 1, line -> line == lines() - 1);
        onEdge("UP", -1, line -> line == 0);
        getDocument().addDocumentListener(new Typing());
        addFocusListener(new Watch());
    }

    private void on(String key, Runnable deed) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    /** At the first or last line an arrow leads out of the field, else to another line. */
    private void onEdge(String key, int by, Predicate<Integer> atEdge) {
        Object usual = getInputMap().get(KeyStroke.getKeyStroke(key));
        var moves = Optional.ofNullable(usual).map(getActionMap()::get);
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                if (atEdge.test(line())) {
                    hands.go(by);
                } else {
                    moves.ifPresent(action -> action.actionPerformed(event));
                }
            }
        });
    }

    private int lines() {
        return getLineCount();
    }

    private int line() {
        try {
            return getLineOfOffset(getCaretPosition());
        } catch (BadLocationException beyond) {
            return 0;
        }
    }

    void colour(Style style, boolean wrong, boolean fixed) {
        edge = style.colour(wrong ? Hue.WRONG : Hue.PALE);
        lit = style.colour(wrong ? Hue.WRONG : Hue.VALUE);
        inside = style.colour(fixed ? Hue.FRAME : Hue.GROUND);
        setFont(style.numbers());
        setForeground(style.colour(fixed ? Hue.MUTED : Hue.TEXT));
        setCaretColor(style.colour(Hue.TEXT));
        setEditable(!fixed);
        repaint();
    }

    /** Shows a text that was not typed here. */
    void put(String text) {
        if (!getText().equals(text)) {
            showing = true;
            setText(text);
            showing = false;
        }
    }

    /** Only the keyboard brings a field into sight, not a text that is put into it. */
    @Override
    public void scrollRectToVisible(Rectangle place) {
        if (isFocusOwner()) {
            super.scrollRectToVisible(place);
        }
    }

    /** What tells a screen reader where a text is asks for this where there is no screen, too. */
    @Override
    public Point getLocationOnScreen() {
        return GraphicsEnvironment.isHeadless() ? new Point() : super.getLocationOnScreen();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(5, 8, 5, 8));
    }

    @Override
    public void paste() {
        Optional<String> text = clipboard();
        if (text.isPresent() && isEditable() && hands.pasted(text.get())) {
            return;
        }
        super.paste();
    }

    private Optional<String> clipboard() {
        try {
            Object held = Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
            return Optional.of((String) held);
        } catch (UnsupportedFlavorException | IOException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(inside);
        pen.fillRoundRect(1, 1, getWidth() - 3, getHeight() - 3, ARC, ARC);
        pen.setColor(isFocusOwner() ? lit : edge);
        pen.setStroke(new BasicStroke(isFocusOwner() ? 2f : 1f));
        pen.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, ARC, ARC);
        pen.dispose();
        super.paintComponent(graphics);
    }

    private final class Typing implements DocumentListener {
        private void tell() {
            if (!showing) {
                hands.typed(getText());
            }
        }

        @Override
        public void insertUpdate(DocumentEvent event) {
            tell();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            tell();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            tell();
        }
    }

    private final class Watch implements FocusListener {
        @Override
        public void focusGained(FocusEvent event) {
            hands.entered();
            repaint();
        }

        @Override
        public void focusLost(FocusEvent event) {
            if (!event.isTemporary()) {
                hands.left();
            }
            repaint();
        }
    }

    /** A text of several cells, as a spreadsheet gives it: row by row. */
    static List<String> cells(String text) {
        return text.lines()
                .flatMap(line -> List.of(line.split("\t", -1)).stream())
                .map(String::strip)
                .toList();
    }
}
