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
    static final int MATRIX_PRODUCT = 3;
    static final int FRACTION = 4;
    static final int POWER = 5;
    static final int ATOM = 6;
}
