package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.op.Conv2d;
import java.util.List;

/**
 * Rules that hold for each element, with letters for its index: ∂E/∂Kᵤᵥ = Σᵢⱼ ∂E/∂cᵢⱼ · x₂ᵢ₊ᵤ₋₃,₂ⱼ₊ᵥ₋₃.
 *
 * <p>Indices count from one. The letters stand in brackets of a {@link Expression.Part}: {@code <ij>}.
 */
final class Indexed {
    private static final String FUNCTION = "indexed ";

    private Indexed() {}

    static boolean isOne(String function) {
        return function.startsWith(FUNCTION);
    }

    /** The index of the element that such a rule is of; empty for other rules. */
    static String head(Expression rule) {
        return rule instanceof Expression.Applied applied && isOne(applied.function())
                ? applied.function().split(" ")[1]
                : "";
    }

    /** The letters that it sums over. */
    static String over(String function) {
        return function.split(" ")[2];
    }

    static boolean isIndex(String brackets) {
        return brackets.startsWith("<");
    }

    static String index(String brackets) {
        return brackets.substring(1, brackets.length() - 1);
    }

    private static Expression part(Expression of, String index) {
        return new Expression.Part(of, "<" + index + ">", true);
    }

    /**
     * The gradient of a convolution by its image (operand 0) or its kernel: a sum over the places of the window.
     *
     * @param beside the other operand
     * @param rank the image's
     */
    static Expression gradient(Expression beside, int rank, Conv2d conv, int operand, Expression upstream) {
        String n = rank == 4 ? "n" : "";
        String m = rank == 2 ? "" : "m";
        String k = rank == 2 ? "" : "k";
        String comma = m.isEmpty() ? "" : ",";
        int s = conv.stride();
        int back = s + conv.pad();
        String times = s == 1 ? "" : Integer.toString(s);
        Expression g = part(upstream, n + k + "ij");
        if (operand == 1) {
            String seen = n + m + comma + times + "i+u-" + back + "," + times + "j+v-" + back;
            return sum(k + m + "uv", n + "ij", g, part(beside, seen));
        }
        String weight = k + m + comma + "r-" + times + "i+" + back + ",s-" + times + "j+" + back;
        return sum(n + m + "rs", k + "ij", g, part(beside, weight));
    }

    private static Expression sum(String head, String over, Expression left, Expression right) {
        Expression product = new Expression.Product(List.of(left, right));
        return new Expression.Applied(FUNCTION + head + " " + over, List.of(product), false);
    }
}
