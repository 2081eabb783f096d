package chainstep.ui.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves out middle columns of the matrices in a formula, dots in their place and the shape behind: the first columns, the last
 * and one with a bold number stay.
 */
final class Corners {
    /** How many columns are kept at most, where less and less room is left. */
    static final List<Integer> STEPS = List.of(4, 3, 2, 1);

    private static final Pattern MATRIX =
            Pattern.compile("\\\\begin\\{bmatrix\\} (.*?) \\\\end\\{bmatrix\\}(?=(_|,| ?\\\\right\\])?)");
    private static final String DOTS = "\\cdots";
    private static final String DOWN = "\\vdots";
    private static final String BOTH = "\\ddots";
    private static final String BOLD = "\\mathbf";

    private Corners() {}

    /** The same formula, of each matrix no more than so many columns, but for the one with a bold number. */
    static String of(String latex, int kept) {
        return MATRIX.matcher(latex)
                .replaceAll(found -> Matcher.quoteReplacement(matrix(found.group(1), found.group(2), kept)));
    }

    private static String matrix(String inside, String next, int kept) {
        List<List<String>> rows = List.of(inside.split(" \\\\\\\\ ")).stream()
                .map(row -> List.of(row.split(" & ")))
                .toList();
        List<Integer> columns = columns(rows, kept);
        boolean less = columns.contains(-1);
        String cells = rows.stream()
                .map(row -> columns.stream()
                        .map(c -> c < 0 ? dots(row) : row.get(c))
                        .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ "));
        boolean shaped = less && next == null && !inside.contains("dots");
        String shape = shaped ? "_{" + rows.size() + " \\times " + rows.get(0).size() + "}" : "";
        return "\\begin{bmatrix} " + cells + " \\end{bmatrix}" + shape;
    }

    private static String dots(List<String> row) {
        return row.get(0).equals(DOWN) ? BOTH : DOTS;
    }

    /** The columns that stay, −1 for those that are left out between two of them. */
    private static List<Integer> columns(List<List<String>> rows, int kept) {
        int count = rows.get(0).size();
        List<Integer> numbers = new ArrayList<>();
        SortedSet<Integer> stay = new TreeSet<>();
        for (int c = 0; c < count; c++) {
            int column = c;
            if (rows.stream().noneMatch(row -> row.get(column).equals(DOTS))) {
                numbers.add(c);
            }
            if (rows.stream().anyMatch(row -> row.get(column).startsWith(BOLD))) {
                stay.add(c);
            }
        }
        if (kept > 1 || stay.isEmpty()) {
            stay.addAll(numbers.subList(0, Math.min(Math.max(1, kept - 1), numbers.size())));
        }
        if (kept > 1) {
            stay.addAll(numbers.subList(numbers.size() - 1, numbers.size()));
        }
        return gapped(stay, count);
    }

    private static List<Integer> gapped(SortedSet<Integer> stay, int count) {
        List<Integer> columns = new ArrayList<>();
        int next = 0;
        for (int c : stay) {
            if (c > next) {
                columns.add(-1);
            }
            columns.add(c);
            next = c + 1;
        }
        if (next < count) {
            columns.add(-1);
        }
        return columns;
    }
}
