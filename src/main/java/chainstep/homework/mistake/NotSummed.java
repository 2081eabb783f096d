package chainstep.homework.mistake;

import chainstep.op.Add;

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
            Paths.rows(link, ground.node(link.upstream()).shape(), into);
        }
    }
}
