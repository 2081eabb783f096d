package chainstep.homework.mistake;

import java.util.List;

/** All known mistakes. */
public final class Mistakes {
    /** The commoner of one code first. */
    public static final List<Mistake> ALL = List.of(
            new SlopeMissing(),
            new SlopeExtra(),
            new ActivationExtra(),
            new SlopeAtOutput(),
            new OutputFormulaOfSum(),
            new SquareFactorLost(),
            new SquareFactorKept(),
            new DifferenceTurned(),
            new UpdatedUsed(),
            new PathForgotten(),
            new Transposed(),
            new WrongElement(),
            new InputMissing(),
            new BiasWrong(),
            new CountForgotten(),
            new SoftmaxDiagonal(),
            new WrongLogarithm(),
            new Degrees(),
            new UpdateSign(),
            new RateWrong(),
            new WrongSlope(),
            new GateWrong(),
            new OwnValue(),
            new LinkAdded(),
            new ReciprocalSign(),
            new ExponentialAsPower(),
            new UseForgotten(),
            new OutputDelta(),
            new HalfPenalty(),
            new ThresholdSign(),
            new ProductOfMeans(),
            new ElementByElement(),
            new PowerRule(),
            new HalfLost(),
            new MagnitudeSlope(),
            new CountedTwice(),
            new StoppedEarly(),
            new NegationSkipped(),
            new ScaleSkipped(),
            new PathsMultiplied(),
            new QuotientOrder(),
            new Doubled(),
            new SoftplusAsStep(),
            new SineSign(),
            new ActivationForgotten(),
            new ScoreScaleForgotten(),
            new LogLossSign());

    private Mistakes() {}
}
