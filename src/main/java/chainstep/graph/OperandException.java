package chainstep.graph;

import java.util.Arrays;
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

    public OperandException(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
