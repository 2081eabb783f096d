package chainstep.ui.graph;

import java.util.List;

/**
 * Which of the drawings of a network is best: the one that a small window shows largest, up to full size; of two such the one that
 * turns its end down less, then the one with gradients beside the values.
 */
final class Layout {
    /** A larger graph is drawn in one way only. */
    private static final int MANY = 150;

    private static final double FULL = 1.02;
    private static final double TURN = 0.025;
    private static final double OTHER = 0.25;

    private Layout() {}

    static Picture best(GraphModel model, Room room) {
        boolean large = model.cards().size() > MANY;
        List<Form> forms = large ? List.of(Form.NARROW) : List.of(Form.values());
        List<Tail> tails = Tail.all(model.scheme());
        Picture best = Picture.of(model, room, forms.get(0), Tail.NONE);
        double most = score(best, Tail.NONE);
        for (Tail tail : tails) {
            for (Form form : forms) {
                if (most >= FULL - TURN * tail.boxes().size()) {
                    return best;
                }
                Picture next = Picture.of(model, room, form, tail);
                double score = score(next, tail);
                if (score > most) {
                    best = next;
                    most = score;
                }
            }
        }
        return best;
    }

    /** What fits one way alone is better than what fits neither way, as it is moved along in the other alone. */
    private static double score(Picture picture, Tail tail) {
        Spot all = picture.places().bounds();
        double across = Math.min(FULL, picture.room().width() / all.width());
        double down = Math.min(FULL, picture.room().height() / all.height());
        double whole = Math.min(across, down);
        double mean = StrictMath.sqrt(across * down);
        return whole + OTHER * (mean - whole) - TURN * tail.boxes().size();
    }
}
