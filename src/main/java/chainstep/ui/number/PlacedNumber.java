package chainstep.ui.number;

import chainstep.ui.DebugController;
import chainstep.words.Phrase;

/** A number that stands at a place of the text; whatever is written there next takes its place. Mutable. */
final class PlacedNumber implements Written {
    /** How far from a whole number a slider goes at least, and at most. */
    private static final int LEAST = 5;

    private static final int MOST = 200;

    /** What a number is for, and with it how far a slider goes. */
    enum Use {
        /** An element of a leaf. */
        ELEMENT,
        /** A factor, a rate, a power. */
        FACTOR,
        /** A size, an axis, a seed. */
        COUNT
    }

    private final DebugController controller;
    private final String called;
    private final Use use;
    private final double value;
    private final int from;
    private final String first;
    private String expected;
    private int length;

    /**
     * @param from the first of its chars in the draft's text
     * @param to the first char after it
     */
    PlacedNumber(DebugController controller, String called, Use use, double value, int from, int to) {
        this.controller = controller;
        this.called = called;
        this.use = use;
        this.value = value;
        this.from = from;
        this.length = to - from;
        this.expected = controller.scene().draft().text();
        this.first = expected.substring(from, to);
    }

    /** A reach that lets a parameter change its sign. */
    static double wide(double value) {
        return Math.max(1, Math.abs(value) * 2);
    }

    @Override
    public String called() {
        return called;
    }

    @Override
    public String text() {
        return first;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public boolean isWhole() {
        return use == Use.COUNT;
    }

    @Override
    public double reach() {
        double size = Math.abs(value);
        return switch (use) {
            case ELEMENT -> wide(value);
            case FACTOR -> size == 0 ? 1 : size;
            case COUNT -> Math.min(MOST, Math.max(LEAST, size));
        };
    }

    @Override
    public void change(String number) {
        if (!controller.scene().draft().text().equals(expected)) {
            controller.complain(Phrase.of("ui", "change.elsewhere"));
            return;
        }
        expected = expected.substring(0, from) + number + expected.substring(from + length);
        length = number.length();
        controller.edit(expected);
    }
}
