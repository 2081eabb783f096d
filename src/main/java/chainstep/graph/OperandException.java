package chainstep.graph;

import java.util.List;

/**
 * An operation was given operands it cannot take: the user's mistake, told in words by the room that knows the source.
 *
 * <p>{@code key} names a sentence of the message bundle {@code op}; {@code arguments} fill it. Where the sentence is about
 * shapes, they come as {@link chainstep.math.Shape}s.
 */
public final class OperandException extends RuntimeException {
    private final transient List<Object> arguments;
    private final String key;
    private final transient Origin origin;

    public OperandException(String key, Object... arguments) {
        this(Origin.NONE, key, List.of(arguments));
    }

    private OperandException(Origin origin, String key, List<Object> arguments) {
        super(key + " " + arguments);
        this.origin = origin;
        this.key = key;
        this.arguments = arguments;
    }

    /** The same trouble, met while a node from this place was computed. */
    public OperandException at(Origin place) {
        return new OperandException(place, key, arguments);
    }

    /** Where in the source the node comes from that could not be computed; {@link Origin#NONE} while a program is written. */
    public Origin origin() {
        return origin;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
