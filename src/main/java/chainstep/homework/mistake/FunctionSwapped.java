package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.op.Relu;
import chainstep.op.Sigmoid;
import chainstep.op.Softmax;
import chainstep.op.Tanh;

/** Another activation than the one given, on the way forward. */
enum FunctionSwapped implements Mistake {
    RELU("M20.relu", new Relu()),
    SIGMOID("M20.sigmoid", new Sigmoid()),
    TANH("M20.tanh", new Tanh());

    private final String words;
    private final Op used;

    FunctionSwapped(String words, Op used) {
        this.words = words;
        this.used = used;
    }

    @Override
    public String code() {
        return "M20";
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Op given = node.op();
        boolean one = given instanceof Relu || given instanceof Sigmoid || given instanceof Tanh;
        boolean several = given instanceof Softmax && used instanceof Sigmoid;
        if (ground.isForward(node) && !given.equals(used) && (one || several)) {
            into.everywhere(
                    words,
                    node.id(),
                    draft -> draft.add(used, draft.at(node.inputs().get(0))));
        }
    }
}
