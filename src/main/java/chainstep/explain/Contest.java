package chainstep.explain;

import java.util.Set;

/** Which operations let one of their numbers win: in a tie, the first of the greatest or least. */
final class Contest {
    private static final Set<String> GREATEST = Set.of("max", "maximum", "max_pool2d");
    private static final Set<String> LEAST = Set.of("min", "minimum");

    private Contest() {}

    static boolean isOne(String op) {
        return GREATEST.contains(op) || LEAST.contains(op);
    }

    static boolean isForTheLeast(String op) {
        return LEAST.contains(op);
    }
}
