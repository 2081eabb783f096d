package chainstep.homework.mistake;

import chainstep.op.Divide;
import chainstep.op.Multiply;

/** The factor 2 of a square’s derivative is kept although the loss has a half. */
final class SquareFactorKept implements LinkMistake {
    @Override
    public String code() {
        return "M05";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        boolean half = link.through().op() instanceof Multiply && ground.isNumber(link.other(), 0.5)
                || link.through().op() instanceof Divide && link.operand() == 0 && ground.isNumber(link.other(), 2);
        if (half && hasSquare(ground, link.by(), 3)) {
            into.everywhere("kept", link.term().id(), draft -> draft.at(link.upstream()), link.by());
        }
    }

    private static boolean hasSquare(Ground ground, int node, int deep) {
        return Squares.is(ground.node(node))
                || deep > 0
                        && ground.node(node).inputs().stream().anyMatch(input -> hasSquare(ground, input, deep - 1));
    }
}
