package chainstep.ui.homework;

import chainstep.homework.Verdict;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The line below the Homework page: when it was marked, how the answers stand, what there is to say, whether the sheet is saved. */
public final class HomeworkStatus extends JPanel implements HomeworkView {
    private static final int GAP = 18;

    private final JLabel checked = new JLabel();
    private final JLabel counts = new JLabel();
    private final JLabel message = new JLabel();
    private final JLabel saved = new JLabel();

    public HomeworkStatus() {
        super(new BorderLayout(GAP, 0));
        setName("homework.status");
        JPanel left = new JPanel();
        left.setOpaque(false);
        left.setLayout(new BoxLayout(left, BoxLayout.LINE_AXIS));
        left.add(checked);
        left.add(Box.createHorizontalStrut(GAP));
        left.add(counts);
        add(left, BorderLayout.LINE_START);
        add(message, BorderLayout.CENTER);
        add(saved, BorderLayout.LINE_END);
    }

    /** As high as the line below the Debug page. */
    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return new Dimension(size.width, Math.max(size.height, 26));
    }

    @Override
    public void show(HomeworkScene scene) {
        Settings settings = scene.settings();
        Palette palette = Palette.of(settings.theme());
        Words words = Words.of("ui", settings.locale());
        setBackground(palette.get(Hue.FRAME));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(3, 12, 3, 12)));
        Color muted = palette.get(Hue.MUTED);
        boolean sheet = scene.kind() == HomeworkScene.Kind.SHEET;
        say(checked, sheet ? "● " + checked(words, scene) : "", muted, settings);
        say(counts, sheet ? scene.checked().map(last -> counts(words, last)).orElse("") : "", muted, settings);
        String line = scene.said()
                .map(Said::phrase)
                .map(phrase -> phrase.in(settings.locale()))
                .orElse("");
        boolean wrong = scene.said().filter(Said::wrong).isPresent();
        say(message, line, palette.get(wrong ? Hue.WRONG : Hue.TEXT), settings);
        message.setToolTipText(line.isEmpty() ? null : line);
        say(saved, sheet ? saved(words, scene) : "", muted, settings);
    }

    private static void say(JLabel label, String text, Color colour, Settings settings) {
        label.setText(text);
        label.setFont(Letters.fit(text, Look.words(settings.projector() ? 15 : 12)));
        label.setForeground(colour);
        label.getAccessibleContext().setAccessibleName(text);
    }

    private static String checked(Words words, HomeworkScene scene) {
        Optional<Checked> last = scene.checked();
        if (scene.working()) {
            return words.say("homework.status.checking");
        } else if (last.isEmpty()) {
            return words.say("homework.status.unchecked");
        }
        boolean current = last.get().paper().written().equals(scene.paper().written());
        long millis = last.get().millis();
        return current
                ? millis > 0 ? words.say("homework.status.checked.in", millis) : words.say("homework.status.checked")
                : words.say("homework.status.changed");
    }

    private static String counts(Words words, Checked last) {
        List<String> parts = new ArrayList<>();
        long blank = last.count(Verdict.BLANK);
        long answers = last.paper().lines().size() - blank;
        parts.add(words.say("homework.status.answers", answers));
        for (Verdict verdict : List.of(Verdict.RIGHT, Verdict.SLIP, Verdict.CARRIED, Verdict.UNREADABLE)) {
            long count = last.count(verdict);
            if (count > 0) {
                parts.add(words.say("homework.status." + verdict.name().toLowerCase(Locale.ROOT), count));
            }
        }
        long revealed =
                last.paper().lines().stream().filter(Paper.Line::revealed).count();
        if (revealed > 0) {
            parts.add(words.say("homework.status.revealed", revealed));
        }
        if (blank > 0) {
            parts.add(words.say("homework.status.blank", blank));
        }
        return String.join(" · ", parts);
    }

    private static String saved(Words words, HomeworkScene scene) {
        if (scene.paper().isBlank()) {
            return "";
        }
        return scene.file()
                .map(file -> words.say(
                        scene.saved() ? "homework.status.saved" : "homework.status.unsaved",
                        file.getFileName().toString()))
                .orElseGet(() -> words.say("homework.status.kept"));
    }
}
