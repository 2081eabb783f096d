package chainstep.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Something worked out the first time it is asked for. Not for several threads. */
final class Once<T> {
    private final Supplier<T> made;
    private final List<T> known = new ArrayList<>(1);

    Once(Supplier<T> made) {
        this.made = made;
    }

    T get() {
        if (known.isEmpty()) {
            known.add(made.get());
        }
        return known.get(0);
    }
}
