package chainstep.ui.train;

import chainstep.ui.DebugScene.Said;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.train.TrainScene.Kind;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the page shows where nothing can be trained: what is missing, and what mends it. */
public final class TrainNotice extends JPanel implements TrainView {
    private final JLabel title = new JLabel();
    private final JLabel words = new JLabel();
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 12"));
    private final List<JButton> empty;
    private final List<JButton> broken;

    /**
     * @param empty what can be done with nothing open
     * @param broken what can be done where the text cannot be trained
     */
    public TrainNotice(List<Action> empty, List<Action> broken) {
        super(new MigLayout("fill, insets 24, wrap 1", "[center]", "push[]10[]26[]push"));
        this.empty = empty.stream().map(TrainNotice::button).toList();
        this.broken = broken.stream().map(TrainNotice::button).toList();
        row.setOpaque(false);
        add(title);
        add(words);
        add(row);
    }

    private static JButton button(Action action) {
        JButton button = new JButton(action);
        button.setName("train." + action.getValue(Action.ACTION_COMMAND_KEY));
        button.setFont(Look.words(14));
        return button;
    }

    @Override
    public void show(TrainScene scene) {
        Style style = new Style(scene.settings());
        setBackground(style.colour(Hue.GROUND));
        Kind kind = scene.kind();
        boolean known = kind == Kind.EMPTY || kind == Kind.BROKEN || kind == Kind.UNTRAINABLE;
        String key = "train.notice." + kind.name().toLowerCase(Locale.ROOT);
        say(title, known ? style.say(key) : "", Look.words(22).deriveFont(Font.BOLD), style.colour(Hue.TEXT));
        boolean wrong = kind == Kind.BROKEN || kind == Kind.UNTRAINABLE;
        String what = wrong ? trouble(scene, style) : known ? style.say(key + ".what") : "";
        say(words, what, Look.words(15), style.colour(wrong ? Hue.WRONG : Hue.MUTED));
        row.removeAll();
        (kind == Kind.EMPTY ? empty : wrong ? broken : List.<JButton>of())
                .forEach(button -> row.add(button, "height 38!"));
        revalidate();
        repaint();
    }

    private static void say(JLabel label, String text, Font font, Color colour) {
        label.setText(text);
        label.setFont(Letters.fit(text, font));
        label.setForeground(colour);
    }

    private static String trouble(TrainScene scene, Style style) {
        Locale locale = scene.settings().locale();
        return scene.draft().troubles().stream()
                .findFirst()
                .map(one -> style.say("status.trouble", one.line(), one.message(locale)))
                .or(() -> scene.said().map(Said::phrase).map(phrase -> phrase.in(locale)))
                .orElse("");
    }
}
