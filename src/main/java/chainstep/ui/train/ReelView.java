package chainstep.ui.train;

import chainstep.run.Snapshot;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;

/** How far the training is while it runs; while it rests, a slider along all that was kept of it. */
public final class ReelView extends JPanel implements TrainView {
    private static final double MINUTE = 60;

    private final JProgressBar bar = new JProgressBar(0, 1000);
    private final JSlider slider = new JSlider(0, 0, 0);
    private final JLabel words = new JLabel();
    private boolean showing;

    /** @param look told which state is to be looked at, −1 for the last */
    public ReelView(IntConsumer look) {
        super(new MigLayout("insets 6 12 6 12, fillx, hidemode 3", "[grow,fill]18[]"));
        setName("train.reel");
        slider.setName("train.reel.slider");
        bar.setName("train.reel.bar");
        add(bar, "growx, height 10!");
        add(slider, "growx");
        add(words);
        slider.addChangeListener(moved -> {
            if (!showing) {
                look.accept(slider.getValue() == slider.getMaximum() ? -1 : slider.getValue());
            }
        });
    }

    @Override
    public void show(TrainScene scene) {
        Style style = new Style(scene.settings());
        setBackground(style.colour(Hue.GROUND));
        int last = scene.now().map(far -> far.reel().size() - 1).orElse(0);
        bar.setVisible(scene.isRunning() || last < 1);
        slider.setVisible(!scene.isRunning() && last >= 1);
        slider.setToolTipText(style.say("train.reel.tip"));
        slider.getAccessibleContext().setAccessibleName(style.say("train.reel.tip"));
        showing = true;
        slider.setMaximum(Math.max(0, last));
        slider.setValue(scene.shown() < 0 ? last : scene.shown());
        long at = scene.state().map(Snapshot::iteration).orElse(0L);
        long goal = Math.max(1, scene.goal());
        bar.setValue((int) Math.min(1000, 1000 * at / goal));
        showing = false;
        words.setText(
                scene.lesson().map(lesson -> told(scene, lesson, at, style)).orElse(""));
        words.setFont(Letters.fit(words.getText(), style.words()));
        words.setForeground(style.colour(Hue.TEXT));
    }

    private static String told(TrainScene scene, Lesson lesson, long at, Style style) {
        long each = lesson.course().perEpoch();
        long goal = scene.goal();
        String where = style.say("train.reel", at / each, Math.max(goal, at) / each, at);
        double rate = scene.now().map(Progressed::rate).orElse(0.0);
        Optional<String> left = scene.isRunning() && rate > 0 && goal > at
                ? Optional.of(style.say("train.reel.left", time((goal - at) / rate)))
                : Optional.empty();
        return left.map(rest -> where + " · " + rest).orElse(where);
    }

    private static String time(double seconds) {
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds));
        }
        return String.format(Locale.ROOT, "%d:%02d min", (long) (seconds / MINUTE), (long) (seconds % MINUTE));
    }
}
