package chainstep.ui.homework;

import chainstep.homework.Section;
import chainstep.homework.answer.Proposal.Kind;
import chainstep.homework.answer.Proposal.Proposed;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the page shows where a model asks nothing: what it could ask, to be chosen by section and kind, and written into the source. */
public final class ProposalView extends JPanel implements HomeworkView {
    private final transient Consumer<List<String>> ask;
    private final transient Map<Section, JCheckBox> sections = new LinkedHashMap<>();
    private final transient Map<Kind, JCheckBox> kinds = new LinkedHashMap<>();
    private final JButton button = new JButton();
    private transient Optional<HomeworkScene> shown = Optional.empty();

    /** @param ask takes the quantities to be asked */
    public ProposalView(Consumer<List<String>> ask) {
        super(new MigLayout("fill, insets 24, wrap 1", "[center]", "push[]8[]22[]22[]push"));
        this.ask = ask;
        setName("homework.proposal");
        button.setName("homework.propose");
        button.addActionListener(pressed -> ask.accept(chosen()));
    }

    @Override
    public void show(HomeworkScene scene) {
        boolean same = shown.filter(old -> old.settings().equals(scene.settings())
                        && old.exercise().equals(scene.exercise()))
                .isPresent();
        shown = Optional.of(scene);
        if (!same) {
            make(scene);
        }
    }

    private List<Proposed> all() {
        return shown.flatMap(HomeworkScene::exercise).map(Exercise::proposals).orElse(List.of());
    }

    private void make(HomeworkScene scene) {
        Style style = new Style(scene.settings());
        removeAll();
        sections.clear();
        kinds.clear();
        setBackground(style.colour(Hue.GROUND));
        boolean any = !all().isEmpty();
        add(label(
                style,
                any ? "homework.propose" : "homework.propose.none",
                style.title().deriveFont(22f),
                Hue.TEXT));
        add(label(
                style,
                any ? "homework.propose.what" : "homework.propose.none.what",
                style.words().deriveFont(15f),
                Hue.MUTED));
        if (any) {
            add(choice(scene, style));
            button.setFont(Letters.fit(
                    style.say("homework.propose.ask", 1), style.words().deriveFont(14f)));
            add(button, "height 38!");
        }
        count();
        revalidate();
        repaint();
    }

    private static JLabel label(Style style, String key, Font font, Hue hue) {
        JLabel label = new JLabel(style.say(key));
        label.setFont(Letters.fit(label.getText(), font));
        label.setForeground(style.colour(hue));
        return label;
    }

    private JPanel choice(HomeworkScene scene, Style style) {
        JPanel choice = new JPanel(new MigLayout("insets 0, gapx 48, wrap 1, flowy", "[][]", ""));
        choice.setOpaque(false);
        JPanel left = new JPanel(new MigLayout("insets 0, wrap 1"));
        JPanel right = new JPanel(new MigLayout("insets 0, wrap 1"));
        left.setOpaque(false);
        right.setOpaque(false);
        left.add(label(style, "homework.propose.sections", style.small(), Hue.MUTED));
        right.add(label(style, "homework.propose.kinds", style.small(), Hue.MUTED));
        for (Proposed one : all()) {
            if (!sections.containsKey(one.section())) {
                String title = one.section().title().in(scene.settings().locale());
                sections.put(one.section(), box(title, style, true));
                left.add(sections.get(one.section()));
            }
        }
        for (Kind kind : Kind.values()) {
            if (all().stream().anyMatch(one -> one.kind() == kind)) {
                String key = "homework.propose." + kind.name().toLowerCase(Locale.ROOT);
                kinds.put(kind, box(style.say(key), style, kind != Kind.LOCAL));
                right.add(kinds.get(kind));
            }
        }
        choice.setLayout(new MigLayout("insets 0, gapx 48, aligny top"));
        choice.add(left, "aligny top");
        choice.add(right, "aligny top");
        return choice;
    }

    private JCheckBox box(String text, Style style, boolean on) {
        JCheckBox box = new JCheckBox(text, on);
        box.setOpaque(false);
        box.setFont(Letters.fit(text, style.words()));
        box.setForeground(style.colour(Hue.TEXT));
        box.addActionListener(turned -> count());
        return box;
    }

    private void count() {
        int count = chosen().size();
        shown.ifPresent(scene -> button.setText(new Style(scene.settings()).say("homework.propose.ask", count)));
        button.setEnabled(count > 0);
    }

    private List<String> chosen() {
        List<String> chosen = new ArrayList<>();
        for (Proposed one : all()) {
            boolean section = sections.containsKey(one.section())
                    && sections.get(one.section()).isSelected();
            if (section
                    && kinds.containsKey(one.kind())
                    && kinds.get(one.kind()).isSelected()) {
                chosen.add(one.question().text());
            }
        }
        return chosen;
    }
}
