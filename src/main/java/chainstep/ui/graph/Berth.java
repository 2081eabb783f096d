package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where something told of an edge stands: in sight and on free ground, as near to the edge as there is any.
 *
 * @param tip on the edge, what is told of
 * @param covered what lying there costs
 */
record Berth(Spot spot, Spot tip, double covered) {
    /** Between it and the edge. */
    private static final double AWAY = 9;

    private static final double FAR = 330;
    private static final double STEP = 6;
    /** How many places are tried across, where much is in sight. */
    private static final double PLACES = 50;
    /** What it costs to be told apart from the middle of the edge, and below it. */
    private static final double OFF = 0.3;

    private static final double BELOW = 6;

    /** A place and how bad it is, before what it covers is looked at. */
    private record Trial(Berth berth, double cost) {}

    /** @param size at the origin */
    static Berth beside(Ground ground, Spot size) {
        Optional<Trial> best = Optional.empty();
        for (Trial trial : trials(ground, size)) {
            if (best.filter(found -> found.cost() <= trial.cost()).isPresent()) {
                break;
            }
            double covered = ground.covered(trial.berth());
            Berth berth = new Berth(trial.berth().spot(), trial.berth().tip(), covered);
            Trial whole = new Trial(berth, trial.cost() + covered);
            if (best.filter(found -> found.cost() <= whole.cost()).isEmpty()) {
                best = Optional.of(whole);
            }
        }
        return best.orElseThrow().berth();
    }

    /** Whether nothing is hidden by it. */
    boolean isClear() {
        return covered < Ground.HIDDEN;
    }

    /** Whether that is so, and the line to the edge goes under nothing. */
    boolean isFree() {
        return covered < Ground.STRUCK;
    }

    /** Right and left of the edge, above and below it, and everywhere around; the best first. */
    private static List<Trial> trials(Ground ground, Spot size) {
        List<Trial> trials = new ArrayList<>();
        for (Spot tip : ground.tips()) {
            double x = tip.x() - size.width() / 2;
            double y = tip.y() - size.height() / 2;
            trials.add(trial(tip, ground, size.moved(tip.x() + AWAY, y)));
            trials.add(trial(tip, ground, size.moved(tip.x() - AWAY - size.width(), y)));
            trials.add(trial(tip, ground, size.moved(x, tip.y() - AWAY - size.height())));
            trials.add(trial(tip, ground, size.moved(x, tip.y() + AWAY)));
        }
        around(ground, size)
                .forEach(place -> trials.add(ground.tips().stream()
                        .map(tip -> trial(tip, ground, place))
                        .min(Comparator.comparingDouble(Trial::cost))
                        .orElseThrow()));
        trials.sort(Comparator.comparingDouble(Trial::cost));
        return trials;
    }

    private static List<Spot> around(Ground ground, Spot size) {
        Spot around = ground.tips().stream().reduce(Spot::with).orElseThrow().grown(FAR);
        Spot seen = ground.seen();
        double left = Math.max(around.x(), seen.x());
        double top = Math.max(around.y(), seen.y());
        double right = Math.max(left, Math.min(around.right(), seen.right()) - size.width());
        double bottom = Math.max(top, Math.min(around.bottom(), seen.bottom()) - size.height());
        double step = Math.max(STEP, Math.max(right - left, bottom - top) / PLACES);
        List<Spot> places = new ArrayList<>();
        for (double y = top; y <= bottom; y += step) {
            for (double x = left; x <= right; x += step) {
                places.add(size.moved(x, y));
            }
        }
        return places;
    }

    private static Trial trial(Spot tip, Ground ground, Spot place) {
        double across = Math.max(0, Math.max(place.x() - tip.x(), tip.x() - place.right()));
        double down = Math.max(0, Math.max(place.y() - tip.y(), tip.y() - place.bottom()));
        double far = distance(across, down);
        double near = far < AWAY ? Ground.HIDDEN * (AWAY - far) / AWAY : 0;
        double askew = distance(place.centreX() - tip.x(), place.centreY() - tip.y()) / 4;
        double off = Math.hypot(
                tip.x() - ground.middle().x(), tip.y() - ground.middle().y());
        double below = place.y() > tip.y() ? BELOW : 0;
        return new Trial(new Berth(place, tip, 0), far + near + askew + OFF * off + below);
    }

    /** Many times as fast as Math.hypot, and no number here is near the ends of its range. */
    private static double distance(double across, double down) {
        return Math.sqrt(across * across + down * down);
    }
}
