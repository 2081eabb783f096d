package chainstep.ui.train;

import chainstep.data.Rows;
import chainstep.run.Snapshot;
import chainstep.train.Predictor;

/**
 * What a model in a state answered to rows of one's own.
 *
 * @param rows that it was asked about
 */
public record Answered(Rows rows, Snapshot state, Predictor answers) {}
