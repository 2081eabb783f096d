package chainstep.lang;

import chainstep.math.Rational;

/** What an expression came to while a model is read: an exact constant not yet in the program, or a node of it. */
sealed interface Value {
    /** A number known exactly; it becomes a literal only where an operation needs a node. */
    record Exact(Rational number) implements Value {}

    /** A value of the program. */
    record Computed(int node) implements Value {}
}
