package chainstep.ui.derivation;

import chainstep.explain.CheckSaid;
import chainstep.explain.PathTable;
import java.util.Optional;

/**
 * What takes its time to find out, as far as it is known by now.
 *
 * @param isChecked whether the comparison with differences has ended
 * @param check what it said; empty for what is no gradient
 * @param asksPaths whether whole paths are asked for instead of edges
 */
record Told(boolean isChecked, Optional<CheckSaid> check, boolean asksPaths, Optional<PathTable> paths) {
    static final Told NOTHING = new Told(false, Optional.empty(), false, Optional.empty());

    Told checked(Optional<CheckSaid> said) {
        return new Told(true, said, asksPaths, paths);
    }

    Told asking(boolean whole) {
        return new Told(isChecked, check, whole, paths);
    }

    Told with(PathTable found) {
        return new Told(isChecked, check, asksPaths, Optional.of(found));
    }
}
