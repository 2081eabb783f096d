package chainstep.explain;

/**
 * A printed expression and how firmly it holds together: what stands inside something firmer needs parentheses.
 *
 * @param drawn the text
 * @param level one of the levels below
 */
record Written<T>(T drawn, int level) {
    static final int SUM = 0;
    static final int NEGATIVE = 1;
    static final int PRODUCT = 2;
    /** A Σ: nothing may follow it, anything may stand before it. */
    static final int SUMMATION = 3;

    static final int MATRIX_PRODUCT = 4;
    static final int FRACTION = 5;
    static final int POWER = 6;
    static final int ATOM = 7;
}
