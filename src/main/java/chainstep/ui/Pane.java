package chainstep.ui;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Font;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A part of a page under its head: a title, and at the right what can be done there. */
public final class Pane extends JPanel implements DebugView {
    private static final int GAP = 8;
    private static final float SMALL = 12;
    private static final float LARGE = 20;

    private final String key;
    private final JLabel title = new JLabel();
    private final JPanel head = new Head();
    private Optional<JComponent> tool = Optional.empty();

    /**
     * @param key of the title, in the bundle {@code ui}
     * @param body what the pane is about
     */
    public Pane(String key, JComponent body) {
        super(new BorderLayout());
        this.key = key;
        title.setLabelFor(body);
        head.add(title, BorderLayout.LINE_START);
        add(head, BorderLayout.PAGE_START);
        add(body, BorderLayout.CENTER);
    }

    /** Puts something at the right end of the head. */
    public Pane with(JComponent other) {
        tool = Optional.of(other);
        head.add(other, BorderLayout.LINE_END);
        return this;
    }

    /** The title comes first: what stands beside it makes do with the rest. */
    private final class Head extends JPanel {
        Head() {
            super(new BorderLayout());
        }

        @Override
        public void doLayout() {
            int room = getWidth() - getInsets().left - getInsets().right - title.getPreferredSize().width - GAP;
            tool.filter(Fitting.class::isInstance).ifPresent(part -> ((Fitting) part).fit(room));
            super.doLayout();
        }
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        title.setText(Words.of("ui", scene.settings().locale()).say(key));
        float size = scene.settings().projector() ? LARGE : SMALL;
        title.setFont(Letters.fit(title.getText(), Look.words(size).deriveFont(Font.BOLD)));
        head.setBackground(palette.get(Hue.GROUND));
        head.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(6, 12, 6, 12)));
    }
}
