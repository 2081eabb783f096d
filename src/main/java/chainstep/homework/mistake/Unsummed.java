package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.graph.Pullback;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.op.Add;
import chainstep.op.Conv2d;
import chainstep.op.Elementwise;
import chainstep.op.Mean;
import chainstep.op.Sum;
import java.util.ArrayList;
import java.util.List;

/** What is to be summed given as it is: the array before the sum, of another shape than what is asked. */
final class Unsummed implements Mistake {
    @Override
    public String code() {
        return "M53";
    }

    @Override
    public String words() {
        return "M53.shape";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isTarget(node)) {
            return;
        }
        if (node.op() instanceof Sum || node.op() instanceof Mean) {
            int summed = node.inputs().get(0);
            double share =
                    (double) node.shape().size() / ground.node(summed).shape().size();
            into.here(node.id(), draft -> draft.at(summed), summed);
            into.here(node.id(), draft -> draft.scale(share, draft.at(summed)), summed);
        }
        List<Integer> terms = node.role() instanceof Role.Total ? node.inputs() : List.of(node.id());
        for (int term : terms) {
            ground.link(ground.node(term))
                    .filter(link -> isSpread(ground, link))
                    .ifPresent(link -> into.here(node.id(), draft -> each(ground, link, draft), link.by()));
        }
    }

    /** Whether an operand is used more than once, so that what comes back to it is summed. */
    private static boolean isSpread(Ground ground, Link link) {
        return (link.through().op() instanceof Elementwise || link.through().op() instanceof Conv2d)
                && link.through().shape().size()
                        > ground.node(link.by()).shape().size();
    }

    /** What comes back to each place where the operand is used. */
    private static int each(Ground ground, Link link, Draft draft) {
        Node through = link.through();
        int upstream = draft.at(link.upstream());
        if (through.op() instanceof Add || through.op() instanceof Conv2d) {
            return upstream;
        }
        Shape full = through.shape();
        List<Shape> shapes = through.inputs().stream().map(input -> full).toList();
        Pullback back = through.op().pullbackOf(link.operand(), shapes);
        List<Integer> read = new ArrayList<>();
        for (Pullback.Operand operand : back.operands()) {
            read.add(
                    operand instanceof Pullback.Operand.Input input
                            ? spread(draft, draft.at(through.inputs().get(input.index())), upstream, full)
                            : operand instanceof Pullback.Operand.Result ? draft.at(through.id()) : upstream);
        }
        return draft.add(back.op(), read);
    }

    private static int spread(Draft draft, int operand, int like, Shape full) {
        return draft.shape(operand).equals(full) ? operand : draft.bent(Formula.input(0), operand, like);
    }
}
