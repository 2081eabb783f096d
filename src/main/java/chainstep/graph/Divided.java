package chainstep.graph;

/**
 * A nest whose sums are divided by a constant only when they are whole: Σx/N as (Σx)/N, one rounding instead of N, so that a mean of
 * ones is one.
 *
 * @param nest what is summed
 * @param by what the sums are divided by, 1 where they are not
 */
public record Divided(Nest nest, double by) {
    /**
     * A nest that nothing else adds to, its division put off if its formula is a quotient by a constant.
     *
     * @param nest one that adds up; others are returned as they are
     */
    public static Divided of(Nest nest) {
        Formula body = nest.body();
        Formula quotient = body instanceof Formula.Negate negative ? negative.of() : body;
        if (nest.fold() != Nest.Fold.SUM
                || !(quotient instanceof Formula.Divide division)
                || !(division.right() instanceof Formula.Constant by)) {
            return new Divided(nest, 1);
        }
        Formula whole = body instanceof Formula.Negate ? Formula.negate(division.left()) : division.left();
        return new Divided(Nest.sum(nest.domain(), nest.out(), nest.target(), nest.reads(), whole), by.number());
    }
}
