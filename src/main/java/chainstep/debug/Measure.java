package chainstep.debug;

import chainstep.graph.ProgramBuilder;
import java.util.function.ToIntFunction;

/** A quantity that is computed along with the program, as nodes appended to it. */
public interface Measure {
    /** As the user wrote it. */
    String text();

    /**
     * Appends what is missing and returns the node that holds the quantity. It must carry nothing on, and is called again
     * whenever the program is put together anew.
     *
     * @throws chainstep.graph.OperandException when the shapes do not allow it
     */
    int append(ProgramBuilder program);

    /** A measure by its text and how it is appended. */
    static Measure of(String text, ToIntFunction<ProgramBuilder> append) {
        return new Measure() {
            @Override
            public String text() {
                return text;
            }

            @Override
            public int append(ProgramBuilder program) {
                return append.applyAsInt(program);
            }
        };
    }

    /** The value of a node of the program. */
    static Measure node(String text, int node) {
        return of(text, program -> node);
    }
}
