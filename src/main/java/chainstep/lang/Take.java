package chainstep.lang;

import chainstep.data.Rows;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which rows of its data a model is read for.
 *
 * @param part the rows it is about
 * @param sample which row of each batch is taken alone, counted from 1; all where it is empty
 * @param rows other features than the file's, all at once, their targets unknown
 */
public record Take(Part part, OptionalInt sample, Optional<Rows> rows) {
    /** The parts of the data that {@code train(split=…)} makes. */
    public enum Part {
        /** The training rows, a batch an iteration. */
        BATCHES,
        /** All training rows at once, in order; one after another where the model is one of single rows. */
        TRAINING,
        /** All rows kept to choose by at once. */
        VALIDATION,
        /** All rows kept to test with at once. */
        TEST
    }

    /** As the file says. */
    public static final Take BATCHES = new Take(Part.BATCHES, OptionalInt.empty(), Optional.empty());

    /** One row of each batch. */
    public static Take sample(OptionalInt sample) {
        return new Take(Part.BATCHES, sample, Optional.empty());
    }

    /** A part as a whole. */
    public static Take whole(Part part) {
        return new Take(part, OptionalInt.empty(), Optional.empty());
    }

    /** Rows of one's own. */
    public static Take rows(Rows features) {
        return new Take(Part.TRAINING, OptionalInt.empty(), Optional.of(features));
    }

    boolean isBatches() {
        return part == Part.BATCHES;
    }
}
