package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Add;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Softmax;

/** A derivative σ′ or tanh′ where nothing is bent: a linear unit treated like the others. */
final class SlopeExtra implements Mistake {
    @Override
    public String code() {
        return "M01";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.by(node).isEmpty() || node.role() instanceof Role.Term && node.id() != whole(ground, node)) {
            return;
        }
        int value = ground.by(node).getAsInt();
        if (ground.node(value).isLeaf() || ground.isActivation(ground.node(value)) || !isSum(ground.node(value))) {
            return;
        }
        into.here(node.id(), draft -> draft.bent(SIGMOID, draft.at(value), again(draft, node)), value);
        into.here(node.id(), draft -> draft.bent(TANH, draft.at(value), again(draft, node)), value);
    }

    private static final Formula V = Formula.input(0);
    private static final Formula G = Formula.input(1);
    private static final Formula SIGMOID = Formula.multiply(G, Formula.multiply(V, Formula.subtract(Formula.ONE, V)));
    private static final Formula TANH = Formula.multiply(G, Formula.subtract(Formula.ONE, Formula.multiply(V, V)));

    private static int whole(Ground ground, Node node) {
        Role.Term term = (Role.Term) node.role();
        return ground.gradient(term.of(), term.wrt()).orElse(-1);
    }

    private static int again(Draft draft, Node node) {
        return draft.add(node.op(), draft.operands(node));
    }

    /** Whether a value is what a unit sums up. */
    private static boolean isSum(Node value) {
        return value.op() instanceof Add
                || value.op() instanceof MatMul
                || value.op() instanceof Multiply
                || value.op() instanceof Softmax;
    }
}
