package chainstep.ui.table;

import chainstep.math.Shape;
import chainstep.ui.Stops;
import chainstep.ui.look.Hue;
import java.awt.BorderLayout;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The past of a watch, one of its numbers at a time: which one is written above, and turned by the arrows beside it. */
final class HistoryView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient Shape shape;
    private final HistoryPlot plot;
    private final JLabel which = new JLabel("", JLabel.CENTER);
    private int element;

    /**
     * @param text what is watched
     * @param first the number drawn first
     */
    HistoryView(Dress dress, String text, Stops.History history, int first) {
        super(new BorderLayout());
        this.text = text;
        this.shape = history.values().isEmpty()
                ? Shape.of()
                : history.values().get(0).shape();
        this.element = first < shape.size() ? Math.max(0, first) : 0;
        this.plot = new HistoryPlot(dress, history, element);
        setBackground(dress.palette().get(Hue.GROUND));
        JPanel head = new JPanel(new BorderLayout());
        head.setOpaque(false);
        head.setBorder(BorderFactory.createEmptyBorder(4, 4, 0, 4));
        which.setFont(dress.numbers());
        which.setForeground(dress.palette().get(Hue.TEXT));
        head.add(which, BorderLayout.CENTER);
        if (shape.size() > 1) {
            head.add(arrow(dress, "‹", "watches.history.before", -1), BorderLayout.LINE_START);
            head.add(arrow(dress, "›", "watches.history.next", 1), BorderLayout.LINE_END);
        }
        add(head, BorderLayout.PAGE_START);
        add(plot, BorderLayout.CENTER);
        Keys.on(this, "LEFT", () -> turn(-1));
        Keys.on(this, "RIGHT", () -> turn(1));
        turn(0);
    }

    private JButton arrow(Dress dress, String sign, String key, int by) {
        JButton arrow = new JButton(sign);
        arrow.putClientProperty("JButton.buttonType", "borderless");
        arrow.setFont(dress.words());
        arrow.setToolTipText(dress.say(key));
        arrow.getAccessibleContext().setAccessibleName(dress.say(key));
        arrow.addActionListener(pressed -> turn(by));
        return arrow;
    }

    private void turn(int by) {
        element = Math.floorMod(element + by, shape.size());
        String index =
                Arrays.stream(shape.index(element)).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        which.setText(shape.size() == 1 ? text : text + "[" + index + "]");
        plot.draw(element);
    }

    /** Which number is drawn, and what it was. */
    String dump() {
        return which.getText() + "\n" + plot.dump();
    }
}
