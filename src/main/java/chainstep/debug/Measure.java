package chainstep.debug;

import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A quantity that is computed along with the program, as nodes appended to it. */
public interface Measure {
    /** As the user wrote it. */
    String text();

    /**
     * Appends what is missing. It must carry nothing on; called again whenever the program is put together anew.
     *
     * @param program the program walked through, perhaps with other measures behind it
     * @throws chainstep.lang.SourceError when the model has no such quantity
     * @throws chainstep.graph.OperandException when the shapes do not allow it
     */
    Quantity.Appended append(Program program);

    /** A quantity of a model. */
    static Measure of(Model model, Quantity quantity, Quantity.Elsewhere elsewhere) {
        return of(quantity.text(), program -> quantity.append(model, program, elsewhere));
    }

    /** A measure that a builder writes. */
    static Measure built(String text, ToIntFunction<ProgramBuilder> append) {
        return of(text, program -> {
            ProgramBuilder builder = new ProgramBuilder(program);
            int node = append.applyAsInt(builder);
            return new Quantity.Appended(builder.build(), node);
        });
    }

    /** The value of a node of the program. */
    static Measure node(String text, int node) {
        return of(text, program -> new Quantity.Appended(program, node));
    }

    private static Measure of(String text, Function<Program, Quantity.Appended> append) {
        return new Measure() {
            @Override
            public String text() {
                return text;
            }

            @Override
            public Quantity.Appended append(Program program) {
                return append.apply(program);
            }
        };
    }
}
