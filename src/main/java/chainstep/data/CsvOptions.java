package chainstep.data;

/**
 * How a CSV file is read: whether its first line names the columns, and how much is let in.
 *
 * <p>{@code AUTO} takes the first line for a header if no cell of it is a number, or if somewhere it has text above a number.
 */
public record CsvOptions(Header header, long mostBytes, int mostRows, int mostCells) {
    /** Whether the first line is a header. */
    public enum Header {
        AUTO,
        YES,
        NO
    }

    /** 100 MB, a million rows, sixteen million cells; the header is recognised. */
    public static final CsvOptions USUAL = new CsvOptions(Header.AUTO, 100_000_000, 1_000_000, 16_000_000);

    public CsvOptions withHeader(Header chosen) {
        return new CsvOptions(chosen, mostBytes, mostRows, mostCells);
    }
}
