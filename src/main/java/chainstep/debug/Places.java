package chainstep.debug;

import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.lang.Quantity;
import java.util.List;
import java.util.OptionalInt;

/** Which steps of an iteration the places belong to where runs stop, and which place belongs to a step. */
public final class Places {
    private Places() {}

    /**
     * The nodes after which a place is reached in every iteration, or can be; −1 for the start. None for the first number
     * that is not finite: only a run knows it.
     */
    public static List<Integer> nodes(StepTree tree, Breakpoint.Place place) {
        if (place instanceof Breakpoint.Computed computed) {
            return List.of(readyAt(tree.program(), computed.measure()));
        } else if (place instanceof Breakpoint.When when) {
            return List.of(readyAt(tree.program(), when.condition()));
        } else if (place instanceof Breakpoint.Narrowed narrowed) {
            int known = readyAt(tree.program(), narrowed.condition());
            return Hits.narrowed(nodes(tree, narrowed.at()), known);
        }
        return Hits.steps(tree, place).toList();
    }

    private static int readyAt(Program program, Measure measure) {
        Quantity.Appended appended = measure.append(program);
        return Extension.readyAt(appended.program(), program.size(), appended.node());
    }

    /** The place that a run comes to once a node is computed: a whole gradient, a parameter's next value, else the node itself. */
    public static Breakpoint.Place at(Program program, int node) {
        Role role = program.node(node).role();
        if (role instanceof Role.Update update && isNode(program.next(update.param()), node)) {
            return new Breakpoint.OnNode(update.param());
        } else if (role instanceof Role.Term term && isGradient(program, term.wrt(), node)) {
            return new Breakpoint.OnGradient(term.wrt());
        } else if (role instanceof Role.Total total && isGradient(program, total.wrt(), node)) {
            return new Breakpoint.OnGradient(total.wrt());
        } else if (role instanceof Role.Seed seed && isGradient(program, seed.of(), node)) {
            return new Breakpoint.OnGradient(seed.of());
        }
        return new Breakpoint.OnNode(node);
    }

    private static boolean isGradient(Program program, int by, int node) {
        return program.loss().isPresent()
                && isNode(program.gradient(program.loss().getAsInt(), by), node);
    }

    private static boolean isNode(OptionalInt found, int node) {
        return found.equals(OptionalInt.of(node));
    }
}
