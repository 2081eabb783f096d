package chainstep.ui.graph;

import chainstep.ui.Picked;
import chainstep.words.Words;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Finds a value by its name: while typing the first, with Enter the next; Escape leaves, and clears what was not found. */
final class FindField extends JTextField {
    private static final int COLUMNS = 14;

    private final GraphCanvas canvas;
    private final Wishes wishes;
    /** Which of those found it is at, where there are several. */
    private final JLabel count = new JLabel();

    private int which;
    private boolean isLost;

    FindField(GraphCanvas canvas, Wishes wishes) {
        super(COLUMNS);
        this.canvas = canvas;
        this.wishes = wishes;
        setVisible(false);
        putClientProperty("JTextField.trailingComponent", count);
        addActionListener(event -> go(which + 1));
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "leave");
        getActionMap().put("leave", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                leave();
            }
        });
        getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                go(0);
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                go(0);
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                go(0);
            }
        });
    }

    void dress(Words words) {
        getAccessibleContext().setAccessibleName(words.say("graph.find"));
        putClientProperty("JTextField.placeholderText", words.say("graph.find"));
    }

    void open() {
        setVisible(true);
        selectAll();
        requestFocusInWindow();
    }

    private void leave() {
        if (isLost) {
            setText("");
        }
        setVisible(false);
        canvas.requestFocusInWindow();
    }

    /** Seeks anew what was not found in the drawing before. */
    void seekAgain() {
        if (isVisible() && isLost) {
            go(0);
        }
    }

    private void go(int index) {
        String sought = getText().strip().toLowerCase(Locale.ROOT);
        List<Card> found =
                canvas.picture().map(picture -> found(picture, sought)).orElse(List.of());
        which = found.isEmpty() ? 0 : index % found.size();
        isLost = found.isEmpty() && !sought.isEmpty();
        putClientProperty("JComponent.outline", isLost ? "error" : "");
        count.setText(found.size() > 1 ? which + 1 + "/" + found.size() + " " : "");
        if (!found.isEmpty()) {
            canvas.meet(canvas.picture().orElseThrow().spot(found.get(which).id()));
            wishes.pick(Picked.whole(found.get(which).id()));
        }
    }

    /** Those that begin with it come first. */
    private static List<Card> found(Picture picture, String sought) {
        return picture.model().cards().stream()
                .filter(card -> !sought.isEmpty()
                        && (name(card).contains(sought)
                                || card.rule().toLowerCase(Locale.ROOT).contains(sought)))
                .sorted((a, b) -> rank(a, sought) - rank(b, sought))
                .toList();
    }

    private static String name(Card card) {
        return card.name().toLowerCase(Locale.ROOT);
    }

    private static int rank(Card card, String sought) {
        return name(card).equals(sought)
                ? 0
                : name(card).startsWith(sought) ? 1 : name(card).contains(sought) ? 2 : 3;
    }
}
