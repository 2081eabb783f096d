package chainstep.explain;

import chainstep.graph.Program;

/**
 * Where a number that a table speaks of is held.
 *
 * @param node of the program
 * @param element its flat place
 */
public record Held(int node, int element) {
    /** One number of ∂of/∂value; where the program finds no way, the value's own. */
    static Held gradient(Program program, int of, int value, int element) {
        return new Held(program.gradient(of, value).orElse(value), element);
    }
}
