package chainstep.ui.homework;

import chainstep.ui.DebugScene.Said;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Quotes;
import chainstep.words.Words;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the page shows where there is no sheet: what is missing, and what mends it. */
public final class Notice extends JPanel implements HomeworkView {
    private final JLabel title = new JLabel();
    private final JLabel words = new JLabel();
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 12"));
    private final List<JButton> empty;
    private final List<JButton> broken;

    /**
     * @param empty what can be done with nothing open
     * @param broken what can be done where the text cannot be run
     */
    public Notice(List<Action> empty, List<Action> broken) {
        super(new MigLayout("fill, insets 24, wrap 1", "[center]", "push[]10[]26[]push"));
        this.empty = empty.stream().map(Notice::button).toList();
        this.broken = broken.stream().map(Notice::button).toList();
        row.setOpaque(false);
        add(title);
        add(words);
        add(row);
    }

    private static JButton button(Action action) {
        JButton button = new JButton(action);
        button.setName("homework." + action.getValue(Action.ACTION_COMMAND_KEY));
        button.setFont(Look.words(14));
        return button;
    }

    @Override
    public void show(HomeworkScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words said = Words.of("ui", scene.settings().locale());
        setBackground(palette.get(Hue.GROUND));
        HomeworkScene.Kind kind = scene.kind();
        String key = "homework.notice." + kind.name().toLowerCase(Locale.ROOT);
        boolean known = kind != HomeworkScene.Kind.SHEET && kind != HomeworkScene.Kind.UNASKED;
        say(title, known ? said.say(key) : "", Look.words(22).deriveFont(Font.BOLD), palette.get(Hue.TEXT));
        String what = kind == HomeworkScene.Kind.BROKEN ? trouble(scene, said) : known ? said.say(key + ".what") : "";
        say(words, what, Look.words(15), palette.get(kind == HomeworkScene.Kind.BROKEN ? Hue.WRONG : Hue.MUTED));
        row.removeAll();
        (kind == HomeworkScene.Kind.EMPTY ? empty : kind == HomeworkScene.Kind.BROKEN ? broken : List.<JButton>of())
                .forEach(button -> row.add(button, "height 38!"));
        revalidate();
        repaint();
    }

    private static void say(JLabel label, String text, Font font, java.awt.Color colour) {
        label.setText(text);
        label.setFont(Letters.fit(text, font));
        label.setForeground(colour);
    }

    private static String trouble(HomeworkScene scene, Words said) {
        Locale locale = scene.settings().locale();
        return scene.draft().troubles().stream()
                .findFirst()
                .map(one -> said.say("status.trouble", one.line(), Quotes.typographic(one.message(locale))))
                .or(() -> scene.said().map(Said::phrase).map(phrase -> phrase.in(locale)))
                .orElse("");
    }
}
