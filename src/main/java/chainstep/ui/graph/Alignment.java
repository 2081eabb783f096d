package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Numbers under each other with their points under each other, in columns that are as wide in every iteration: what would be too
 * long has fewer digits.
 */
final class Alignment {
    /** As wide as a column of numbers that vary is always. */
    static final int VALUE = 7;
    /** The same of a gradient: it is often small. */
    static final int GRADIENT = 8;

    /** From the point on: two digits with an exponent. */
    private static final int LEAST = 5;
    /** Before the point: a sign and a digit. */
    private static final int WHOLE = 2;

    private final List<String> texts;
    private final int across;
    private final int wide;
    /** How long a number is from the point on if its decimals are as many as is usual. */
    private final int fraction;

    private final int longest;

    private Alignment(List<String> texts, int across, int wide, int fraction, int longest) {
        this.texts = new ArrayList<>(texts);
        this.across = across;
        this.wide = wide;
        this.fraction = fraction;
        this.longest = longest;
    }

    /** Writes a number with so many characters from the point on. */
    interface Brief {
        String text(int number, int room);
    }

    /**
     * @param texts the numbers, row after row
     * @param digits how many decimals are usual
     * @param wide how wide a column is at least if other iterations have other numbers
     * @param longest how many characters a row has at most if it is as wide in all of them
     */
    static Figures.Numbers of(
            List<String> texts, Brief brief, int digits, int across, int wide, boolean varies, int longest) {
        Alignment alignment = new Alignment(texts, across, wide, digits + 1, longest);
        if (varies) {
            alignment.shorten(brief);
        }
        return alignment.numbers(varies);
    }

    private IntStream columns() {
        return IntStream.range(0, across);
    }

    private List<String> column(int column) {
        return IntStream.range(0, texts.size() / across)
                .mapToObj(row -> texts.get(row * across + column))
                .toList();
    }

    private int width(int column) {
        return before(column) + after(column);
    }

    private int before(int column) {
        return longest(column, Alignment::point);
    }

    private int after(int column) {
        return longest(column, text -> text.length() - point(text));
    }

    private int longest(int column, ToIntFunction<String> part) {
        return column(column).stream().mapToInt(part).max().orElse(0);
    }

    private static int point(String text) {
        int point = text.indexOf('.');
        return point < 0 ? text.length() : point;
    }

    /** What has more decimals than are usual, in columns that are too wide for it. */
    private void shorten(Brief brief) {
        for (int column : columns().filter(each -> width(each) > wide).toArray()) {
            int room = Math.max(LEAST, wide - before(column));
            for (int k = column; k < texts.size(); k += across) {
                if (texts.get(k).length() - point(texts.get(k)) > fraction) {
                    texts.set(k, brief.text(k, room));
                }
            }
        }
    }

    private Figures.Numbers numbers(boolean varies) {
        boolean fixed = varies && across * (wide + 1) - 1 <= longest;
        List<Integer> widths = columns()
                .mapToObj(column -> Math.max(fixed ? wide : 0, natural(column)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < texts.size() / across; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < across; column++) {
                cells.add(cell(texts.get(row * across + column), column, widths.get(column)));
            }
            rows.add(cells);
        }
        return new Figures.Numbers(rows, widths);
    }

    /** With the points under each other only where that is not too wide. */
    private int natural(int column) {
        int longest = column(column).stream()
                .max(Comparator.comparingInt(String::length))
                .map(String::length)
                .orElse(0);
        return width(column) <= Math.max(wide, longest) ? width(column) : longest;
    }

    private String cell(String text, int column, int width) {
        int room = Math.min(width - before(column), Math.max(after(column), width - Math.max(WHOLE, before(column))));
        int after = width(column) <= width ? room - (text.length() - point(text)) : 0;
        return " ".repeat(width - text.length() - after) + text + " ".repeat(after);
    }
}
