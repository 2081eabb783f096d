package chainstep.lang;

import chainstep.graph.Fixed;
import chainstep.graph.Program;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.Optional;
import java.util.Set;

/**
 * Something asked of a model: a value, a gradient, a value after the update, or any expression over them.
 *
 * <p>It is answered by nodes like any other, appended to the model's program: {@link #append}. The notation is that of
 * {@code expect}; see language.md, Quantities.
 */
public record Quantity(Source source, Syntax.Expression expression) {
    /** The last iteration that can be asked for. */
    public static final int LAST_ITERATION = 10_000_000;

    /** Answers {@code at(iteration, quantity)} while another quantity is being appended. */
    @FunctionalInterface
    public interface Elsewhere {
        Tensor value(long iteration, Quantity quantity);
    }

    /** A program that goes on where the model's ends, and the node in it that holds the quantity. */
    public record Appended(Program program, int node) {}

    /** What {@code grad(by, of=of)} differentiates; without {@code of}, the minimized loss. */
    public record Gradient(Quantity by, Optional<Quantity> of) {}

    /** What {@code local(of, by)} or {@code jac(of, by)} differentiates; {@code whole} is all of it, nothing picked. */
    public record Local(Quantity whole, Quantity of, Quantity by) {}

    /** The local derivative or Jacobian that this is, or that it picks elements of. */
    public Optional<Local> local() {
        return picked() instanceof Syntax.Call call && Set.of("local", "jac").contains(call.name())
                ? argument(call, 0, "of")
                        .flatMap(of -> argument(call, 1, "by").map(by -> new Local(new Quantity(source, call), of, by)))
                : Optional.empty();
    }

    /** What this is, or picks elements of. */
    private Syntax.Expression picked() {
        Syntax.Expression rest = expression;
        while (rest instanceof Syntax.Index index) {
            rest = index.base();
        }
        return rest;
    }

    /** The gradient that this is, or that it picks elements of. */
    public Optional<Gradient> gradient() {
        return picked() instanceof Syntax.Call call && call.name().equals("grad")
                ? Optional.of(new Gradient(argument(call, 0, "value").orElseThrow(), argument(call, 1, "of")))
                : Optional.empty();
    }

    private Optional<Quantity> argument(Syntax.Call call, int place, String name) {
        Optional<Syntax.Expression> written = place < call.positional().size()
                ? Optional.of(call.positional().get(place))
                : call.named().stream()
                        .filter(named -> named.name().equals(name))
                        .map(Syntax.Named::value)
                        .findFirst();
        return written.map(expression -> new Quantity(source, expression));
    }

    /** The text as it was written. */
    public String text() {
        return source.text(expression.span());
    }

    /**
     * Appends the nodes that compute this quantity.
     *
     * @throws SourceError when the model has no such quantity
     */
    public Appended append(Model model, Elsewhere elsewhere) {
        return append(model, model.program(), elsewhere);
    }

    /** The same on a program that already goes on beyond the model's. */
    public Appended append(Model model, Program program, Elsewhere elsewhere) {
        Extension extension =
                new Extension(model, program, (iteration, quantity) -> Fixed.of(elsewhere.value(iteration, quantity)));
        int node = extension.append(this);
        return new Appended(extension.program(), node);
    }

    /**
     * The shape of its value.
     *
     * @throws SourceError when the model has no such quantity
     */
    public Shape shape(Model model) {
        return new QuantityCheck(model).shape(this);
    }

    /**
     * Sees that it can be a condition.
     *
     * @throws SourceError when it is not one number, or the model has no such quantity
     */
    public void requireScalar(Model model) {
        new QuantityCheck(model).requireScalar(this);
    }
}
