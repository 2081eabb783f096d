package chainstep.homework.mistake;

import chainstep.op.Axes;
import chainstep.op.MatMul;
import chainstep.op.Sum;
import java.util.OptionalInt;

/** The gradient of the weight matrix sent back instead of its product with δ. */
final class WeightMatrixGradientBack implements LinkMistake {
    @Override
    public String code() {
        return "M34";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (!(link.through().op() instanceof MatMul)
                || ground.node(link.other()).shape().rank() != 2
                || link.term().shape().rank() != 1) {
            return;
        }
        OptionalInt gradient = ground.gradient(ground.loss(link.term().id()), link.other());
        int axis = link.operand() == 1 ? 0 : 1;
        if (gradient.isPresent()
                && ground.node(gradient.getAsInt()).shape().dim(1 - axis)
                        == link.term().shape().size()) {
            into.here(
                    link.term().id(),
                    draft -> draft.add(new Sum(Axes.along(axis, false)), draft.at(gradient.getAsInt())),
                    gradient.getAsInt());
        }
    }
}
