package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Add;
import chainstep.op.Relu;

/** A hinge that counts the true class, has lost its margin or is not cut off at 0. */
final class HingeWrong implements Mistake {
    @Override
    public String code() {
        return "M55";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        boolean hinge = node.op() instanceof Relu && ground.isForward(node) && margin(ground, node) >= 0;
        if (hinge) {
            int margin = margin(ground, node);
            into.everywhere("open", node.id(), draft -> draft.at(node.inputs().get(0)));
            into.everywhere(
                    "margin",
                    node.id(),
                    draft -> draft.add(
                            node.op(), draft.minus(draft.at(node.inputs().get(0)), draft.at(margin))));
        }
        if (ground.isForward(node) && Addends.isTop(ground, node)) {
            Addends.of(ground, node).stream()
                    .map(ground::node)
                    .filter(addend -> addend.op() instanceof Relu && margin(ground, addend) >= 0)
                    .findFirst()
                    .ifPresent(addend -> into.here(
                            node.id(),
                            draft -> draft.plus(draft.instead(node, node.op()), draft.at(margin(ground, addend))),
                            margin(ground, addend)));
        }
        if (node.role() instanceof Role.Total && comesFromHinge(ground, node.id(), 5)) {
            Paths.some(node, into);
        }
    }

    /** The margin of a hinge, the number added to a difference; −1 where there is none. */
    private static int margin(Ground ground, Node hinge) {
        Node sum = ground.node(hinge.inputs().get(0));
        return sum.op() instanceof Add
                ? sum.inputs().stream().filter(ground::isNumber).findFirst().orElse(-1)
                : -1;
    }

    private static boolean comesFromHinge(Ground ground, int gradient, int deep) {
        Node node = ground.node(gradient);
        if (deep == 0 || !ground.isGradient(node)) {
            return false;
        }
        boolean here = ground.link(node)
                .filter(link -> link.through().op() instanceof Relu && margin(ground, link.through()) >= 0)
                .isPresent();
        return here || node.inputs().stream().anyMatch(input -> comesFromHinge(ground, input, deep - 1));
    }
}
