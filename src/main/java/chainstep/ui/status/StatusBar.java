package chainstep.ui.status;

import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.lang.SourceError;
import chainstep.math.Format;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The line below the page: engine and size of the model, what there is to say or is being done, and whether the text is saved. */
public final class StatusBar extends JPanel implements DebugView {
    private static final int GAP = 18;

    private final JLabel engine = new JLabel();
    private final JLabel counts = new JLabel();
    private final JLabel message = new JLabel();
    private final JLabel saved = new JLabel();
    private final JButton cancel = new JButton();

    public StatusBar(DebugController controller) {
        super(new BorderLayout(GAP, 0));
        setName("status");
        cancel.setName("status.cancel");
        cancel.putClientProperty("JButton.buttonType", "borderless");
        cancel.setFocusPainted(true);
        cancel.setMargin(new java.awt.Insets(0, 6, 0, 6));
        cancel.addActionListener(event -> controller.cancel());
        JPanel left = row(engine, counts);
        JPanel middle = row(message, cancel);
        add(left, BorderLayout.LINE_START);
        add(middle, BorderLayout.CENTER);
        add(saved, BorderLayout.LINE_END);
    }

    /** As high as with its button, so that nothing moves when that comes. */
    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        int high = cancel.getPreferredSize().height + getInsets().top + getInsets().bottom;
        return new Dimension(size.width, Math.max(size.height, high));
    }

    private static JPanel row(Component... parts) {
        JPanel row = new JPanel();
        row.setOpaque(false);
        row.setLayout(new BoxLayout(row, BoxLayout.LINE_AXIS));
        for (Component part : parts) {
            row.add(part);
            row.add(Box.createHorizontalStrut(GAP));
        }
        return row;
    }

    @Override
    public void show(DebugScene scene) {
        Settings settings = scene.settings();
        Palette palette = Palette.of(settings.theme());
        Words words = Words.of("ui", settings.locale());
        setBackground(palette.get(Hue.FRAME));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(3, 12, 3, 12)));
        Color muted = palette.get(Hue.MUTED);
        say(engine, "● " + words.say("status.engine"), muted, settings);
        say(counts, scene.sitting().map(sitting -> counts(words, sitting)).orElse(""), muted, settings);
        say(saved, saved(words, scene.draft()), muted, settings);
        Optional<String> trouble = trouble(words, scene.draft().troubles(), settings.locale())
                .or(() -> scene.sitting().flatMap(sitting -> notFinite(words, sitting)));
        String line = scene.busy()
                .map(busy -> busy(words, busy, settings.locale()))
                .or(() -> scene.message().map(phrase -> phrase.in(settings.locale())))
                .or(() -> trouble)
                .or(() -> Optional.of("status.emptied")
                        .filter(key -> scene.isEmptied())
                        .map(words::say))
                .orElse("");
        boolean wrong = scene.busy().isEmpty()
                && scene.said().map(DebugScene.Said::wrong).orElse(trouble.isPresent());
        say(message, line, palette.get(wrong ? Hue.WRONG : Hue.TEXT), settings);
        message.setToolTipText(line.isEmpty() ? null : line);
        cancel.setText(words.say("status.cancel"));
        cancel.setFont(Letters.fit(cancel.getText(), font(settings)));
        cancel.setForeground(palette.get(Hue.VALUE));
        cancel.setVisible(scene.busy().isPresent());
    }

    private static java.awt.Font font(Settings settings) {
        return Look.words(settings.projector() ? 15 : 12);
    }

    private static void say(JLabel label, String text, Color colour, Settings settings) {
        label.setText(text);
        label.setFont(Letters.fit(text, font(settings)));
        label.setForeground(colour);
        label.getAccessibleContext().setAccessibleName(text);
    }

    private static String counts(Words words, Sitting sitting) {
        Program program = sitting.model().program();
        long parameters = program.nodes().stream()
                .filter(node -> node.isLeaf(Leaf.Kind.PARAM))
                .mapToLong(node -> node.shape().size())
                .sum();
        return words.say("status.counts", sitting.model().names().size(), parameters);
    }

    private static String busy(Words words, DebugScene.Busy busy, Locale locale) {
        String what = busy.what().in(locale);
        return busy.iteration() < 0 ? what : words.say("status.busy", what, busy.iteration());
    }

    private static Optional<String> trouble(Words words, List<SourceError> troubles, Locale locale) {
        return troubles.stream().findFirst().map(one -> words.say("status.trouble", one.line(), one.message(locale)));
    }

    /** The first number that is not finite, and the line that wrote it. */
    private static Optional<String> notFinite(Words words, Sitting sitting) {
        return sitting.notFinite()
                .map(first -> words.say(
                        "status.notfinite",
                        sitting.explainer()
                                .element(first.node(), first.element())
                                .plain(),
                        Format.typographic(Format.significant(first.value(), 6)),
                        sitting.model().program().node(first.node()).origin().line()));
    }

    private static String saved(Words words, Draft draft) {
        if (draft.isEmpty()) {
            return "";
        }
        return draft.name()
                .map(name -> words.say(draft.isChanged() ? "status.changed" : "status.saved", name))
                .orElseGet(() -> words.say("status.unsaved"));
    }
}
