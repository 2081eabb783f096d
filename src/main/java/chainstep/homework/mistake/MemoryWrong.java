package chainstep.homework.mistake;

import chainstep.grad.Updates;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.lang.Unrolled;
import chainstep.op.Add;
import chainstep.op.Subtract;
import java.util.Optional;
import java.util.OptionalInt;

/** The memory of an optimiser gone wrong: its sign, its 1 − β, its correction. */
final class MemoryWrong implements Mistake {
    @Override
    public String code() {
        return "M58";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isForward(node) && (node.op() instanceof Add || node.op() instanceof Subtract)) {
            byHand(ground, node, into);
        }
        if (!(node.role() instanceof Role.Update update) || node.isLeaf()) {
            return;
        }
        if (update.part().equals("m_hat") || update.part().equals("v_hat")) {
            into.everywhere(
                    "uncorrected", node.id(), draft -> draft.at(node.inputs().get(0)));
        } else if (update.part().endsWith(".added")) {
            into.everywhere("whole", node.id(), draft -> draft.at(node.inputs().get(1)));
        } else if (update.part().equals("v") && node.op() instanceof Add) {
            into.everywhere("sign", node.id(), draft -> draft.instead(node, new Subtract()));
            into.everywhere(
                    "forgotten", node.id(), draft -> draft.at(node.inputs().get(1)));
            damped(ground, node, into);
        } else if (update.part().startsWith("bias.")) {
            int updates = node.inputs().get(1);
            into.everywhere(
                    "later", node.id(), draft -> draft.with(node, 1, draft.plus(draft.at(updates), draft.number(1))));
            into.everywhere(
                    "earlier",
                    node.id(),
                    draft -> draft.with(node, 1, draft.plus(draft.at(updates), draft.number(-1))));
        } else if (update.part().endsWith(".kept")) {
            corrected(ground, node, update, into);
        }
    }

    private static void byHand(Ground ground, Node node, Suspects into) {
        int first = node.inputs().get(0);
        int second = node.inputs().get(1);
        if (ground.isGiven(first) && !ground.node(second).isLeaf() && !ground.isNumber(first)) {
            into.here(
                    node.id(),
                    draft -> draft.instead(node, node.op() instanceof Add ? new Subtract() : new Add()),
                    second);
        }
        for (int k = 0; k < 2; k++) {
            double beta = Scales.of(ground, ground.node(node.inputs().get(k)));
            int other = k;
            if (beta > 0 && beta < 1) {
                into.here(
                        node.id(),
                        draft -> draft.with(
                                node,
                                1 - other,
                                draft.scale(1 - beta, draft.at(node.inputs().get(1 - other)))),
                        first,
                        second);
            }
        }
    }

    /** The gradient times 1 − β, where the velocity takes all of it. */
    private static void damped(Ground ground, Node node, Suspects into) {
        Node kept = ground.node(node.inputs().get(0));
        int gradient = node.inputs().get(1);
        boolean whole = !(ground.node(gradient).role() instanceof Role.Update);
        if (whole && !kept.isLeaf() && ground.isNumber(kept.inputs().get(0))) {
            double beta = ground.value(kept.inputs().get(0), 0);
            into.everywhere(
                    "damped", node.id(), draft -> draft.with(node, 1, draft.scale(1 - beta, draft.at(gradient))));
        }
    }

    /** The corrected memory kept on for the next iteration. */
    private static void corrected(Ground ground, Node node, Role.Update update, Suspects into) {
        Optional<Unrolled> later = ground.later(node.id());
        if (later.isEmpty()) {
            return;
        }
        int param = ((Role.Update) ground.node(later.get().node()).role()).param();
        String part = update.part().substring(0, update.part().indexOf('.'));
        int memory = node.inputs().get(1);
        OptionalInt hat = Updates.part(ground.program(), param, part + "_hat");
        OptionalInt before = hat.isPresent() ? ground.at(later.get().iteration() - 1, hat.getAsInt()) : hat;
        before.ifPresent(
                kept -> into.everywhere("stored", node.id(), draft -> draft.reading(node, memory, draft.at(kept))));
    }
}
