package chainstep.ui.homework;

import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.mistake.Diagnosis;
import chainstep.math.Format;
import chainstep.ui.Settings;
import chainstep.ui.derivation.Sheet;
import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.formula.Wrapping;
import chainstep.ui.look.Hue;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JPanel;

/**
 * The mistakes that were thought of, and which meets the answer.
 *
 * <p>What each would have given is told once the answer is known: many a mistake is a known factor away from what is right.
 */
final class ConsideredView extends JPanel implements Wrapping {
    private static final String NONE = "homework.considered.none";

    private static final int ABOVE = 4;
    private static final int DIGITS = 4;
    private static final int MOST_NUMBERS = 4;
    private static final int MOST_LETTERS = 24;

    private final transient Style style;
    private final transient Typesetter typesetter = new Typesetter();
    private final transient List<Boolean> lit = new ArrayList<>();
    private final transient List<Integer> heights = new ArrayList<>();

    ConsideredView(List<Diagnosis.Considered> all, Marked marked, Settings settings, boolean known) {
        super(null);
        this.style = new Style(settings);
        setOpaque(false);
        List<String> met =
                marked.findings().stream().flatMap(one -> one.codes().stream()).toList();
        for (Diagnosis.Considered one : all) {
            if (!met.contains(one.code())) {
                row(one.name().in(settings.locale()), known ? numbers(one.values()) : Secrets.HIDDEN, NONE);
            }
        }
        for (Finding finding : marked.findings().stream().limit(1).toList()) {
            String name = finding.slips().get(0).name().in(settings.locale());
            boolean match = finding.strength() == Finding.Strength.MATCH;
            row(
                    name,
                    known ? numbers(finding.values()) : written(marked),
                    match ? "homework.considered.match" : "homework.considered.consistent");
        }
    }

    private static String numbers(List<Double> values) {
        String numbers = values.stream()
                .limit(MOST_NUMBERS)
                .map(value -> Format.typographic(Format.significant(value, DIGITS)))
                .collect(Collectors.joining(" "));
        return values.size() > MOST_NUMBERS ? numbers + " ⋯" : numbers;
    }

    /** What the student wrote, and no digit more: what a mistake gives tells more of them. */
    private static String written(Marked marked) {
        String written = marked.answer().written().strip().replaceAll("\\s+", " ");
        return written.length() > MOST_LETTERS ? written.substring(0, MOST_LETTERS) + "⋯" : written;
    }

    /** @param verdict the key of what is said of it */
    private void row(String name, String numbers, String verdict) {
        boolean match = !verdict.equals(NONE);
        Font words = match ? style.words().deriveFont(Font.BOLD) : style.words();
        Font digits = match ? style.numbers().deriveFont(Font.BOLD) : style.numbers();
        Color text = style.colour(Hue.TEXT);
        add(new Flow(typesetter).words(name, words, text));
        add(new Flow(typesetter).words(numbers, digits, text));
        add(new Flow(typesetter)
                .words(
                        style.say(verdict),
                        match ? style.small().deriveFont(Font.BOLD) : style.small(),
                        style.colour(verdict.endsWith(".match") ? Hue.RIGHT : Hue.MUTED)));
        lit.add(match);
    }

    private int place(int width) {
        int verdict = Math.max(60, style.small().getSize() * 6);
        int number = Math.max(76, width * 24 / 100);
        int name = Math.max(60, width - verdict - number - 14);
        heights.clear();
        int y = 0;
        for (int k = 0; k < lit.size(); k++) {
            Component first = getComponent(3 * k);
            int a = Sheet.height(first, name - 8);
            int b = Sheet.height(getComponent(3 * k + 1), number - 8);
            int c = Sheet.height(getComponent(3 * k + 2), verdict);
            first.setBounds(6, y + ABOVE, name - 8, a);
            getComponent(3 * k + 1).setBounds(6 + name, y + ABOVE, number - 8, b);
            getComponent(3 * k + 2).setBounds(6 + name + number, y + ABOVE + 1, verdict, c);
            int high = Math.max(a, Math.max(b, c)) + 2 * ABOVE + 1;
            heights.add(high);
            y += high;
        }
        return y;
    }

    @Override
    public int heightFor(int width) {
        return place(width);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(300, place(getWidth() > 0 ? getWidth() : 300));
    }

    @Override
    public void doLayout() {
        place(getWidth());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        int y = 0;
        for (int k = 0; k < heights.size(); k++) {
            if (lit.get(k)) {
                graphics.setColor(style.colour(Hue.NOW_GROUND));
                graphics.fillRect(0, y, getWidth(), heights.get(k));
            }
            y += heights.get(k);
            graphics.setColor(style.colour(Hue.LINE));
            graphics.fillRect(0, y - 1, getWidth(), 1);
        }
    }
}
