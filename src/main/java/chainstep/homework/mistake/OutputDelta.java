package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.op.SoftmaxPullback;

/** The short p − t gone wrong: its sign, a derivative too many, without the t, stopped at p. */
final class OutputDelta implements Mistake {
    @Override
    public String code() {
        return "M28";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof SoftmaxPullback) {
            softmax(node, into);
            stopped(ground, node, into);
        }
        ground.bend(node)
                .filter(bend -> Samples.equal(bend.function(), BendMistake.SIGMOID))
                .ifPresent(bend -> {
                    into.everywhere(
                            "extra",
                            node.id(),
                            draft -> {
                                int again = draft.add(node.op(), draft.operands(node));
                                return draft.bent(SLOPE, again, draft.at(bend.a()));
                            },
                            bend.z());
                });
    }

    private static final Formula G = Formula.input(0);
    private static final Formula P = Formula.input(1);
    private static final Formula SLOPE = Formula.multiply(G, Formula.multiply(P, Formula.subtract(Formula.ONE, P)));

    /** −t/p, where p is the outputs of a log loss. */
    private static void stopped(Ground ground, Node node, Suspects into) {
        int p = node.inputs().get(1);
        boolean logarithm = ground.readers(p).stream()
                .map(ground::node)
                .anyMatch(
                        reader -> ground.isForward(reader) && reader.op().name().equals("log"));
        if (logarithm) {
            into.everywhere(
                    "stopped", node.id(), draft -> draft.at(node.inputs().get(0)), p);
        }
    }

    private static void softmax(Node node, Suspects into) {
        int g = node.inputs().get(0);
        int p = node.inputs().get(1);
        into.everywhere("extra", node.id(), draft -> draft.bent(SLOPE, draft.instead(node, node.op()), draft.at(p)), p);
        into.everywhere("sign", node.id(), draft -> draft.negate(draft.instead(node, node.op())), p);
        into.everywhere("first", node.id(), draft -> draft.times(draft.at(g), draft.at(p)), p);
        into.everywhere(
                "second",
                node.id(),
                draft -> draft.minus(draft.instead(node, node.op()), draft.times(draft.at(g), draft.at(p))),
                p);
    }
}
