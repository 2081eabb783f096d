package chainstep.ui.train;

import java.util.ArrayList;
import java.util.List;

/** What was measured along a training, thinned evenly so that a curve stays as many points as a screen shows. Mutable; one thread. */
final class Marks {
    static final int MOST = 1200;

    private List<Mark> marks = new ArrayList<>();

    void add(Mark mark) {
        if (!marks.isEmpty() && marks.get(marks.size() - 1).updates() == mark.updates()) {
            return;
        }
        marks.add(mark);
        if (marks.size() > MOST) {
            List<Mark> kept = new ArrayList<>();
            for (int k = 0; k < marks.size(); k++) {
                if (k % 2 == 0 || k == marks.size() - 1) {
                    kept.add(marks.get(k));
                }
            }
            marks = kept;
        }
    }

    /** Lets go of all that comes after an update. */
    void cut(long updates) {
        marks.removeIf(mark -> mark.updates() > updates);
    }

    List<Mark> all() {
        return List.copyOf(marks);
    }
}
