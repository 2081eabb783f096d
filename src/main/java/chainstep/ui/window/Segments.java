package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Page;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.border.Border;

/** The pages there are, one of them chosen. */
final class Segments extends JPanel implements DebugView {
    private static final int ARC = 10;
    private static final int WIDE = 22;
    private static final int TIGHT = 9;

    private final List<Page> pages;
    private final List<Segment> segments;
    private transient Optional<DebugScene> shown = Optional.empty();
    private Color groove = Color.LIGHT_GRAY;
    private boolean wide = true;

    /** @param chosen told which page is wanted */
    Segments(List<Page> pages, Consumer<Page> chosen) {
        this.pages = List.copyOf(pages);
        this.segments = Stream.generate(Segment::new).limit(pages.size()).toList();
        setLayout(new BoxLayout(this, BoxLayout.LINE_AXIS));
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(2, 2, 2, 2));
        ButtonGroup group = new ButtonGroup();
        for (int k = 0; k < pages.size(); k++) {
            Page page = pages.get(k);
            Segment segment = segments.get(k);
            segment.setName("page." + page.name().toLowerCase(Locale.ROOT));
            segment.addActionListener(pressed -> chosen.accept(page));
            group.add(segment);
            add(segment);
        }
        segments.get(0).setSelected(true);
    }

    /** Puts the names closer together, or apart again. */
    void tight(boolean now) {
        if (now == wide) {
            wide = !now;
            segments.forEach(segment -> segment.setBorder(border(wide)));
            revalidate();
        }
    }

    boolean isWide() {
        return wide;
    }

    /** How much narrower it is while names stand close together. */
    int saved() {
        return 2 * (WIDE - TIGHT) * segments.size();
    }

    private static Border border(boolean wide) {
        int side = wide ? WIDE : TIGHT;
        return BorderFactory.createEmptyBorder(3, side, 3, side);
    }

    /** Shows which page is on. */
    void turn(Page page) {
        segments.get(pages.indexOf(page)).setSelected(true);
        shown.ifPresent(this::show);
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
        shown = Optional.of(scene);
        Palette palette = Palette.of(scene.settings().theme());
        groove = palette.get(Hue.LINE);
        Words words = Words.of("ui", scene.settings().locale());
        for (int k = 0; k < pages.size(); k++) {
            segments.get(k).setText(words.say(pages.get(k).key()));
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
            setBorder(border(true));
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
