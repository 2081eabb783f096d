package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Smaller, the scale, larger, all of it; how much is folded, and where to find a value. */
final class ZoomBar extends JPanel {
    private static final double STEP = 1.25;
    private static final float SIZE = 12;
    /** In a lecture hall. */
    private static final float LARGE = 14.5f;
    /** Of 100 % and more, in letters. */
    private static final float WIDTH = 4.2f;

    private final GraphCanvas canvas;
    private final JButton grain = button();
    private final JButton find = button();
    private final JButton smaller = button();
    private final JButton scale = button();
    private final JButton larger = button();
    private final JButton fit = button();
    private Ink ink;
    private float size = SIZE;

    ZoomBar(GraphCanvas canvas, Ink ink, Runnable search, Runnable folding) {
        super(new FlowLayout(FlowLayout.CENTER, 0, 2));
        this.canvas = canvas;
        this.ink = ink;
        setOpaque(false);
        List.of(grain, find, smaller, scale, larger, fit).forEach(this::add);
        grain.addActionListener(event -> folding.run());
        find.addActionListener(event -> search.run());
        smaller.addActionListener(event -> canvas.zoom(1 / STEP));
        scale.addActionListener(event -> canvas.full());
        larger.addActionListener(event -> canvas.zoom(STEP));
        fit.addActionListener(event -> canvas.fit());
        canvas.watch(camera -> tell());
        tell();
    }

    private static JButton button() {
        JButton button = new JButton();
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setBorder(BorderFactory.createEmptyBorder(4, 7, 4, 7));
        button.setContentAreaFilled(false);
        return button;
    }

    JButton grain() {
        return grain;
    }

    void dress(Ink other, Words words, Grain now, boolean isHall) {
        ink = other;
        size = isHall ? LARGE : SIZE;
        name(smaller, "−", words.say("graph.smaller"));
        name(larger, "+", words.say("graph.larger"));
        name(fit, "⤢ " + words.say("graph.fit.short"), words.say("graph.fit"));
        name(find, words.say("graph.find.short"), words.say("graph.find"));
        name(grain, GraphMenu.word(words, now) + " ▾", words.say("graph.fold"));
        scale.setToolTipText(words.say("graph.full"));
        scale.getAccessibleContext().setAccessibleName(words.say("graph.full"));
        tell();
    }

    private void name(JButton button, String text, String tip) {
        button.setText(text);
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(tip);
        button.setForeground(ink.of(Hue.TEXT));
        Font words = Look.words(size);
        Font logical = new Font(Font.SANS_SERIF, Font.PLAIN, 12).deriveFont(size);
        button.setFont(words.canDisplayUpTo(text) < 0 ? words : logical);
    }

    private void tell() {
        scale.setText(
                String.format(Locale.ROOT, "%d%%", Math.round(canvas.camera().scale() * 100)));
        scale.setFont(Look.words(size));
        scale.setPreferredSize(new Dimension(Math.round(WIDTH * size), larger.getPreferredSize().height));
        scale.setForeground(ink.of(Hue.TEXT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Ink.smooth(g);
        ink.plate(g, getWidth(), getHeight());
        g.dispose();
    }
}
