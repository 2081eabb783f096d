package chainstep.ui.graph;

import java.util.List;
import java.util.Optional;

/**
 * Where everything is in a box, in unscaled pixels from its corner; with room for what the box will show later, so that
 * nothing moves while stepping.
 *
 * @param names of what it recalls, left of it
 * @param head how high the head is; 0 where there is none, and the name stands before the value
 * @param rule the lines of what computes it; none where there is no head
 * @param value where the value is, and the next one in its place
 * @param gradient beside the value, or under it where both are wide; empty where there is none
 */
record Face(
        RecalledNames names,
        double width,
        double height,
        double head,
        List<String> rule,
        Spot value,
        Optional<Spot> gradient) {
    /** The width of one character of a number. */
    static final double CHARACTER = 6.6;

    static final double ROW = 15;
    static final double HEAD = 25;
    static final double PAD = 10;
    /** Under a heat map, for its shape. */
    static final double LABEL = 14;

    private static final double NAME_CHARACTER = 7.3;
    /** The same of a rule. */
    static final double RULE_CHARACTER = 5.9;

    private static final int LONGEST_RULE = 22;
    private static final int LONGEST_NARROW_RULE = 15;
    private static final int LONGEST_DENSE_RULE = 11;
    private static final double LOW_HEAD = 21;
    static final double TIGHT = 8;
    private static final double GAP = 18;
    private static final double WIDEST = 170;
    private static final double LEAST = 78;
    private static final double MAP = 98;
    private static final double MAP_HEIGHT = 60;
    private static final double SIGN = 16;

    static Face of(Card card, Form form) {
        return form.isDense() && card.box().kind().isGiven() && card.value().figures() instanceof Figures.Numbers
                ? beheaded(card)
                : headed(card, form);
    }

    /** The name before the value, the gradient beside both or under the value. */
    private static Face beheaded(Card card) {
        Spot value = value(card);
        Optional<Spot> gradient = card.gradient().map(shown -> size(shown.figures()));
        double left = TIGHT + length(card.name()) * NAME_CHARACTER + TIGHT;
        Spot first = value.moved(left, TIGHT - 2);
        double both = first.right() + gradient.map(g -> GAP + g.width()).orElse(0.0);
        boolean under = gradient.isPresent() && both > WIDEST;
        Optional<Spot> second =
                gradient.map(g -> under ? g.moved(left, first.bottom() + 3) : g.moved(first.right() + GAP, first.y()));
        double right = Math.max(first.right(), second.map(Spot::right).orElse(0.0));
        double bottom = Math.max(first.bottom(), second.map(Spot::bottom).orElse(0.0));
        return new Face(
                RecalledNames.NONE,
                Math.ceil(right + TIGHT),
                Math.ceil(bottom + TIGHT - 2),
                0,
                List.of(),
                first,
                second);
    }

    private static Spot value(Card card) {
        Spot value = size(card.value().figures());
        return card.next().map(next -> value.with(size(next.figures()))).orElse(value);
    }

    private static Face headed(Card card, Form form) {
        boolean dense = form.isDense();
        boolean narrow = form.isNarrow(card.box().kind());
        Spot value = value(card);
        Optional<Spot> gradient = card.gradient().map(shown -> size(shown.figures()));
        double both = value.width() + gradient.map(g -> g.width() + GAP).orElse(0.0);
        int rule = dense ? LONGEST_DENSE_RULE : narrow ? LONGEST_NARROW_RULE : LONGEST_RULE;
        double least = Math.max(dense ? 0 : LEAST, head(card, rule));
        boolean under = gradient.isPresent() && both > (narrow ? least - 2 * PAD : WIDEST);
        double inner = under ? Math.max(value.width(), gradient.get().width() + 9) : both;
        double width = Math.ceil(Math.max(least, inner + 2 * PAD));
        List<String> lines = Heading.lines(card.rule(), width - head(card, 0), width - 2 * PAD);
        double head = (dense ? LOW_HEAD : HEAD) + (lines.size() - 1) * Heading.MORE;
        double top = head + (dense ? 4 - lines.size() : 6);
        Spot first = value.moved(PAD, top);
        double right = width - PAD;
        Optional<Spot> second = gradient.map(
                g -> under ? g.moved(PAD + 9, first.bottom() + (dense ? 2 : 6)) : g.moved(right - g.width(), top));
        double bottom = Math.max(first.bottom(), second.map(Spot::bottom).orElse(0.0));
        return new Face(
                RecalledNames.NONE,
                width,
                Math.ceil(bottom + (dense ? 6 - lines.size() : 7)),
                head,
                lines,
                first,
                second);
    }

    /**
     * With names beside it, and as high as its left side must be.
     *
     * @param edges how many end there that are drawn as such
     */
    Face reading(RecalledNames recalled, int edges) {
        return new Face(recalled, width, Math.max(height, Ports.height(recalled, edges)), head, rule, value, gradient);
    }

    /** How much room there must be left of it. */
    double before() {
        return names.width();
    }

    /** The height of the first line of the head, with the name. */
    double top() {
        return head - Math.max(0, rule.size() - 1) * Heading.ROW;
    }

    private static double head(Card card, int longest) {
        double sign = card.box().isFoldable() ? SIGN : 0;
        int rule = Math.min(longest, card.rule().length());
        return 2 * PAD + length(card.name()) * NAME_CHARACTER + 12 + rule * RULE_CHARACTER + sign;
    }

    /** In characters of half an em; Chinese ones are whole. */
    static int length(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    static double cell(Figures.Heat heat) {
        return Math.min(9, Math.min(MAP / heat.columns(), MAP_HEIGHT / heat.rows()));
    }

    private static Spot size(Figures figures) {
        if (figures instanceof Figures.Heat heat) {
            double cell = cell(heat);
            double least = heat.shape().length() * RULE_CHARACTER + 14;
            return new Spot(0, 0, Math.max(least, cell * heat.columns()), cell * heat.rows() + LABEL);
        }
        return new Spot(0, 0, figures.columns() * CHARACTER, figures.rows() * ROW);
    }

    /** The larger of both, so that a box does not shrink when an iteration's numbers are shorter. */
    Face atLeast(Face other) {
        return other.width > width || other.height > height ? other.stretched(this) : this;
    }

    private Face stretched(Face by) {
        double wide = Math.max(width, by.width);
        Optional<Spot> second = gradient.map(g -> g.y() > value.bottom() ? g : g.moved(wide - width, 0));
        return new Face(names, wide, Math.max(height, by.height), head, rule, value, second);
    }

    /** The element of what is shown at a place within the box, or −1. */
    static int element(Shown shown, Spot at, double x, double y) {
        if (!at.contains(x, y)) {
            return -1;
        }
        if (shown.figures() instanceof Figures.Heat heat) {
            int row = (int) ((y - at.y()) / cell(heat));
            int column = (int) ((x - at.x()) / cell(heat));
            boolean inside = row < heat.rows() && column < heat.columns();
            return inside ? known(shown, heat.places().get(row * heat.columns() + column)) : -1;
        }
        Figures.Numbers numbers = (Figures.Numbers) shown.figures();
        int row = (int) ((y - at.y()) / ROW);
        return row < numbers.rows() ? known(shown, numbers.element(row, (x - at.x()) / CHARACTER)) : -1;
    }

    private static int known(Shown shown, int element) {
        return element < shown.known() ? element : -1;
    }
}
