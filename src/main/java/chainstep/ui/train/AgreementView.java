package chainstep.ui.train;

import chainstep.math.Format;
import chainstep.train.Agreement;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** How far the engine's gradients are from the reference's, parameter by parameter. */
public final class AgreementView extends JPanel implements TrainView {
    /** The bounds that engines keep to: float64 and float32. */
    private static final double FINE = 1e-12;

    private static final double COARSE = 1e-5;

    private transient Optional<TrainScene> shown = Optional.empty();

    public AgreementView() {
        super(new MigLayout("insets 6 12 8 12, gap 14 2", "[][right,shrinkprio 200,0:pref:pref][right][right]push"));
        setName("train.agreement");
    }

    @Override
    public void show(TrainScene scene) {
        boolean same = shown.filter(before -> before.agreement().equals(scene.agreement())
                        && before.settings().equals(scene.settings()))
                .isPresent();
        if (same) {
            return;
        }
        shown = Optional.of(scene);
        Style style = new Style(scene.settings());
        setBackground(style.colour(Hue.GROUND));
        removeAll();
        scene.agreement().ifPresent(agreement -> fill(agreement, scene, style));
        revalidate();
        repaint();
    }

    private void fill(Agreement agreement, TrainScene scene, Style style) {
        String engine = scene.lesson().map(Lesson::engine).orElse("");
        head(style.say("train.agreement.of"), style, "");
        head("EJML", style, "wmin 0");
        head(style.say("train.engine." + engine), style, "span 2, wrap");
        boolean coarse = engine.endsWith("32");
        Palette palette = Palette.of(scene.settings().theme());
        List<Agreement.Parameter> all = agreement.parameters();
        for (Agreement.Parameter each : all) {
            number(each.name(), style, "");
            number(Format.typographic(Format.significant(each.reference(), 6)), style, "wmin 0");
            number(Format.typographic(Format.significant(each.own(), 6)), style, "");
            boolean right = each.difference() <= (coarse ? COARSE : FINE);
            JLabel badge = label(String.format(Locale.ROOT, "%.0e", each.difference()), style, "wrap");
            badge.setOpaque(true);
            badge.setBackground(palette.get(right ? Hue.RIGHT_GROUND : Hue.WRONG_GROUND));
            badge.setForeground(palette.get(right ? Hue.RIGHT : Hue.WRONG));
            badge.setText(" " + badge.getText() + (right ? " ✓ " : " ✗ "));
            badge.setFont(Letters.fit(badge.getText(), style.small()));
        }
    }

    private void head(String words, Style style, String place) {
        label(words, style, place).setFont(Letters.fit(words, style.small()));
    }

    private void number(String words, Style style, String place) {
        JLabel label = label(words, style, place);
        label.setForeground(style.colour(Hue.TEXT));
        label.setFont(Letters.fit(words, Look.numbers(style.small().getSize2D())));
    }

    private JLabel label(String words, Style style, String place) {
        JLabel label = new JLabel(words);
        label.setForeground(style.colour(Hue.MUTED));
        add(label, place);
        return label;
    }
}
