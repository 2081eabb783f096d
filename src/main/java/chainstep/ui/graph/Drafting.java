package chainstep.ui.graph;

import chainstep.ui.Tasks;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes pictures: at once where all that is in them is known from the one before, else beside the event thread. For the event thread
 * only.
 */
final class Drafting {
    /** A program of as many nodes is drawn in a moment. */
    private static final int MOMENT = 60;

    private final Tasks tasks;
    private final Consumer<Picture> ready;
    private Optional<Sketch> last = Optional.empty();
    private Optional<Order> under = Optional.empty();
    private Reading reading = Reading.FIRST;

    /** @param ready given a picture that had to be waited for, and may be of a moment that is over */
    Drafting(Tasks tasks, Consumer<Picture> ready) {
        this.tasks = tasks;
        this.ready = ready;
    }

    /** Whether a picture of another drawing than the last is being made. */
    boolean isBusy() {
        return under.filter(order ->
                        last.filter(sketch -> order.looksLike(sketch.order())).isEmpty())
                .isPresent();
    }

    /** Whether it is so large that one has to wait for it. */
    boolean isLong() {
        return isBusy()
                && under.filter(order -> order.program().size() > MOMENT).isPresent();
    }

    /** How much is folded. */
    Reading reading() {
        return reading;
    }

    /** From now on. */
    void read(Reading next) {
        reading = next;
    }

    /** Empty while the picture is being made. */
    Optional<Picture> of(Order order) {
        Optional<Sketch> next = last.flatMap(sketch -> sketch.then(order));
        if (next.isPresent()) {
            giveUp();
            last = next;
        } else if (under.filter(order::looksLike).isEmpty()) {
            start(order);
        }
        return next.map(Sketch::picture);
    }

    /** Where there is nothing to draw: what comes next is another file, of which nobody has chosen how it is folded. */
    void clear() {
        boolean another = last.isPresent() || under.isPresent();
        giveUp();
        last = Optional.empty();
        reading = another ? Reading.FIRST : reading;
    }

    private void giveUp() {
        if (under.isPresent()) {
            tasks.cancel();
            under = Optional.empty();
        }
    }

    private void start(Order order) {
        tasks.cancel();
        under = Optional.of(order);
        Optional<Sketch> before = last;
        tasks.run(
                progress -> Sketch.of(order, before, progress),
                iteration -> {},
                sketch -> sketch.filter(made -> isLatest(order)).ifPresent(this::finish),
                trouble -> {
                    under = isLatest(order) ? Optional.empty() : under;
                    throw trouble;
                });
    }

    private void finish(Sketch sketch) {
        under = Optional.empty();
        last = Optional.of(sketch);
        reading = sketch.order().reading();
        ready.accept(sketch.picture());
    }

    private boolean isLatest(Order order) {
        return under.filter(latest -> latest == order).isPresent();
    }
}
