package chainstep.data;

/** How a user points at a column of a CSV table: by its name, or by its number, from 0, or from the end with −1, as in NumPy. */
public sealed interface ColumnRef {
    /** By name, exactly as in the header. */
    record Named(String name) implements ColumnRef {}

    /** By number. */
    record Numbered(int number) implements ColumnRef {}

    static ColumnRef named(String name) {
        return new Named(name);
    }

    static ColumnRef numbered(int number) {
        return new Numbered(number);
    }
}
