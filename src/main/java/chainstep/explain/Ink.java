package chainstep.explain;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Role;

/** What a name or a number in a formula stands for, where a page has a colour for it. */
public enum Ink {
    /** Computed on the way forward, or given. */
    VALUE,
    PARAMETER,
    GRADIENT,
    UPDATE;

    /** What the value of a node is. */
    public static Ink of(Node node) {
        if (node.role() instanceof Role.Term || node.role() instanceof Role.Total || node.role() instanceof Role.Seed) {
            return GRADIENT;
        } else if (node.isLeaf(Leaf.Kind.PARAM)) {
            return PARAMETER;
        }
        return node.phase() == Phase.UPDATE || node.isLeaf(Leaf.Kind.STATE) ? UPDATE : VALUE;
    }
}
