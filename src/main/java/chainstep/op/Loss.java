package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.List;

/**
 * A loss that is one formula of a prediction and its target, number by number, then reduced: Σℓ, (1/N)·Σℓ or ℓ.
 *
 * <p>The two have the same shape; one of them may be a single number. Unlike arithmetic, a loss does not broadcast
 * otherwise: N×1 against N would silently compare everything with everything.
 */
public interface Loss extends Op {
    Reduction reduction();

    /** The single loss, of the prediction {@code Formula.input(0)} and the target {@code Formula.input(1)}. */
    Formula each();

    /** The shape of the single losses. */
    private Shape compared(List<Shape> inputs) {
        Operands.count(this, inputs, 2);
        Shape prediction = inputs.get(0);
        Shape target = inputs.get(1);
        if (!prediction.equals(target) && !prediction.isScalar() && !target.isScalar()) {
            throw new OperandException("loss.shapes", name(), prediction, target);
        }
        return prediction.isScalar() ? target : prediction;
    }

    @Override
    default Shape shape(List<Shape> inputs) {
        Shape compared = compared(inputs);
        return reduction() == Reduction.NONE ? compared : Shape.SCALAR;
    }

    @Override
    default Nests nests(List<Shape> inputs) {
        Shape compared = compared(inputs);
        if (reduction() == Reduction.NONE) {
            return Nests.elementwise(inputs, compared, each());
        }
        boolean isMean = reduction() == Reduction.MEAN;
        Nest nest = Nest.sum(
                Nest.domainOf(compared),
                2,
                IndexMap.scalar(compared.rank()),
                List.of(
                        new Nest.Read(0, Nests.broadcast(inputs.get(0), compared)),
                        new Nest.Read(1, Nests.broadcast(inputs.get(1), compared))),
                isMean ? Formula.divide(each(), Formula.constant(compared.size())) : each());
        return Nests.of(inputs, Shape.SCALAR, nest);
    }
}
