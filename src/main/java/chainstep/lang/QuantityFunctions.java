package chainstep.lang;

import java.util.Set;

/** The functions that only quantities know. */
final class QuantityFunctions {
    static final Set<String> NAMES = Set.of("grad", "new", "after", "at", "first", "local", "jac", "state");

    private QuantityFunctions() {}
}
