package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Abs;
import chainstep.op.Add;
import chainstep.op.Divide;
import chainstep.op.Mean;
import chainstep.op.Multiply;
import chainstep.op.Sum;

/** The part of a loss that keeps parameters small: squares or magnitudes of given values, summed and scaled. */
final class Penalties {
    private Penalties() {}

    static boolean isPart(Ground ground, Node node) {
        if (!ground.isForward(node)) {
            return false;
        } else if (Squares.is(node) || node.op() instanceof Abs) {
            return ground.isGiven(node.inputs().get(0));
        } else if (node.op() instanceof Sum || node.op() instanceof Mean || node.op() instanceof Add) {
            return node.inputs().stream().allMatch(input -> isPart(ground, ground.node(input)));
        } else if (node.op() instanceof Multiply || node.op() instanceof Divide) {
            return node.inputs().stream().anyMatch(input -> isPart(ground, ground.node(input)))
                    && node.inputs().stream()
                            .allMatch(input -> ground.isNumber(input) || isPart(ground, ground.node(input)));
        }
        return false;
    }
}
