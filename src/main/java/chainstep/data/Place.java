package chainstep.data;

/**
 * Where in a file something is: the file, the line counted from 1 (0: none) and the column's name ("" where none).
 */
public record Place(String file, long row, String column) {
    /** No file at all: an argument is wrong. */
    public static final Place NOWHERE = new Place("", 0, "");

    /** Somewhere in a file. */
    public static Place in(String file) {
        return new Place(file, 0, "");
    }

    /** The same file at a line. */
    public Place at(long line) {
        return new Place(file, line, column);
    }

    /** The same file and line at a column. */
    public Place column(String name) {
        return new Place(file, row, name);
    }
}
