package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Role;

/** Of a shared parameter, or a value used at several times or places, one use only. */
final class UseForgotten implements Mistake {
    @Override
    public String code() {
        return "M27";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Total total && isShared(ground, total)) {
            Paths.some(node, into);
        }
        ground.link(node)
                .filter(link -> ground.isGiven(link.by()))
                .filter(link -> link.reads(link.upstream()))
                .filter(link -> ground.node(link.upstream()).shape().size() > 1)
                .ifPresent(link -> {
                    Paths.units(link, ground.node(link.upstream()).shape().size(), into);
                    Paths.rows(link, ground.node(link.upstream()).shape(), into);
                });
    }

    /** Whether a value is a parameter, or the program uses some parameter several times. */
    private static boolean isShared(Ground ground, Role.Total total) {
        return ground.isGiven(total.wrt())
                || ground.program().nodes().stream()
                        .filter(node -> node.isLeaf(Leaf.Kind.PARAM))
                        .anyMatch(param -> ground.readers(param.id()).stream()
                                        .filter(reader -> ground.isForward(ground.node(reader)))
                                        .filter(reader -> reader < total.of())
                                        .count()
                                > 1);
    }
}
