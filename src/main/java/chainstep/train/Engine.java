package chainstep.train;

import chainstep.graph.Program;
import java.util.List;

/** A way to run updates; implementations agree with {@link EjmlEngine}, see the package. */
public interface Engine {
    /** What users call it: {@code ejml}, {@code jvm}. */
    String name();

    /**
     * Makes ready to run a program.
     *
     * @param outputs nodes of one number that are told of every update
     * @param kept nodes whose values in the last update can be looked at
     */
    Session open(Program program, List<Integer> outputs, List<Integer> kept);
}
