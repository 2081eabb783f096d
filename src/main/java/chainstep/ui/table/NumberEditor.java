package chainstep.ui.table;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.lang.NumberEdit;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;

/** Changes one number of a leaf, written or with a slider; the model is run again at once. */
final class NumberEditor extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 200;

    private final transient DebugController controller;
    private final String name;
    private final int element;
    private final double middle;
    private final double reach;
    private final JTextField field = new JTextField(10);
    private final JSlider slider = new JSlider(-STEPS, STEPS, 0);

    private NumberEditor(DebugController controller, Node leaf, int element, String called, Dress dress) {
        super(new BorderLayout(8, 4));
        this.controller = controller;
        this.name = leaf.name();
        this.element = element;
        this.middle = ((Leaf) leaf.op()).supply().exact(element, 0).doubleValue();
        this.reach = Math.max(1, Math.abs(middle) * 2);
        field.setText(written(middle));
        field.setFont(dress.numbers());
        field.getAccessibleContext().setAccessibleName(called);
        field.addActionListener(entered -> enter());
        slider.setFocusable(true);
        slider.getAccessibleContext().setAccessibleName(called);
        slider.addChangeListener(moved -> slide(slider.getValue()));
        JLabel title = new JLabel(called);
        title.setFont(dress.numbers());
        title.setForeground(dress.palette().get(Hue.TEXT));
        setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
        add(title, BorderLayout.LINE_START);
        add(field, BorderLayout.CENTER);
        add(slider, BorderLayout.PAGE_END);
    }

    /** For a number that the source holds; empty for any other, of which the status bar then tells why. */
    static Optional<NumberEditor> of(DebugController controller, int node, int element) {
        DebugScene scene = controller.scene();
        Optional<Sitting> sitting = scene.sitting().filter(each -> !each.stale());
        boolean editable =
                sitting.filter(each -> NumberEdit.canEdit(each.model(), node)).isPresent();
        if (!editable) {
            controller.change(node, element, 0);
            return Optional.empty();
        }
        Node leaf = sitting.orElseThrow().model().program().node(node);
        String called = sitting.orElseThrow().explainer().element(node, element).plain();
        return Optional.of(new NumberEditor(controller, leaf, element, called, new Dress(scene.settings())));
    }

    void popUp(Component over, Rectangle area) {
        field.selectAll();
        Bubble.raise(this, field, over, area);
    }

    /** Takes over the number written in the field; what is none is marked. */
    void enter() {
        try {
            change(Double.parseDouble(field.getText().strip()));
            field.putClientProperty("JComponent.outline", null);
        } catch (NumberFormatException none) {
            field.putClientProperty("JComponent.outline", "error");
        }
    }

    /** Takes over the number that the slider stands for. */
    void slide(int step) {
        double fine = middle + reach * step / STEPS;
        double value = BigDecimal.valueOf(fine)
                .setScale(Math.max(0, 2 - (int) Math.floor(StrictMath.log10(reach))), java.math.RoundingMode.HALF_EVEN)
                .doubleValue();
        field.setText(written(step == 0 ? middle : value));
        change(step == 0 ? middle : value);
    }

    private void change(double value) {
        controller
                .scene()
                .sitting()
                .ifPresent(sitting -> sitting.model()
                        .program()
                        .named(name)
                        .ifPresent(node -> controller.change(node, element, value)));
    }

    private static String written(double value) {
        return new BigDecimal(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
