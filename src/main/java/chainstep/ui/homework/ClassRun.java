package chainstep.ui.homework;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of sheets that is marked at once.
 *
 * @param done how many are marked by now
 * @param of how many there are; 0 while that is not known
 * @param going whether it is under way
 * @param page about the class, once it is written
 */
public record ClassRun(long done, int of, boolean going, Optional<Path> page) {
    static final ClassRun BEGUN = new ClassRun(0, 0, true, Optional.empty());

    ClassRun reached(long count, int all) {
        return new ClassRun(count, all, going, page);
    }

    /** It has ended, without a page. */
    ClassRun ended() {
        return new ClassRun(done, of, false, Optional.empty());
    }

    /** It has ended well. */
    ClassRun written(Path about) {
        return new ClassRun(done, of, false, Optional.of(about));
    }
}
