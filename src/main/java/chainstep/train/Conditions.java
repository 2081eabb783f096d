package chainstep.train;

import chainstep.graph.Program;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import java.util.ArrayList;
import java.util.List;

/**
 * What training stops at: the conditions of the file's {@code breakpoint(when="…")} lines, computed along with every update.
 *
 * @param program the model's, with the conditions behind it
 * @param texts as they are written
 * @param nodes one for each, of one number, that is not zero where it holds
 */
public record Conditions(Program program, List<String> texts, List<Integer> nodes) {
    public Conditions {
        texts = List.copyOf(texts);
        nodes = List.copyOf(nodes);
    }

    /** Those that a model's file sets. */
    public static Conditions of(Model model) {
        Program program = model.program();
        Quantity.Elsewhere elsewhere = new Quantities(model, new Iterations(program))::value;
        List<String> texts = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        for (Directive.BreakWhen when : model.directives(Directive.BreakWhen.class)) {
            Quantity.Appended appended = when.condition().append(model, program, elsewhere);
            program = appended.program();
            texts.add(when.condition().text());
            nodes.add(appended.node());
        }
        return new Conditions(program, texts, nodes);
    }

    /** None. */
    static Conditions none(Model model) {
        return new Conditions(model.program(), List.of(), List.of());
    }
}
