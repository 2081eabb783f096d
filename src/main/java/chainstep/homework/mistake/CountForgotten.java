package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Add;
import java.util.OptionalInt;

/** The division by the number of samples or outputs is left out, or made where a sum is asked for. */
final class CountForgotten implements Mistake {
    /** So many operations before a factor what it counts may be. */
    private static final int DEEP = 3;

    @Override
    public String code() {
        return "M13";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Scales.skip(ground, node, into, (factor, other) -> isCount(ground, factor, other));
        if (Reductions.isMean(node)) {
            into.everywhere(
                    "mean", node.id(), draft -> draft.scale(Reductions.terms(ground, node), again(draft, node)));
        } else if (Reductions.isSum(node)) {
            into.everywhere(
                    "sum", node.id(), draft -> draft.scale(1.0 / Reductions.terms(ground, node), again(draft, node)));
        } else if (Addends.isTop(ground, node) && ground.isForward(node)) {
            int count = Addends.of(ground, node).size();
            into.everywhere("terms", node.id(), draft -> draft.scale(1.0 / count, again(draft, node)));
        }
        ground.link(node).ifPresent(link -> link(ground, link, into));
        asked(ground, node, into);
    }

    /** A gradient that is asked for, worked on from right ones, divided by the number once more, or multiplied by it. */
    private static void asked(Ground ground, Node node, Suspects into) {
        if (!ground.isAsked(node) || ground.by(node).isEmpty()) {
            return;
        }
        for (int id = 0; id < ground.own(); id++) {
            Node mean = ground.node(id);
            int count = Reductions.count(ground, mean);
            if (count > 1 && ground.isForward(mean) && goesBack(ground, node, mean)) {
                into.here(node.id(), draft -> draft.scale(1.0 / count, again(draft, node)), id);
                into.here(node.id(), draft -> draft.scale(count, again(draft, node)), id);
            }
        }
    }

    /** Whether the gradient comes back through a node, itself not counted. */
    private static boolean goesBack(Ground ground, Node gradient, Node mean) {
        OptionalInt by = ground.gradient(ground.loss(gradient.id()), mean.id());
        return by.isPresent() && by.getAsInt() != gradient.id() && ground.reaches(by.getAsInt());
    }

    private static void link(Ground ground, Link link, Suspects into) {
        Node through = link.through();
        int more = ground.node(link.by()).shape().size();
        int site = link.term().id();
        if (Reductions.isMean(through)) {
            int count = Reductions.terms(ground, through);
            into.everywhere("mean", site, draft -> draft.scale(count, again(draft, link.term())), link.by());
        } else if (Reductions.isSum(through)) {
            int count = Reductions.terms(ground, through);
            into.everywhere("sum", site, draft -> draft.scale(1.0 / count, again(draft, link.term())), link.by());
        } else if (through.shape().size() > more && through.shape().size() % more == 0) {
            double share = (double) more / through.shape().size();
            into.everywhere("spread", site, draft -> draft.scale(share, again(draft, link.term())), link.by());
        } else if (Addends.isTop(ground, through)) {
            int count = Addends.of(ground, through).size();
            into.everywhere("terms", site, draft -> draft.scale(1.0 / count, again(draft, link.term())), link.by());
        }
    }

    private static int again(Draft draft, Node node) {
        return draft.add(node.op(), draft.operands(node));
    }

    /** Whether a factor divides by how many terms what it multiplies is made of; the ½ of one square divides by nothing of the kind. */
    private static boolean isCount(Ground ground, double factor, int multiplied) {
        double count = 1 / Math.abs(factor);
        return count > 1.5
                && Math.abs(count - Math.rint(count)) < 1e-9
                && takes(ground, ground.node(multiplied), (int) Math.rint(count), DEEP);
    }

    /** Whether a value, or one that it comes from, is so many numbers, or takes so many together. */
    private static boolean takes(Ground ground, Node node, int count, int deep) {
        boolean many = node.shape().size() % count == 0
                || (Reductions.isMean(node) || Reductions.isSum(node)) && Reductions.terms(ground, node) % count == 0
                || node.op() instanceof Add && Addends.of(ground, node).size() % count == 0;
        return many
                || deep > 0
                        && node.inputs().stream().anyMatch(input -> takes(ground, ground.node(input), count, deep - 1));
    }
}
