package chainstep.explain;

/** The marks between the parts of a formula. */
enum Sign {
    PLUS(" + ", " + "),
    MINUS(" − ", " - "),
    NEGATIVE("−", "-"),
    /** Between two numbers, and around matrices. */
    DOT(" · ", " \\cdot "),
    /** After a written coefficient. */
    TIGHT_DOT("·", "\\, "),
    /** Between two arrays, number by number. */
    HADAMARD(" ⊙ ", " \\odot "),
    /** Between letters, where nothing need be said. */
    BESIDE(" ", "\\, "),
    OVER(" / ", " / "),
    GREATER(" > ", " > "),
    GREATER_OR_EQUAL(" ≥ ", " \\ge "),
    LESS(" < ", " < "),
    EQUAL(" = ", " = "),
    NOT_EQUAL(" ≠ ", " \\ne "),
    LESS_OR_EQUAL(" ≤ ", " \\le ");

    final String plain;
    final String latex;

    Sign(String plain, String latex) {
        this.plain = plain;
        this.latex = latex;
    }
}
