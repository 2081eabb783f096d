package chainstep.homework.mistake;

import chainstep.run.Trace;
import java.util.List;

/**
 * An answer worked once more with one mistake in it, to be laid beside how it is.
 *
 * @param right the exact values
 * @param slipped the values that the student had, of a program that goes on by what the mistake computes
 * @param made where the mistake was made
 * @param after the values with a name that it reaches, the answer last; none where it was made in the answer itself
 */
public record Retraced(Trace right, Trace slipped, Step made, List<Step> after) {
    /**
     * One node.
     *
     * @param node how it is
     * @param instead what the mistake computes instead, of the program of {@link Retraced#slipped}
     */
    public record Step(int node, int instead) {}

    public Retraced {
        after = List.copyOf(after);
    }
}
