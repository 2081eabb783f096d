package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.op.MatMul;

/** Only some of the paths are summed. */
final class PathForgotten implements Mistake {
    @Override
    public String code() {
        return "M08";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Paths.some(node, into);
        ground.link(node)
                .filter(link -> link.through().op() instanceof MatMul && link.reads(link.upstream()))
                .filter(link -> !ground.node(link.by()).isLeaf(Leaf.Kind.PARAM))
                .ifPresent(link ->
                        Paths.units(link, ground.node(link.upstream()).shape().size(), into));
    }
}
