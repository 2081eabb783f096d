package chainstep.ui.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing model and where everything in it is: what is painted, and what is under the mouse.
 *
 * @param faces by box
 */
record Picture(GraphModel model, Map<Integer, Face> faces, Arrangement places, Map<Link, Route> routes) {
    Picture {
        faces = Map.copyOf(faces);
        routes = Map.copyOf(routes);
    }

    static Picture of(GraphModel model) {
        Map<Integer, Face> faces = new HashMap<>();
        model.cards().forEach(card -> faces.put(card.id(), Face.of(card)));
        Arrangement places = Arrangement.of(model.scheme(), faces);
        return new Picture(model, faces, places, Route.all(model.scheme().edges(), places));
    }

    /** The next moment, with every box where it was; laid out anew only where there are others, or one has outgrown its place. */
    Picture then(GraphModel next) {
        if (next.scheme() == model.scheme() && sameFigures(next)) {
            return new Picture(next, faces, places, routes);
        }
        if (!next.scheme().looksLike(model.scheme())) {
            return of(next);
        }
        Map<Integer, Face> grown = new HashMap<>();
        for (Card card : next.cards()) {
            Face face = Face.of(card);
            Face old = faces.get(card.id());
            if (face.width() > old.width() + 1 || face.height() > old.height() + 1) {
                return of(next);
            }
            grown.put(card.id(), face.atLeast(old));
        }
        return new Picture(next, grown, places, routes);
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
