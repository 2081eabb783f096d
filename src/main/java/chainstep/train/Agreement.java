package chainstep.train;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an engine's gradients are from the reference's, parameter by parameter, from the same state and the same rows.
 *
 * @param parameters in the order of the program
 */
public record Agreement(List<Parameter> parameters) {
    /**
     * One parameter's gradient.
     *
     * @param reference the norm of the reference's gradient
     * @param own the norm of the engine's
     * @param difference max|Δ| by max|g|; infinite where one is a number and the other is none
     */
    public record Parameter(String name, double reference, double own, double difference) {}

    public Agreement {
        parameters = List.copyOf(parameters);
    }

    /** The agreement of an engine in one update from a state. */
    public static Agreement of(Course course, Engine engine, Snapshot state) {
        Program program = course.program();
        List<Node> learning = new ArrayList<>();
        List<Integer> gradients = new ArrayList<>();
        for (Program.Carry carry : program.carries()) {
            program.gradient(course.loss(), carry.leaf()).ifPresent(gradient -> {
                learning.add(program.node(carry.leaf()));
                gradients.add(gradient);
            });
        }
        Session reference = updated(new EjmlEngine(), program, gradients, state);
        Session own = updated(engine, program, gradients, state);
        List<Parameter> parameters = new ArrayList<>();
        for (int k = 0; k < gradients.size(); k++) {
            parameters.add(compare(learning.get(k).name(), reference.kept(k), own.kept(k)));
        }
        return new Agreement(parameters);
    }

    private static Session updated(Engine engine, Program program, List<Integer> gradients, Snapshot state) {
        Session session = engine.open(program, List.of(), gradients);
        session.load(state);
        session.run(1);
        return session;
    }

    private static Parameter compare(String name, double[] reference, double[] own) {
        double most = 0;
        double difference = 0;
        for (int i = 0; i < own.length; i++) {
            most = Math.max(most, Math.abs(reference[i]));
            boolean same = Double.compare(reference[i], own[i]) == 0;
            difference = same ? difference : Math.max(difference, Math.abs(reference[i] - own[i]));
        }
        double relative = difference == 0 ? 0 : difference / most;
        return new Parameter(
                name, norm(reference), norm(own), Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative);
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** The largest difference of all. */
    public double worst() {
        return parameters.stream().mapToDouble(Parameter::difference).max().orElse(0);
    }
}
