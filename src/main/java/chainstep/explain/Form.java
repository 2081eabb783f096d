package chainstep.explain;

/**
 * The same thing written twice: for a terminal and for a typeset page.
 *
 * @param plain Unicode; several lines where matrices stand in it
 * @param latex LaTeX, without the dollar signs where it is a formula
 */
public record Form(String plain, String latex) {
    public static final Form EMPTY = new Form("", "");

    public boolean isEmpty() {
        return plain.isEmpty() && latex.isEmpty();
    }
}
