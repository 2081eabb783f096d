package chainstep.ui.train;

import chainstep.lang.Take;
import chainstep.train.Measure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured at one moment of a training.
 *
 * @param epoch how many epochs had gone by; not whole in the middle of one
 * @param updates how many updates
 * @param scores by part of the data
 * @param slopes ‖∂L/∂W‖ of each parameter
 */
record Mark(double epoch, long updates, Map<Take.Part, Measure.Score> scores, double[] slopes) {
    Mark {
        scores = Map.copyOf(scores);
        slopes = slopes.clone();
    }

    /** The loss over a part; empty where there is no such part. */
    OptionalDouble loss(Take.Part part) {
        return Optional.ofNullable(scores.get(part))
                .map(score -> OptionalDouble.of(score.loss()))
                .orElse(OptionalDouble.empty());
    }

    /** The accuracy over a part; empty where there is no such part, or answers are numbers. */
    OptionalDouble accuracy(Take.Part part) {
        return Optional.ofNullable(scores.get(part))
                .map(Measure.Score::accuracy)
                .orElse(OptionalDouble.empty());
    }
}
