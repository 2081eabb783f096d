package chainstep.homework.mistake;

import chainstep.graph.Op;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.AvgPool2d;
import chainstep.op.MaxPool2d;
import chainstep.op.Maximum;
import chainstep.op.Minimum;
import java.util.List;

/** The gradient of a maximum split, given to all, or to the wrong one. */
final class WinnerWrong implements LinkMistake {
    @Override
    public String code() {
        return "M22";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (link.through().op() instanceof MaxPool2d pool) {
            pool(ground, link, pool, into);
        } else if (link.through().op() instanceof Maximum || link.through().op() instanceof Minimum) {
            int site = link.term().id();
            into.everywhere("both", site, draft -> draft.at(link.upstream()), link.by());
            into.everywhere("half", site, draft -> draft.scale(0.5, draft.at(link.upstream())), link.by());
            into.everywhere(
                    "other",
                    site,
                    draft -> draft.minus(
                            draft.at(link.upstream()),
                            draft.instead(link.term(), link.term().op())),
                    link.by());
        }
    }

    private static void pool(Ground ground, Link link, MaxPool2d pool, Suspects into) {
        Shape shape = ground.node(link.by()).shape();
        Op spread = new AvgPool2d(pool.size(), pool.stride())
                .pullbackOf(0, List.of(shape))
                .op();
        int site = link.term().id();
        int window = pool.size() * pool.size();
        into.everywhere("split", site, draft -> draft.add(spread, draft.at(link.upstream())), link.by());
        into.everywhere(
                "all", site, draft -> draft.scale(window, draft.add(spread, draft.at(link.upstream()))), link.by());
        double[] falling = new double[shape.size()];
        double[] rising = new double[shape.size()];
        for (int k = 0; k < falling.length; k++) {
            falling[k] = -k;
            rising[k] = k;
        }
        into.everywhere("first", site, draft -> winner(draft, link, Tensor.of(shape, falling)), link.by());
        into.everywhere("last", site, draft -> winner(draft, link, Tensor.of(shape, rising)), link.by());
    }

    private static int winner(Draft draft, Link link, Tensor order) {
        return draft.reading(link.term(), link.by(), draft.constant(order));
    }
}
