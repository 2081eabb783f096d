package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Add;
import chainstep.op.Alias;
import chainstep.op.Subtract;

/** The chain stopped early: one local derivative alone. */
final class LinkAlone implements Mistake {
    @Override
    public String code() {
        return "M42";
    }

    @Override
    public String words() {
        return "M42.link";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isAsked(node) || !ground.isGradient(node)) {
            return;
        }
        for (int id = 0; id < ground.own(); id++) {
            if (ground.reaches(id)) {
                ground.link(ground.node(id))
                        .filter(link -> link.reads(link.upstream()) && isTelling(ground, link))
                        .ifPresent(link -> suspect(ground, node, link, into));
            }
        }
    }

    private static void suspect(Ground ground, Node node, Link link, Suspects into) {
        into.here(
                node.id(),
                draft -> StoppedEarly.fit(
                        draft,
                        draft.reading(
                                link.term(),
                                link.upstream(),
                                draft.ones(ground.node(link.upstream()).shape())),
                        node),
                link.through().id(),
                link.by());
    }

    /** Whether a link is one number for each, and another than the 1 of a sum. */
    private static boolean isTelling(Ground ground, Link link) {
        boolean ones = link.through().op() instanceof Add
                || link.through().op() instanceof Alias
                || link.through().op() instanceof Subtract
                || Reductions.isSum(link.through());
        return !ones
                && (link.isPlain(ground) || ground.node(link.upstream()).shape().size() == 1);
    }
}
