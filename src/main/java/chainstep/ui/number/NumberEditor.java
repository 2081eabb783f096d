package chainstep.ui.number;

import chainstep.math.Digits;
import chainstep.ui.DebugController;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Phrase;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Changes one number of the source, written or with a slider; the model is run again at once. */
public final class NumberEditor extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 200;

    private final transient DebugController controller;
    private final transient Written number;
    private final double reach;
    /** The source as it was before. */
    private final String before;

    private final JTextField field = new JTextField(10);
    private final JSlider slider;
    /** The source as the slider left it; empty before it was moved. */
    private transient Optional<String> slid = Optional.empty();

    NumberEditor(DebugController controller, Written number) {
        super(new BorderLayout(8, 4));
        this.controller = controller;
        this.number = number;
        this.reach = number.reach();
        this.before = written();
        int steps = number.isWhole() ? (int) reach : STEPS;
        this.slider = new JSlider(-steps, steps, 0);
        Settings settings = controller.scene().settings();
        Font font = Look.numbers(settings.projector() ? 20 : 12);
        field.setText(number.text());
        field.setFont(font);
        field.getAccessibleContext().setAccessibleName(number.called());
        field.addActionListener(entered -> enter());
        slider.setFocusable(true);
        slider.getAccessibleContext().setAccessibleName(number.called());
        slider.addChangeListener(moved -> slide(slider.getValue()));
        slider.registerKeyboardAction(
                entered -> enter(), KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), JComponent.WHEN_FOCUSED);
        field.addKeyListener(new Leaving());
        slider.addKeyListener(new Leaving());
        JLabel title = new JLabel(number.called());
        title.setFont(font);
        title.setForeground(Palette.of(settings.theme()).get(Hue.TEXT));
        setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
        add(title, BorderLayout.LINE_START);
        add(field, BorderLayout.CENTER);
        add(slider, BorderLayout.PAGE_END);
    }

    /** Escape leaves the number as it was. What is undone is no longer what it shows: it goes away, once the key has reached the window. */
    private final class Leaving extends KeyAdapter {
        @Override
        public void keyPressed(KeyEvent event) {
            if (event.getKeyCode() == KeyEvent.VK_ESCAPE) {
                giveBack();
            } else if (event.isControlDown()
                    && (event.getKeyCode() == KeyEvent.VK_Z || event.getKeyCode() == KeyEvent.VK_Y)) {
                EventQueue.invokeLater(() -> Bubble.lower(NumberEditor.this));
            }
        }
    }

    private void giveBack() {
        if (slid.filter(written()::equals).isPresent()) {
            controller.edit(before);
            controller.settle();
        }
    }

    /** Shows it beside an area of a part, until Escape, Enter or a click elsewhere. */
    public void popUp(Component over, Rectangle area) {
        controller.settle();
        field.selectAll();
        Bubble.raise(this, field, over, area);
    }

    /** Puts a text in the field and takes it over. */
    public void enter(String text) {
        field.setText(text);
        enter();
    }

    /** Takes over what is written in the field, and is done; what is no number is marked, and told. */
    private void enter() {
        String text = field.getText().strip();
        try {
            if (!text.equals(number.text())
                    && Double.isInfinite(Digits.parse(text).value().doubleValue())) {
                throw new ArithmeticException(text);
            }
            field.putClientProperty("JComponent.outline", null);
            number.change(text);
            controller.settle();
            Bubble.lower(this);
        } catch (NumberFormatException | ArithmeticException none) {
            field.putClientProperty("JComponent.outline", "error");
            controller.complain(Phrase.of("ui", isLarge(text) ? "number.large" : "number.wrong", text));
        }
    }

    private static boolean isLarge(String text) {
        try {
            return Double.isInfinite(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** Takes over the number that the slider stands for; in the middle, what was there. */
    public void slide(int step) {
        String text = step == 0 ? number.text() : number.isWhole() ? whole(step) : fine(step);
        field.setText(text);
        String old = written();
        number.change(text);
        slid = written().equals(old) ? slid : Optional.of(written());
    }

    private String written() {
        return controller.scene().draft().text();
    }

    private String whole(int step) {
        return plain(number.value() + step);
    }

    private String fine(int step) {
        int digits = Math.max(0, 2 - (int) StrictMath.floor(StrictMath.log10(reach)));
        BigDecimal value = BigDecimal.valueOf(number.value() + reach * step / STEPS);
        return value.setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What it changes, as its title says. */
    public String called() {
        return number.called();
    }

    /** What the field holds. */
    public String text() {
        return field.getText();
    }

    static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
