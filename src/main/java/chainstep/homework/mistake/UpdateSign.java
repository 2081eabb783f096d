package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Add;
import chainstep.op.Subtract;

/** The update with the wrong sign. */
final class UpdateSign implements Mistake {
    @Override
    public String code() {
        return "M17";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Update update && update.part().equals("new") && node.op() instanceof Subtract) {
            into.everywhere("sign", node.id(), draft -> draft.instead(node, new Add()));
        }
    }
}
