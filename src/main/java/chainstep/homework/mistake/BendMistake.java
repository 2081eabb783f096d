package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.math.Fn;

/** A mistake in the derivative of an activation. */
interface BendMistake extends Mistake {
    Formula X = Formula.input(0);
    Formula SIGMOID = Formula.apply(Fn.SIGMOID, X);
    Formula TANH = Formula.apply(Fn.TANH, X);

    void suspect(Ground ground, Bend bend, Suspects into);

    @Override
    default void suspect(Ground ground, Node node, Suspects into) {
        ground.bend(node).ifPresent(bend -> suspect(ground, bend, into));
    }

    /** The gradient that comes in times a formula of one value. */
    static int slope(Draft draft, Bend bend, Formula of, int value) {
        Formula body = Formula.multiply(Formula.input(1), of);
        return draft.bent(body, draft.at(value), draft.at(bend.upstream()));
    }
}
