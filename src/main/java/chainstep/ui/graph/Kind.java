package chainstep.ui.graph;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Role;

/** What a box stands for; decides its colour, and the word at the right of its head where it has no rule. */
enum Kind {
    INPUT,
    TARGET,
    CONST,
    RANDOM,
    PARAM,
    /** A named value. */
    VALUE,
    /** A value inside a formula. */
    INNER,
    /** Several values folded together. */
    GROUP;

    static Kind of(Node node) {
        if (node.op() instanceof Leaf leaf) {
            return switch (leaf.kind()) {
                case INPUT -> INPUT;
                case TARGET -> TARGET;
                case PARAM -> PARAM;
                case RANDOM -> RANDOM;
                case LITERAL, CONST, STATE -> CONST;
            };
        }
        return node.isNamed() || !(node.role() instanceof Role.Value) ? VALUE : INNER;
    }

    /** Whether nothing computes it. */
    boolean isGiven() {
        return ordinal() <= PARAM.ordinal();
    }
}
