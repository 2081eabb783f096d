package chainstep.debug;

import java.util.OptionalInt;

/**
 * Where a run stops.
 *
 * @param id its number, from 1
 * @param place what it waits for
 * @param enabled whether it stops anything now
 * @param pass it stops a run at the {@code pass}-th hit since that run began, in either direction; 1 for the first
 */
public record Breakpoint(int id, Place place, boolean enabled, int pass) {
    public Breakpoint {
        if (pass < 1) {
            throw new IllegalArgumentException("a breakpoint stops at its first hit or a later one, not " + pass);
        }
    }

    /** What a breakpoint waits for. */
    public sealed interface Place {
        /** The source line it names; empty where it names none. */
        default OptionalInt line() {
            return OptionalInt.empty();
        }
    }

    /** A source line has been computed, forward or backward. */
    public record OnLine(int number) implements Place {
        @Override
        public OptionalInt line() {
            return OptionalInt.of(number);
        }
    }

    /**
     * Another place, in iterations where a condition holds; where the place comes before and after the condition's values, only
     * after.
     *
     * @param at a line, a node, a gradient, a quantity or the first number that is not finite
     */
    public record Narrowed(Place at, Measure condition) implements Place {
        @Override
        public OptionalInt line() {
            return at.line();
        }
    }

    /** A node has been computed; for a leaf that is carried on, its next value. */
    public record OnNode(int node) implements Place {}

    /** The gradient of the loss by a node is complete. */
    public record OnGradient(int node) implements Place {}

    /** Anything computed is NaN or infinite: at the first such node of an iteration. */
    public record OnNotFinite() implements Place {}

    /** A quantity has been computed. */
    public record Computed(Measure measure) implements Place {}

    /**
     * A condition holds, {@code norm(grad(W1)) > 10}: any of its numbers is not zero. Where the last value it is about has
     * been computed; at the start of the iteration where it is about leaves alone.
     */
    public record When(Measure condition) implements Place {}

    Breakpoint passing(int count) {
        return new Breakpoint(id, place, enabled, count);
    }

    Breakpoint enabled(boolean on) {
        return new Breakpoint(id, place, on, pass);
    }
}
