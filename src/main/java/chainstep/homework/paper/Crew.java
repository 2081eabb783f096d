package chainstep.homework.paper;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who does many pieces of work. */
public interface Crew {
    /** One piece after the other, by the thread that asks. */
    Crew ALONE = new Crew() {
        @Override
        public <T, R> void inOrder(List<T> work, Function<T, R> each, Consumer<R> then) {
            work.forEach(piece -> then.accept(each.apply(piece)));
        }
    };

    /**
     * Does all pieces, and hands the results over in their order, by the thread that asks.
     *
     * @throws chainstep.graph.BrokenOff when that thread is interrupted
     */
    <T, R> void inOrder(List<T> work, Function<T, R> each, Consumer<R> then);
}
