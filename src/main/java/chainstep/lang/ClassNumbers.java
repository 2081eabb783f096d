package chainstep.lang;

import chainstep.math.Format;
import chainstep.math.Shape;

/** Holds the targets of a cross-entropy, where they are known before a run, against the classes that its logits have. */
final class ClassNumbers {
    /** How far a row of probabilities may be from 1. */
    private static final double CLOSE = 1e-6;

    private final ExpressionReader reader;
    private final Syntax.Expression logits;
    private final Syntax.Expression target;

    ClassNumbers(ExpressionReader reader, Syntax.Expression logits, Syntax.Expression target) {
        this.reader = reader;
        this.logits = logits;
        this.target = target;
    }

    /**
     * Warns of rows that are no probabilities.
     *
     * @throws SourceError where a class number is none of the classes
     */
    void check(int scores, int truth) {
        Shape shape = reader.shape(scores);
        boolean rows = shape.equals(reader.shape(truth));
        int classes = shape.dim(-1);
        new GivenNumbers(reader.program()).of(truth).ifPresent(numbers -> {
            if (rows) {
                sums(numbers, classes);
            } else {
                numbers(numbers, classes);
            }
        });
    }

    private void numbers(double[] numbers, int classes) {
        for (double number : numbers) {
            if (!(number >= 0 && number < classes && number == StrictMath.rint(number))) {
                throw reader.error(
                        target, "class.number", Format.significant(number, 6), reader.text(logits), classes - 1);
            }
        }
    }

    private void sums(double[] numbers, int classes) {
        for (int first = 0; first < numbers.length; first += classes) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += numbers[first + k];
            }
            if (StrictMath.abs(sum - 1) > CLOSE) {
                reader.warn(reader.error(target, "class.sum", reader.text(target), Format.significant(sum, 6)));
                return;
            }
        }
    }
}
