package chainstep.train;

import chainstep.compile.Compiled;
import chainstep.compile.Precision;
import chainstep.data.Rows;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a trained model answers to rows of features whose targets nobody knows.
 *
 * @param columns what the numbers of an answer are called
 * @param answers row by row
 * @param said the class that each row is taken for; empty where answers are numbers
 */
public record Predictor(List<String> columns, List<double[]> answers, List<String> said) {
    public Predictor {
        columns = List.copyOf(columns);
        answers = List.copyOf(answers);
        said = List.copyOf(said);
    }

    /** The features that a course's rows have; how many, and what they are called. */
    public record Features(int count, List<String> names) {}

    /**
     * The features that rows must have.
     *
     * @throws TrainException when the model learns from no rows
     */
    public static Features features(Course course) {
        return course.program().nodes().stream()
                .filter(node -> node.isLeaf(Leaf.Kind.INPUT))
                .map(node -> ((Leaf) node.op()).supply())
                .filter(RowSupply.class::isInstance)
                .map(supply -> new Features(((RowSupply) supply).rowSize(), ((RowSupply) supply).names()))
                .findFirst()
                .orElseThrow(() -> new TrainException(
                        "predict.data", course.model().source().name()));
    }

    /**
     * The answers of a state.
     *
     * @throws TrainException when no value of the model is its answer
     * @throws chainstep.data.DataException when the rows have another number of features
     */
    public static Predictor of(Course course, Snapshot state, Rows rows) {
        Prediction learnt = Prediction.of(course.program())
                .orElseThrow(() -> new TrainException(
                        "predict.answer", course.model().source().name()));
        Program program = course.asking(rows);
        int node = Prediction.of(program).orElseThrow().answer();
        Compiled compiled = Compiled.still(program, List.of(), List.of(node), Precision.FLOAT64);
        compiled.load(state.at(0));
        int batches = Course.perEpoch(program);
        List<double[]> answers = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            compiled.run(1);
            double[] values = compiled.kept(0);
            int width = values.length * batches / rows.count();
            for (int from = 0; from < values.length; from += width) {
                answers.add(Arrays.copyOfRange(values, from, from + width));
            }
        }
        List<String> classes = learnt.classes(course.program());
        List<String> said = learnt.isClassifying()
                ? answers.stream()
                        .map(answer -> classes.get(learnt.said(answer)))
                        .toList()
                : List.of();
        return new Predictor(columns(program.node(node), answers), answers, said);
    }

    private static List<String> columns(Node answer, List<double[]> answers) {
        String name = answer.isNamed() ? answer.name() : "answer";
        int width = answers.isEmpty() ? 1 : answers.get(0).length;
        List<String> columns = new ArrayList<>();
        for (int k = 0; k < width; k++) {
            columns.add(width == 1 ? name : name + "[" + k + "]");
        }
        return columns;
    }
}
