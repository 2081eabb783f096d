package chainstep.lang;

import chainstep.grad.Gradient;
import chainstep.graph.Leaf;
import chainstep.graph.Origin;
import chainstep.graph.ProgramBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the expressions of a model, among them {@code gradient(E, w)}, whose nodes are a backward pass. */
final class ModelReader extends ExpressionReader {
    private final Map<String, Set<String>> gradients;
    private final List<SourceError> warnings;

    /**
     * @param gradients for each value differentiated, all the names it is differentiated by anywhere in the file: one
     *     backward pass serves them all
     * @param warnings where troubles are noted that do not keep the model from running
     */
    ModelReader(
            Source source,
            ProgramBuilder program,
            Scope scope,
            Map<String, Set<String>> gradients,
            List<SourceError> warnings) {
        super(source, program, scope);
        this.gradients = gradients;
        this.warnings = warnings;
    }

    @Override
    void warn(SourceError trouble) {
        warnings.add(trouble);
    }

    @Override
    int call(Syntax.Call call) {
        if (call.name().equals("gradient")) {
            return gradient(new Arguments(this, call));
        } else if (QuantityFunctions.NAMES.contains(call.name())) {
            throw error(call, "call.quantity", call.name());
        }
        return super.call(call);
    }

    private int gradient(Arguments arguments) {
        Syntax.Expression value = arguments.required("of");
        int of = node(value);
        int by = arguments.node("by");
        arguments.finish();
        if (shape(of).size() != 1) {
            throw error(value, "gradient.scalar", source().text(value.span()), shape(of));
        }
        Origin here = ChainReader.origin(arguments.call().span());
        Gradient.append(program(), of, wanted(source().text(value.span()), by));
        program().at(here);
        return program().gradient(of, by).orElseGet(() -> program().leaf(Leaf.Kind.LITERAL, new Filled(shape(by), 0)));
    }

    private List<Integer> wanted(String of, int by) {
        Set<Integer> nodes = new TreeSet<>(Set.of(by));
        for (String name : gradients.getOrDefault(of, Set.of())) {
            scope().find(name).ifPresent(nodes::add);
        }
        return List.copyOf(nodes);
    }
}
