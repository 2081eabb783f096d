package chainstep.ui.formula;

import chainstep.explain.Form;
import chainstep.explain.Piece;
import chainstep.ui.look.Painted;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.accessibility.AccessibleRole;

/** Sentences, with formulas among the words, in lines as wide as there is room. */
public final class Flow extends Painted implements Wrapping {
    /** Between words, and between lines, as a part of the font's size. */
    private static final double GAP = 0.27;

    private static final double LEADING = 0.28;
    /** A formula's letters look smaller than a word's. */
    private static final float FORMULA = 1.12f;

    private final Typesetter typesetter;
    private final StringBuilder plain = new StringBuilder();
    private final List<Unit> units = new ArrayList<>();
    private double size;
    private boolean spaced;
    private int wider;
    private float least;

    /**
     * A word, a character, or a formula.
     *
     * @param gap the space before it
     * @param cuts what is set instead of it where it is wider than a line
     */
    private record Unit(Drawn drawn, double gap, List<Drawn> cuts) {
        /** Itself, or what is set instead. */
        List<Unit> in(double width, double between) {
            if (drawn.width() <= width || cuts.size() < 2) {
                return List.of(this);
            }
            return IntStream.range(0, cuts.size())
                    .mapToObj(i -> new Unit(cuts.get(i), i == 0 ? gap : between, List.of()))
                    .toList();
        }
    }

    private record Placed(Drawn drawn, double x, double baseline) {}

    private record Lines(List<Placed> placed, double height) {}

    public Flow(Typesetter typesetter) {
        super(AccessibleRole.LABEL);
        this.typesetter = typesetter;
    }

    /** Sets formulas no smaller than this. */
    public Flow atLeast(float formula) {
        least = formula;
        return this;
    }

    /** Adds words behind a space. */
    public Flow words(String text, Font font, Color colour) {
        begin(text, font);
        return cut(text, font, colour);
    }

    /** Adds a sentence of {@code explain}, its formulas set. */
    public Flow sentence(Form sentence, Font font, Color colour) {
        begin(sentence.plain(), font);
        for (Piece piece : Piece.of(sentence)) {
            if (piece.isFormula()) {
                float height = Math.max(least, font.getSize2D() * FORMULA);
                List<Drawn> cuts = piece.cuts().stream()
                        .map(cut -> typesetter.formula(cut, height, colour))
                        .toList();
                add(typesetter.formula(piece.text(), height, colour), cuts);
            } else {
                cut(piece.text(), font, colour);
            }
        }
        return this;
    }

    /** Adds a formula behind a space. */
    public Flow formula(Form formula, Font font, Color colour) {
        begin(formula.plain(), font);
        add(typesetter.formula(formula, Math.max(least, font.getSize2D() * FORMULA), colour));
        return this;
    }

    /** Adds words on a ground of their own, with round corners. */
    public Flow chip(String text, Font font, Color colour, Color ground) {
        begin(text, font);
        add(new Chip(typesetter.text(text, font, colour), ground));
        spaced = true;
        return this;
    }

    /** Leaves so many times the usual room before what comes next. */
    public Flow gap(int times) {
        wider = times;
        return this;
    }

    private void begin(String text, Font font) {
        size = Math.max(size, font.getSize2D());
        spaced = !units.isEmpty();
        plain.append(units.isEmpty() ? "" : " ").append(text);
        getAccessibleContext().setAccessibleName(plain.toString());
    }

    private void add(Drawn drawn) {
        add(drawn, List.of());
    }

    private void add(Drawn drawn, List<Drawn> cuts) {
        units.add(new Unit(drawn, spaced ? GAP * size * (1 + 1.5 * wider) : 0, cuts));
        wider = 0;
        spaced = false;
    }

    /** Cuts a text at its spaces and around Chinese characters. */
    private Flow cut(String text, Font font, Color colour) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            if (Character.isWhitespace(text.charAt(at))) {
                spaced = true;
                at++;
                continue;
            }
            do {
                end += Character.charCount(text.codePointAt(end));
            } while (end < text.length() && !breaks(text.codePointBefore(end), text.codePointAt(end)));
            add(typesetter.text(text.substring(at, end), font, colour));
            at = end;
        }
        return this;
    }

    private static boolean breaks(int before, int after) {
        return Character.isWhitespace(after)
                || Character.isIdeographic(before) && !isClosing(after)
                || Character.isIdeographic(after);
    }

    private static boolean isClosing(int point) {
        return "，。；：？！）》、".indexOf(point) >= 0;
    }

    /** What it says. */
    public String text() {
        return plain.toString();
    }

    private List<Unit> all(double width) {
        return units.stream()
                .flatMap(unit -> unit.in(width, GAP * size).stream())
                .toList();
    }

    private Lines lines(double width) {
        List<Placed> placed = new ArrayList<>();
        List<Placed> line = new ArrayList<>();
        double y = 0;
        double x = 0;
        for (Unit unit : all(width)) {
            double gap = x > 0 ? unit.gap() : 0;
            if (x > 0 && x + gap + unit.drawn().width() > width) {
                y = end(line, y, placed);
                x = 0;
                gap = 0;
            }
            line.add(new Placed(unit.drawn(), x + gap, 0));
            x += gap + unit.drawn().width();
        }
        return new Lines(placed, end(line, y, placed) - LEADING * size);
    }

    /** Sets a line down at a height; the height of the next one. */
    private double end(List<Placed> line, double y, List<Placed> placed) {
        double ascent = line.stream().mapToDouble(p -> p.drawn().ascent()).max().orElse(0);
        double descent =
                line.stream().mapToDouble(p -> p.drawn().descent()).max().orElse(0);
        line.forEach(p -> placed.add(new Placed(p.drawn(), p.x(), y + ascent)));
        line.clear();
        return y + ascent + descent + LEADING * size;
    }

    @Override
    public int heightFor(int width) {
        return (int) Math.ceil(lines(width).height()) + 1;
    }

    @Override
    public Dimension getPreferredSize() {
        double all = units.stream()
                .mapToDouble(unit -> unit.drawn().width() + unit.gap())
                .sum();
        return new Dimension((int) Math.ceil(all) + 1, heightFor((int) Math.ceil(all) + 1));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        lines(getWidth()).placed().forEach(p -> p.drawn().paint(pen, p.x(), p.baseline()));
        pen.dispose();
    }
}
