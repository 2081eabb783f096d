package chainstep.train;

import chainstep.data.Rows;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import chainstep.lang.ChainReader;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.math.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be learnt: a model that is minimized, and the parts of its data.
 *
 * @param folder where its data files lie
 * @param loss the node minimized
 * @param perEpoch how many updates go once through the training rows; one where there is no data
 */
public record Course(Model model, Path folder, int loss, int perEpoch) {
    /**
     * Reads a text.
     *
     * @throws chainstep.lang.SourceError when it is no model
     * @throws TrainException when nothing is minimized, or nothing can change
     */
    public static Course of(Source source, Path folder) {
        Model model = ChainReader.read(source, folder);
        Program program = model.program();
        if (program.loss().isEmpty()) {
            throw new TrainException("course.loss", source.name());
        } else if (program.carries().isEmpty()) {
            throw new TrainException("course.parameters", source.name());
        }
        return new Course(model, folder, program.loss().getAsInt(), perEpoch(program));
    }

    private static Optional<RowSupply> rows(Node node) {
        return node.op() instanceof Leaf leaf && leaf.supply() instanceof RowSupply rows
                ? Optional.of(rows)
                : Optional.empty();
    }

    public Program program() {
        return model.program();
    }

    /** Whether the rows of a data set are learnt from, not only what the file itself holds. */
    public boolean hasData() {
        return program().nodes().stream().map(Course::rows).anyMatch(Optional::isPresent);
    }

    /** How many rows an update takes; one where there is no data. */
    public int batch() {
        return model.batch().orElse(1);
    }

    /** How many epochs the file asks for; empty where it does not say. */
    public Optional<Integer> epochs() {
        return model.directives(Directive.Train.class).stream()
                .map(train -> train.settings().epochs())
                .filter(epochs -> epochs > 0)
                .findFirst();
    }

    /** After how many epochs without a lower loss over the validation rows to stop; empty where the file does not say. */
    public Optional<Integer> patience() {
        return model.directives(Directive.Train.class).stream()
                .map(train -> train.settings().patience())
                .filter(patience -> patience > 0)
                .findFirst();
    }

    /** The parts of the data that rows were set aside for, training first; none where there is no data. */
    public List<Take.Part> parts() {
        List<Integer> split = model.directives(Directive.Train.class).stream()
                .map(train -> train.settings().split())
                .findFirst()
                .orElse(List.of());
        if (!hasData()) {
            return List.of();
        } else if (split.size() == 3 && split.get(1) > 0) {
            return split.get(2) > 0
                    ? List.of(Take.Part.TRAINING, Take.Part.VALIDATION, Take.Part.TEST)
                    : List.of(Take.Part.TRAINING, Take.Part.VALIDATION);
        }
        boolean test = split.size() >= 2 && split.get(split.size() - 1) > 0;
        return test ? List.of(Take.Part.TRAINING, Take.Part.TEST) : List.of(Take.Part.TRAINING);
    }

    /** The program over a part of the data as one batch, nothing in it drawn at random: what dropout leaves out takes part. */
    Program part(Take.Part part) {
        return still(Take.whole(part));
    }

    /** The same over other rows, their targets unknown. */
    Program asking(Rows rows) {
        return still(Take.rows(rows));
    }

    private Program still(Take take) {
        Program program = ChainReader.read(model.source(), folder, take).program();
        for (Node node : program.nodes()) {
            if (node.isLeaf(Leaf.Kind.RANDOM)) {
                Leaf ones = new Leaf(Leaf.Kind.RANDOM, Fixed.of(Tensor.full(node.shape(), 1)));
                program = program.with(node.id(), ones, List.of());
            }
        }
        return program;
    }

    /** How many iterations go once through the rows of a program's data. */
    static int perEpoch(Program program) {
        return program.nodes().stream()
                .map(Course::rows)
                .flatMap(Optional::stream)
                .mapToInt(RowSupply::perEpoch)
                .max()
                .orElse(1);
    }
}
