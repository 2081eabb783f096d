package chainstep.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code chainstep FILE.chain} is short for {@code chainstep open FILE.chain}, and {@code chainstep help step} another habit for
 * {@code chainstep step --help}.
 */
final class Shorthand {
    private static final String SUFFIX = ".chain";
    private static final String HELP = "help";

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
        } else if (first < arguments.size() && arguments.get(first).equals(HELP)) {
            full.remove(first);
            full.add(Math.min(first + 1, full.size()), "--" + HELP);
        }
        return full;
    }
}
