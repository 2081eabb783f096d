package chainstep.homework.mistake;

import chainstep.op.Add;
import java.util.stream.IntStream;

/** The gradient of a bias not summed over the samples. */
final class NotSummed implements LinkMistake {
    @Override
    public String code() {
        return "M53";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        boolean batch = ground.node(link.upstream()).shape().rank() == 2
                && link.term().shape().rank() < 2;
        if (link.through().op() instanceof Add && ground.isGiven(link.by()) && batch) {
            int rows = ground.node(link.upstream()).shape().dim(0);
            int columns = ground.node(link.upstream()).shape().dim(1);
            for (int row = 0; row < Math.min(rows, 12); row++) {
                int from = row * columns;
                into.here(
                        link.term().id(),
                        draft -> draft.reading(
                                link.term(),
                                link.upstream(),
                                draft.only(
                                        draft.at(link.upstream()),
                                        IntStream.range(from, from + columns).toArray())),
                        link.by());
            }
        }
    }
}
