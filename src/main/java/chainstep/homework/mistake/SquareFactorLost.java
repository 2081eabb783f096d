package chainstep.homework.mistake;

/** The factor 2 of a square’s derivative is lost. */
final class SquareFactorLost implements LinkMistake {
    @Override
    public String code() {
        return "M04";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (Squares.is(link.through())) {
            into.everywhere("half", link.term().id(), draft -> draft.scale(0.5, again(draft, link)), link.by());
        }
    }

    private static int again(Draft draft, Link link) {
        return draft.add(link.term().op(), draft.operands(link.term()));
    }
}
