package chainstep.explain;

import java.util.ArrayList;
import java.util.List;

/** A long formula on several lines, broken before an equals sign, a plus or a minus, or after a comma. */
final class Wrapped {
    private static final int LONGEST = 110;
    private static final String INDENT = "  ";
    private static final List<String> BEFORE = List.of(" = ", " + ", " − ");

    private Wrapped() {}

    static String of(String text) {
        if (text.contains("\n") || Width.of(text) <= LONGEST) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (Width.of(rest) > LONGEST) {
            int at = breakOf(rest);
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            rest = INDENT + rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return String.join("\n", lines);
    }

    /** The last place, within the width, where a line may end; a sign begins the next line, a comma ends this one. */
    private static int breakOf(String text) {
        int last = -1;
        for (int i = INDENT.length() + 1; i < text.length() && Width.of(text.substring(0, i)) <= LONGEST; i++) {
            String here = text.substring(i);
            if (BEFORE.stream().anyMatch(here::startsWith)) {
                last = i;
            } else if (text.startsWith(", ", i - 2)) {
                last = i;
            }
        }
        return last;
    }
}
