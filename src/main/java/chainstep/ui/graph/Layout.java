package chainstep.ui.graph;

import chainstep.run.Progress;
import java.util.HashMap;
import java.util.Map;

/** Which of the drawings of a network is best: the one that a small window shows largest, up to full size; of two such the plainer. */
final class Layout {
    /** A larger graph is only broken into rows: there is no time for more, nor would it be seen whole. */
    private static final int MANY = 150;

    private static final double FULL = 1.02;
    private static final double OTHER = 0.1;

    private final GraphModel model;
    private final Room room;
    private final Progress progress;
    private final Map<Plan, Picture> made = new HashMap<>();

    private Layout(GraphModel model, Room room, Progress progress) {
        this.model = model;
        this.room = room;
        this.progress = progress;
    }

    /** @param progress asked between drawings whether to go on; else the best so far will do */
    static Picture best(GraphModel model, Room room, Progress progress) {
        return model.cards().size() > MANY
                ? new Layout(model, room, progress).wrapped()
                : new Layout(model, room, progress).best();
    }

    /** In as many rows as its boxes take, then in as many as these have turned out to take. */
    private Picture wrapped() {
        Wrapping wrapping = Wrapping.of(model, room);
        Picture first = make(Plan.PLAIN.in(wrapping.rows()));
        Plan mended = Plan.PLAIN.in(wrapping.mended(first));
        return progress.cancelled() || seen(make(mended)) <= seen(first) ? first : make(mended);
    }

    private Picture best() {
        Picture best = make(Plan.PLAIN);
        double most = score(best);
        for (Plan plan : Plan.all(model.scheme())) {
            if (most >= FULL - plan.cost() || progress.cancelled()) {
                return best;
            }
            if (mayBeat(most, plan)) {
                Picture next = make(plan);
                if (score(next) > most) {
                    best = next;
                    most = score(next);
                }
            }
        }
        return best;
    }

    private Picture make(Plan plan) {
        return made.computeIfAbsent(plan, fresh -> Picture.of(model, room, fresh));
    }

    /** Nothing is seen larger than where all is dense; for one that is in one row that is not worth finding out. */
    private boolean mayBeat(double most, Plan plan) {
        return plan.isPlain()
                || plan.form().isDense()
                || Math.max(seen(make(plan.in(Form.DENSE))), seen(make(plan.in(Form.SLIM)))) - plan.cost() > most;
    }

    private static double score(Picture picture) {
        return seen(picture) - picture.plan().cost();
    }

    /** What fits one way alone is better than what fits neither way, as it is moved along in the other alone. */
    private static double seen(Picture picture) {
        Spot all = picture.places().bounds();
        double across = Math.min(FULL, picture.room().width() / all.width());
        double down = Math.min(FULL, picture.room().height() / all.height());
        double whole = Math.min(across, down);
        double mean = StrictMath.sqrt(across * down);
        return whole + OTHER * (mean - whole);
    }
}
