package chainstep.ui.graph;

import chainstep.math.Digits;
import chainstep.ui.Picked;
import chainstep.ui.look.Look;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Lies over a number that is being changed: Enter writes the new one into the source, Escape leaves the old. */
final class NumberField extends JTextField {
    private static final int COLUMNS = 8;

    private final GraphCanvas canvas;
    private final Change change;
    private final transient Consumer<String> refused;
    private Picked on = Picked.whole(0);

    /** Writes another number. */
    interface Change {
        void to(int node, int element, double value);
    }

    /** @param refused told what is no number */
    NumberField(GraphCanvas canvas, Change change, Consumer<String> refused) {
        super(COLUMNS);
        this.refused = refused;
        this.canvas = canvas;
        this.change = change;
        setVisible(false);
        addActionListener(event -> write());
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "leave");
        getActionMap().put("leave", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                leave();
            }
        });
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                setVisible(false);
            }
        });
        canvas.watch(camera -> setVisible(false));
    }

    void dress(Words words) {
        getAccessibleContext().setAccessibleName(words.say("graph.number"));
        setToolTipText(words.say("graph.number"));
    }

    /** Over one number, of a whole array its first; a heat map shows none to change. */
    void open(Picked picked) {
        canvas.picture()
                .ifPresent(picture -> picture.card(picked.node())
                        .filter(card -> card.value().figures() instanceof Figures.Numbers)
                        .ifPresent(card -> {
                            on = new Picked(picked.node(), Math.max(0, picked.element()));
                            lie(picture, (Figures.Numbers) card.value().figures());
                        }));
    }

    private void lie(Picture picture, Figures.Numbers numbers) {
        int across = numbers.widths().size();
        int row = on.element() / across;
        int column = on.element() % across;
        Spot box = picture.spot(on.node());
        Spot values = picture.faces().get(on.node()).value();
        Spot there = canvas.camera()
                .there(new Spot(
                        box.x() + values.x() + numbers.start(column) * Face.CHARACTER,
                        box.y() + values.y() + row * Face.ROW,
                        0,
                        Face.ROW));
        setFont(Look.numbers(12));
        setText(numbers.cells().get(row).get(column).strip());
        Dimension size = getPreferredSize();
        setBounds((int) there.x() - 6, (int) (there.centreY() - size.height / 2.0), size.width, size.height);
        setVisible(true);
        selectAll();
        requestFocusInWindow();
    }

    private void write() {
        try {
            double value = Digits.parse(getText()).value().doubleValue();
            leave();
            change.to(on.node(), on.element(), value);
        } catch (NumberFormatException | ArithmeticException unread) {
            putClientProperty("JComponent.outline", "error");
            refused.accept(getText());
        }
    }

    private void leave() {
        putClientProperty("JComponent.outline", "");
        setVisible(false);
        canvas.requestFocusInWindow();
    }
}
