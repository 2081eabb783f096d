package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/** The pages there are, one of them chosen. */
final class Segments extends JPanel implements DebugView {
    private static final int ARC = 10;

    private final List<String> keys;
    private final List<Segment> segments;
    private Color groove = Color.LIGHT_GRAY;

    /** @param keys of the pages' names in the bundle {@code ui} */
    Segments(List<String> keys) {
        this.keys = List.copyOf(keys);
        this.segments = Stream.generate(Segment::new).limit(keys.size()).toList();
        setLayout(new BoxLayout(this, BoxLayout.LINE_AXIS));
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(2, 2, 2, 2));
        ButtonGroup group = new ButtonGroup();
        segments.forEach(segment -> {
            group.add(segment);
            add(segment);
        });
        segments.get(0).setSelected(true);
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D pen = (Graphics2D) g.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(groove);
        pen.fillRoundRect(0, 0, getWidth(), getHeight(), ARC, ARC);
        pen.dispose();
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        groove = palette.get(Hue.LINE);
        Words words = Words.of("ui", scene.settings().locale());
        for (int k = 0; k < keys.size(); k++) {
            segments.get(k).setText(words.say(keys.get(k)));
            segments.get(k).colour(palette);
        }
        repaint();
    }

    /** One page's name. */
    private static final class Segment extends JToggleButton {
        private Color lit = Color.WHITE;
        private Color ring = Color.BLUE;

        Segment() {
            setContentAreaFilled(false);
            setBorder(BorderFactory.createEmptyBorder(3, 22, 3, 22));
            setFocusPainted(false);
        }

        void colour(Palette palette) {
            lit = palette.get(Hue.GROUND);
            ring = palette.get(Hue.VALUE);
            setForeground(palette.get(isSelected() ? Hue.TEXT : Hue.MUTED));
        }

        @Override
        protected void paintComponent(Graphics g) {
            Graphics2D pen = (Graphics2D) g.create();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            if (isSelected()) {
                pen.setColor(lit);
                pen.fillRoundRect(0, 0, getWidth(), getHeight(), ARC - 2, ARC - 2);
            }
            if (isFocusOwner()) {
                pen.setColor(ring);
                pen.setStroke(new BasicStroke(1.5f));
                pen.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, ARC - 2, ARC - 2);
            }
            pen.dispose();
            super.paintComponent(g);
        }
    }
}
