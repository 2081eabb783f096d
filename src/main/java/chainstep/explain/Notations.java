package chainstep.explain;

/**
 * How one page writes mathematics: on a line, as blocks of lines, in LaTeX, numbers everywhere to the same digits.
 *
 * @param digits of a number, see {@link Numerals}
 */
record Notations(int digits, PlainNotation line, PlainNotation block, LatexNotation tex) {
    static Notations of(int digits) {
        return new Notations(
                digits, new PlainNotation(true, digits), new PlainNotation(false, digits), new LatexNotation(digits));
    }
}
