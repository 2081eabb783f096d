package chainstep.train;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How steep the loss is by each parameter, over the batch that a state comes to next: ‖∂L/∂W‖₂. Mutable; one thread. */
public final class Slopes {
    private final Session session;
    private final List<String> names = new ArrayList<>();

    private Slopes(Course course, Engine engine) {
        Program program = course.program();
        List<Integer> gradients = new ArrayList<>();
        for (Program.Carry carry : program.carries()) {
            OptionalInt gradient = program.gradient(course.loss(), carry.leaf());
            Node leaf = program.node(carry.leaf());
            if (gradient.isPresent()) {
                gradients.add(gradient.getAsInt());
                names.add(leaf.name());
            }
        }
        this.session = engine.open(program, List.of(course.loss()), gradients);
    }

    /** The slopes of a course's parameters, as an engine works them out. */
    public static Slopes of(Course course, Engine engine) {
        return new Slopes(course, engine);
    }

    /** The parameters, in the order of the program. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * How steep it is in a state.
     *
     * @param loss of the batch
     * @param norms parameter by parameter
     */
    public record Slope(double loss, double[] norms) {}

    /** How steep it is in a state. */
    public Slope at(Snapshot state) {
        session.load(state);
        double loss = session.run(1)[0][0];
        double[] norms = new double[names.size()];
        for (int k = 0; k < norms.length; k++) {
            double sum = 0;
            for (double part : session.kept(k)) {
                sum += part * part;
            }
            norms[k] = Math.sqrt(sum);
        }
        return new Slope(loss, norms);
    }
}
