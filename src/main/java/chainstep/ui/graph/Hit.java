package chainstep.ui.graph;

import chainstep.ui.Picked;
import java.util.Optional;

/**
 * What is under a point of the drawing.
 *
 * @param picked the value, or one number of it or of its gradient
 * @param onSign whether it is the sign that unfolds
 */
record Hit(Card card, Picked picked, boolean onSign) {
    private static final double SIGN = 20;

    static Optional<Hit> at(Picture picture, double x, double y) {
        return picture.at(x, y).map(card -> {
            Spot spot = picture.spot(card.id());
            return in(card, picture.faces().get(card.id()), x - spot.x(), y - spot.y());
        });
    }

    private static Hit in(Card card, Face face, double x, double y) {
        boolean foldable = card.box().isFoldable();
        boolean sign = foldable && y < face.top() && x > face.width() - Face.PAD - SIGN;
        Shown current = card.current();
        int element = Face.element(current, face.value(), x, y);
        if (element >= 0) {
            return new Hit(card, new Picked(current.node(), element), sign);
        }
        Optional<Picked> gradient = face.gradient()
                .filter(at -> card.hasGradient() && at.grown(4).contains(x, y))
                .map(at -> new Picked(
                        card.gradient().orElseThrow().node(),
                        Face.element(card.gradient().orElseThrow(), at, x, y)));
        return new Hit(card, gradient.orElse(Picked.whole(card.id())), sign);
    }
}
