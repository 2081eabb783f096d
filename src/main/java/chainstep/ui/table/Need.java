package chainstep.ui.table;

/**
 * How much room the numbers of a variable want, in pixels.
 *
 * @param gradient 0 where the variable has none
 */
record Need(int value, int gradient) {
    static final Need NOTHING = new Need(0, 0);

    Need or(Need other) {
        return new Need(Math.max(value, other.value), Math.max(gradient, other.gradient));
    }

    /** How much the wider one wants. */
    int most() {
        return Math.max(value, gradient);
    }

    boolean hasGradient() {
        return gradient > 0;
    }
}
