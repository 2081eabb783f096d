package chainstep.homework.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts together again what stood in brackets without quotes, and was taken apart at what separates cells: {@code grad(W2)[0,0]}. Only where
 * brackets are left open, and closed by the cells that follow, is it clear what was meant.
 */
final class Brackets {
    private static final int MOST_CELLS = 64;

    private Brackets() {}

    static List<String> joined(List<String> cells, char separator) {
        List<String> whole = new ArrayList<>();
        for (int k = 0; k < cells.size(); k++) {
            int end = end(cells, k);
            whole.add(String.join(String.valueOf(separator), cells.subList(k, end + 1)));
            k = end;
        }
        return whole;
    }

    /** The cell that closes what one opens; itself where it opens nothing, or nothing closes it. */
    private static int end(List<String> cells, int from) {
        int open = open(cells.get(from));
        for (int k = from + 1; open > 0 && k < cells.size() && k - from < MOST_CELLS; k++) {
            open += open(cells.get(k));
            if (open == 0) {
                return k;
            }
        }
        return from;
    }

    private static int open(String cell) {
        int open = 0;
        for (int k = 0; k < cell.length(); k++) {
            switch (cell.charAt(k)) {
                case '(', '[', '{', '（' -> open++;
                case ')', ']', '}', '）' -> open--;
                default -> {}
            }
        }
        return open;
    }
}
