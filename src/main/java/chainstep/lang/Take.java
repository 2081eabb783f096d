package chainstep.lang;

import java.util.OptionalInt;

/**
 * Which rows of its data a model is read for.
 *
 * @param part the rows it is about
 * @param sample which row of each batch is taken alone, counted from 1; all where it is empty
 */
public record Take(Part part, OptionalInt sample) {
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
    public static final Take BATCHES = new Take(Part.BATCHES, OptionalInt.empty());

    /** One row of each batch. */
    public static Take sample(OptionalInt sample) {
        return new Take(Part.BATCHES, sample);
    }

    /** A part as a whole. */
    public static Take whole(Part part) {
        return new Take(part, OptionalInt.empty());
    }

    boolean isBatches() {
        return part == Part.BATCHES;
    }
}
