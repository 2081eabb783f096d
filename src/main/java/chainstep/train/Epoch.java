package chainstep.train;

import chainstep.lang.Take;
import java.util.Map;

/**
 * What is known when an epoch has ended.
 *
 * @param number from 1; 0 before any update
 * @param updates how many there have been since the beginning
 * @param batchLoss the mean of the losses of the epoch's batches, each before its update; NaN before any
 * @param scores by part of the data
 * @param seconds how long training has taken since the beginning, measuring left out
 */
public record Epoch(long number, long updates, double batchLoss, Map<Take.Part, Measure.Score> scores, double seconds) {
    public Epoch {
        scores = Map.copyOf(scores);
    }
}
