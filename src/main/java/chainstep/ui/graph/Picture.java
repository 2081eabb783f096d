package chainstep.ui.graph;

import chainstep.run.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing model and where everything in it is: what is painted, and what is under the mouse.
 *
 * @param room what the layout makes do with
 * @param plan how it is laid out
 * @param faces by box
 */
record Picture(
        GraphModel model, Room room, Plan plan, Map<Integer, Face> faces, Arrangement places, Map<Link, Route> routes) {
    Picture {
        faces = Map.copyOf(faces);
        routes = Map.copyOf(routes);
    }

    static Picture of(GraphModel model, Room room) {
        return of(model, room, Progress.NONE);
    }

    /** @param progress asked whether to go on looking for a better one */
    static Picture of(GraphModel model, Room room, Progress progress) {
        return Layout.best(model, room, progress);
    }

    static Picture of(GraphModel model, Room room, Plan plan) {
        Map<Integer, Face> faces = new HashMap<>();
        Scheme scheme = model.scheme().in(plan.rows());
        model.cards().forEach(card -> faces.put(card.id(), model.face(card, plan.form(), scheme)));
        Arrangement places = Arrangement.of(scheme, faces, plan);
        return new Picture(model, room, plan, faces, places, Route.all(scheme.edges(), places));
    }

    /**
     * The next moment, with every box where it was; empty where it must be laid out anew: there are others, one has outgrown its
     * place, or one is of something else than it was.
     */
    Optional<Picture> then(GraphModel next, Room now) {
        if (!now.equals(room) || !next.scheme().looksLike(model.scheme()) || !next.saysTheSame(model)) {
            return Optional.empty();
        }
        if (next.scheme() == model.scheme() && sameFigures(next)) {
            return Optional.of(new Picture(next, room, plan, faces, places, routes));
        }
        Map<Integer, Face> grown = new HashMap<>();
        Scheme scheme = next.scheme().in(plan.rows());
        for (Card card : next.cards()) {
            Face face = next.face(card, plan.form(), scheme);
            Face old = faces.get(card.id());
            if (face.width() > old.width() + 1 || face.height() > old.height() + 1) {
                return Optional.empty();
            }
            grown.put(card.id(), face.atLeast(old));
        }
        return Optional.of(new Picture(next, room, plan, grown, places, routes));
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
        return model.card(box);
    }

    Optional<Card> at(double x, double y) {
        return model.cards().stream()
                .filter(card -> spot(card.id()).contains(x, y))
                .findFirst();
    }
}
