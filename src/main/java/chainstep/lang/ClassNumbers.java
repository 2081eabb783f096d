package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.math.Format;
import chainstep.math.Shape;
import chainstep.op.Alias;
import chainstep.op.Reshape;
import chainstep.op.Slice;
import java.util.Optional;
import java.util.stream.IntStream;

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
        known(truth).ifPresent(numbers -> {
            if (rows) {
                sums(numbers, classes);
            } else {
                numbers(numbers, classes);
            }
        });
    }

    /** All numbers that a node will ever hold, where it is a given leaf; of its shape alone, or with axes of one element. */
    private Optional<double[]> known(int id) {
        Node node = reader.program().node(id);
        while (node.op() instanceof Alias || isWhole(node)) {
            node = reader.program().node(node.inputs().get(0));
        }
        if (!(node.op() instanceof Leaf leaf) || leaf.kind() == Leaf.Kind.PARAM || leaf.kind() == Leaf.Kind.RANDOM) {
            return Optional.empty();
        }
        if (leaf.supply() instanceof BatchRows data) {
            return Optional.of(
                    data.rows().values(IntStream.range(0, data.rows().count()).toArray()));
        } else if (leaf.supply().varies()) {
            return Optional.empty();
        }
        double[] numbers = new double[node.shape().size()];
        leaf.supply().fill(0, numbers);
        return Optional.of(numbers);
    }

    /** Whether a slice or a new shape leaves out none of the numbers: {@code t[:, 0]} of a single column. */
    private boolean isWhole(Node node) {
        boolean same = node.op() instanceof Slice || node.op() instanceof Reshape;
        return same
                && node.shape().size()
                        == reader.program().node(node.inputs().get(0)).shape().size();
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
