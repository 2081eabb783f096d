package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.math.Shape;
import chainstep.op.CrossEntropy;
import chainstep.op.Loss;
import chainstep.op.Mean;
import chainstep.op.Reduction;
import chainstep.op.Sum;

/** Over how many terms a mean or sum goes. */
final class Reductions {
    private Reductions() {}

    /** By how much a node divides: 1 where it takes no mean. */
    static int count(Ground ground, Node node) {
        return isMean(node) ? terms(ground, node) : 1;
    }

    static boolean isMean(Node node) {
        return node.op() instanceof Mean || reduction(node) == Reduction.MEAN;
    }

    static boolean isSum(Node node) {
        return node.op() instanceof Sum || reduction(node) == Reduction.SUM;
    }

    private static Reduction reduction(Node node) {
        if (node.op() instanceof Loss loss) {
            return loss.reduction();
        }
        return node.op() instanceof CrossEntropy entropy ? entropy.reduction() : Reduction.NONE;
    }

    /** How many numbers, or rows of a cross-entropy, it takes together. */
    static int terms(Ground ground, Node node) {
        Shape shape = ground.node(node.inputs().get(0)).shape();
        if (node.op() instanceof CrossEntropy) {
            return shape.size() / shape.dim(-1);
        } else if (node.op() instanceof Loss) {
            return Math.max(
                    shape.size(), ground.node(node.inputs().get(1)).shape().size());
        }
        return shape.size() / node.shape().size();
    }
}
