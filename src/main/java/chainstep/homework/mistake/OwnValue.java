package chainstep.homework.mistake;

import chainstep.op.Multiply;

/** A product’s gradient with a value’s own number instead of the other’s. */
final class OwnValue implements LinkMistake {
    @Override
    public String code() {
        return "M23";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (link.through().op() instanceof Multiply && link.reads(link.other()) && link.by() != link.other()) {
            into.everywhere(
                    "own",
                    link.term().id(),
                    draft -> draft.reading(link.term(), link.other(), draft.at(link.by())),
                    link.by(),
                    link.other());
        }
    }
}
