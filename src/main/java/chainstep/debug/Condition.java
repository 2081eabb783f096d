package chainstep.debug;

import chainstep.graph.ProgramBuilder;
import chainstep.run.Trace;
import java.util.List;
import java.util.function.Predicate;

/** Something that holds in an iteration or does not: what a breakpoint waits for. */
public interface Condition {
    /** As the user wrote it. */
    String text();

    /**
     * Appends the quantities it is about, and says how it is tested. They must carry nothing on; called again whenever the
     * program is put together anew.
     *
     * @throws chainstep.graph.OperandException when the shapes do not allow it
     */
    Test append(ProgramBuilder program);

    /**
     * A condition on the nodes of a program put together.
     *
     * @param nodes what it is about: it is tested when the last of them is computed
     * @param holds told by their values in an iteration
     */
    record Test(List<Integer> nodes, Predicate<Trace> holds) {
        public Test {
            nodes = List.copyOf(nodes);
        }
    }
}
