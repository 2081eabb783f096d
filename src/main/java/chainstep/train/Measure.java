package chainstep.train;

import chainstep.compile.Compiled;
import chainstep.compile.Precision;
import chainstep.graph.Program;
import chainstep.lang.Take;
import chainstep.math.Shape;
import chainstep.run.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The loss and the accuracy over a part of the data in float64: all its rows as one batch, or one after another where the model is one
 * of single rows, the loss then their mean. Mutable; one thread.
 */
public final class Measure {
    /**
     * What was measured.
     *
     * @param accuracy the share of rows answered rightly; empty where answers are numbers
     */
    public record Score(double loss, OptionalDouble accuracy) {}

    private final Compiled compiled;
    private final Optional<Prediction> prediction;
    private final double[] targets;
    private final List<String> classes;
    private final int batches;
    private final int rows;

    private Measure(Program program) {
        this.prediction = Prediction.of(program).filter(Prediction::isClassifying);
        this.compiled = Compiled.still(
                program,
                List.of(program.loss().orElseThrow()),
                prediction.map(found -> List.of(found.answer())).orElse(List.of()),
                Precision.FLOAT64);
        this.targets = prediction
                .map(found -> Targets.of(program.node(found.target())))
                .orElse(new double[0]);
        this.classes = prediction.map(found -> found.classes(program)).orElse(List.of());
        this.batches = Course.perEpoch(program);
        this.rows = batches > 1
                ? 1
                : prediction
                        .map(found -> rows(program.node(found.target()).shape()))
                        .orElse(1);
    }

    private static int rows(Shape targets) {
        return targets.rank() == 0 ? 1 : targets.dim(0);
    }

    /** What measures a part of a course's data. */
    static Measure of(Course course, Take.Part part) {
        return new Measure(course.part(part));
    }

    /** What measures the model of a course that learns from no rows. */
    static Measure whole(Course course) {
        return new Measure(course.program());
    }

    /** The score of a state. */
    Score score(Snapshot state) {
        compiled.load(state.at(0));
        double loss = 0;
        int right = 0;
        for (int batch = 0; batch < batches; batch++) {
            loss += compiled.run(1)[0][0];
            if (prediction.isPresent()) {
                right += prediction.get().right(compiled.kept(0), wanted(batch), rows);
            }
        }
        OptionalDouble accuracy = prediction.isPresent()
                ? OptionalDouble.of((double) right / (batches * (long) rows))
                : OptionalDouble.empty();
        return new Score(loss / batches, accuracy);
    }

    private double[] wanted(int batch) {
        int size = targets.length / batches;
        return Arrays.copyOfRange(targets, batch * size, (batch + 1) * size);
    }

    /** Which classes the rows are taken for in a state; empty where answers are numbers. */
    Optional<Confusion> confusion(Snapshot state) {
        if (prediction.isEmpty()) {
            return Optional.empty();
        }
        int size = classes.size();
        int[][] counts = new int[size][size];
        compiled.load(state.at(0));
        for (int batch = 0; batch < batches; batch++) {
            compiled.run(1);
            prediction.get().count(compiled.kept(0), wanted(batch), rows, counts);
        }
        List<List<Integer>> table = Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return Optional.of(new Confusion(classes, table));
    }
}
