package chainstep.ui.timeline;

import chainstep.debug.DebugState;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The whole run as two tracks below each other: iterations, and the steps of the current one. */
public final class TimelineView extends JPanel implements DebugView {
    private final Travel travel;
    private final JLabel title = new JLabel();
    private final JLabel facts = new JLabel();
    private final IterationTrack iterations;
    private final StepTrack steps;
    private final JPanel head = new JPanel(new BorderLayout());

    public TimelineView(DebugController controller) {
        super(new BorderLayout());
        this.travel = new Travel(controller);
        this.iterations = new IterationTrack(travel);
        this.steps = new StepTrack(travel, controller::stops);
        iterations.on(KeyEvent.VK_B, steps::toggleStop);
        head.setOpaque(false);
        head.setBorder(BorderFactory.createEmptyBorder(8, Track.ASIDE, 2, Track.ASIDE));
        head.add(title, BorderLayout.LINE_START);
        head.add(facts, BorderLayout.LINE_END);
        JPanel tracks = new JPanel();
        tracks.setOpaque(false);
        tracks.setLayout(new BoxLayout(tracks, BoxLayout.PAGE_AXIS));
        tracks.add(iterations);
        tracks.add(steps);
        title.setLabelFor(steps);
        getAccessibleContext().setAccessibleName(title.getText());
        add(head, BorderLayout.PAGE_START);
        add(tracks, BorderLayout.CENTER);
    }

    /** The keys go to the steps first. */
    public JComponent first() {
        return steps;
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words words = Words.of("ui", scene.settings().locale());
        setBackground(palette.get(Hue.GROUND));
        float size = scene.settings().projector() ? 15 : 11.5f;
        title.setText(words.say("timeline.title"));
        title.setFont(Letters.fit(title.getText(), Look.words(size + 0.5f)).deriveFont(Font.BOLD));
        title.setForeground(palette.get(Hue.TEXT));
        facts.setText(scene.sitting()
                .map(Sitting::state)
                .map(state -> facts(words, state))
                .orElse(""));
        facts.setFont(Letters.fit(facts.getText(), Look.words(size)));
        facts.setForeground(palette.get(Hue.MUTED));
        iterations.show(scene);
        steps.show(scene);
        travel.arrived(scene);
    }

    /** Where there is little room, the steps come first. */
    @Override
    public void doLayout() {
        iterations.fit(getHeight() - head.getPreferredSize().height - steps.getPreferredSize().height);
        super.doLayout();
    }

    /** With the iterations where they differ, also while they have given way. */
    @Override
    public Dimension getPreferredSize() {
        int tracks = iterations.getPreferredSize().height + steps.getPreferredSize().height;
        return new Dimension(super.getPreferredSize().width, head.getPreferredSize().height + tracks);
    }

    /** Without the iterations, which give way. */
    @Override
    public Dimension getMinimumSize() {
        int least = head.getPreferredSize().height + steps.getPreferredSize().height;
        return new Dimension(super.getMinimumSize().width, least);
    }

    private static String facts(Words words, DebugState state) {
        return words.say("timeline.facts", state.iteration(), state.count());
    }
}
