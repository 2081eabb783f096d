package chainstep.ui.command;

/**
 * Something the palette can find and do.
 *
 * @param kind of thing it is, in words
 * @param hint its key, or where it is
 */
public record Offer(String name, String kind, String hint, Runnable deed) {}
