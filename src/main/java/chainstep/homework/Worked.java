package chainstep.homework;

import chainstep.graph.Program;
import chainstep.lang.Extension;
import chainstep.lang.Unrolled;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An assignment worked out exactly: every question is a node of one program, every number of an answer one element of a node.
 *
 * <p>The program is the model's, gone on by what the questions ask. A question that but picks out of a value, {@code grad(h)[0]},
 * has its place in that value, so that what is set there by hand is read by all that comes after.
 */
public final class Worked {
    private final Assignment assignment;
    private final Program program;
    private final Trace trace;
    private final List<Integer> nodes;
    private final List<List<Place>> places;
    private final Map<Integer, Unrolled> laterIterations;
    private final Map<Integer, Tensor> cleared = new ConcurrentHashMap<>();

    private Worked(
            Assignment assignment,
            Program program,
            Trace trace,
            List<Integer> nodes,
            Map<Integer, Unrolled> laterIterations) {
        this.assignment = assignment;
        this.program = program;
        this.trace = trace;
        this.nodes = List.copyOf(nodes);
        this.laterIterations = laterIterations;
        Picks picks = new Picks(program, assignment.model().program().size());
        List<List<Place>> found = new ArrayList<>();
        nodes.forEach(node -> found.add(picks.places(node)));
        this.places = List.copyOf(found);
    }

    /**
     * Works an assignment out, in the first iteration.
     *
     * @throws chainstep.lang.SourceError when the model has not what is asked
     * @throws chainstep.graph.OperandException when the model cannot be run
     */
    public static Worked of(Assignment assignment) {
        Iterations iterations = new Iterations(assignment.model().program());
        Quantities elsewhere = new Quantities(assignment.model(), iterations);
        Extension extension = Extension.unrolled(assignment.model(), elsewhere::value);
        List<Integer> nodes = new ArrayList<>();
        for (Question question : assignment.questions()) {
            nodes.add(extension.append(question.quantity()));
        }
        Program longer = extension.program();
        Trace trace = Evaluator.extend(iterations.trace(0), longer);
        return new Worked(assignment, longer, trace, nodes, extension.laterIterations());
    }

    public Assignment assignment() {
        return assignment;
    }

    /** The model's program, gone on by what the questions ask. */
    public Program program() {
        return program;
    }

    /** The exact values of {@link #program}. */
    public Trace trace() {
        return trace;
    }

    /** For each node behind the model that computes a later iteration, what it is there. */
    public Map<Integer, Unrolled> laterIterations() {
        return laterIterations;
    }

    /** The node that holds the exact answer of a question, by its number from 0. */
    public int node(int question) {
        return nodes.get(question);
    }

    /** Where each number of a question's answer lives, row-major. */
    public List<Place> places(int question) {
        return places.get(question);
    }

    /** The exact answer of a question, without what rounding leaves of a 0. */
    public Tensor exact(int question) {
        int node = node(question);
        Tensor value = trace.value(node);
        return Vanished.isDoubtful(value)
                ? cleared.computeIfAbsent(node, id -> Vanished.cleared(program, id, value))
                : value;
    }
}
