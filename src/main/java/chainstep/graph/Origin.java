package chainstep.graph;

/**
 * The place in the source a node comes from; lines and columns count from 1, the end is exclusive.
 *
 * @param line the first line, or 0 for a node that no source wrote
 */
public record Origin(int line, int column, int endLine, int endColumn) {
    public static final Origin NONE = new Origin(0, 0, 0, 0);
}
