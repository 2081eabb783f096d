package chainstep.ui.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing model and where everything in it is: what is painted, and what is under the mouse.
 *
 * @param narrow whether gradients are under the values, not beside them
 * @param faces by box
 */
record Picture(
        GraphModel model, boolean narrow, Map<Integer, Face> faces, Arrangement places, Map<Link, Route> routes) {
    /** A view is about that much wider than high. */
    private static final double ASPECT = 1.15;

    Picture {
        faces = Map.copyOf(faces);
        routes = Map.copyOf(routes);
    }

    static Picture of(GraphModel model) {
        Picture broad = of(model, false);
        Picture narrow = of(model, true);
        return narrow.extent() < broad.extent() ? narrow : broad;
    }

    /** How high a view must be to show all of it at full size. */
    private double extent() {
        Spot bounds = places.bounds();
        return Math.max(bounds.width() / ASPECT, bounds.height());
    }

    private static Picture of(GraphModel model, boolean narrow) {
        Map<Integer, Face> faces = new HashMap<>();
        model.cards().forEach(card -> faces.put(card.id(), Face.of(card, narrow)));
        Arrangement places = Arrangement.of(model.scheme(), faces);
        return new Picture(
                model, narrow, faces, places, Route.all(model.scheme().edges(), places));
    }

    /** The next moment, with every box where it was; laid out anew only where there are others, or one has outgrown its place. */
    Picture then(GraphModel next) {
        if (next.scheme() == model.scheme() && sameFigures(next)) {
            return new Picture(next, narrow, faces, places, routes);
        }
        if (!next.scheme().looksLike(model.scheme())) {
            return of(next);
        }
        Map<Integer, Face> grown = new HashMap<>();
        for (Card card : next.cards()) {
            Face face = Face.of(card, narrow);
            Face old = faces.get(card.id());
            if (face.width() > old.width() + 1 || face.height() > old.height() + 1) {
                return of(next);
            }
            grown.put(card.id(), face.atLeast(old));
        }
        return new Picture(next, narrow, grown, places, routes);
    }

    private boolean sameFigures(GraphModel next) {
        for (int k = 0; k < next.cards().size(); k++) {
            if (next.cards().get(k).value().figures()
                    != model.cards().get(k).value().figures()) {
                return false;
            }
        }
        return true;
    }

    Spot spot(int box) {
        return places.spots().get(box);
    }

    Optional<Card> card(int box) {
        return model.cards().stream().filter(card -> card.id() == box).findFirst();
    }

    Optional<Card> at(double x, double y) {
        return model.cards().stream()
                .filter(card -> spot(card.id()).contains(x, y))
                .findFirst();
    }
}
