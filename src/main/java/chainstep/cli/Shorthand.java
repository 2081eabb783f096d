package chainstep.cli;

import java.util.ArrayList;
import java.util.List;

/** {@code chainstep FILE.chain} is short for {@code chainstep open FILE.chain}. */
final class Shorthand {
    private static final String SUFFIX = ".chain";

    private Shorthand() {}

    /** The command line in full. */
    static List<String> written(List<String> arguments) {
        int first = 0;
        while (first < arguments.size() && arguments.get(first).startsWith("--lang")) {
            first += arguments.get(first).contains("=") ? 1 : 2;
        }
        List<String> full = new ArrayList<>(arguments);
        if (first < arguments.size() && arguments.get(first).endsWith(SUFFIX)) {
            full.add(first, "open");
        }
        return full;
    }
}
