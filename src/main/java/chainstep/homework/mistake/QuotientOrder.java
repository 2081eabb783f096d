package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Divide;
import chainstep.op.Power;

/** The two terms of the quotient rule the wrong way round. */
final class QuotientOrder implements Mistake {
    @Override
    public String code() {
        return "M46";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Total && passesQuotient(ground, node)) {
            into.here(node.id(), draft -> draft.negate(draft.add(node.op(), draft.operands(node))));
        }
        ground.link(node)
                .filter(link -> link.through().op() instanceof Divide)
                .ifPresent(link -> into.everywhere(
                        "divide",
                        node.id(),
                        draft -> draft.negate(draft.add(node.op(), draft.operands(node))),
                        link.by()));
    }

    /** Whether one of the terms comes through a denominator. */
    private static boolean passesQuotient(Ground ground, Node total) {
        return total.inputs().stream().anyMatch(term -> below(ground, term, 5))
                && !total.inputs().stream().allMatch(term -> below(ground, term, 5));
    }

    private static boolean below(Ground ground, int gradient, int deep) {
        return deep > 0
                && ground.link(ground.node(gradient))
                        .filter(link -> link.through().op() instanceof Divide && link.operand() == 1
                                || link.through().op() instanceof Power power
                                        && power.exponent().signum() < 0
                                || below(ground, link.upstream(), deep - 1))
                        .isPresent();
    }
}
