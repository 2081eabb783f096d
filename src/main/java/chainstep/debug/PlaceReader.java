package chainstep.debug;

import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.Syntax;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where a run shall stop, as users write it: {@code 12}, {@code h}, {@code grad(W1)}, {@code nan}, {@code if norm(grad(W)) > 10},
 * {@code 12 if loss > 1}, {@code h if h[0] > 0.5}.
 *
 * @param model whose places they are
 * @param elsewhere where quantities of other iterations come from
 * @param tree the steps of an iteration
 */
public record PlaceReader(Model model, Quantity.Elsewhere elsewhere, StepTree tree) {
    private static final Pattern CONDITIONAL = Pattern.compile("(.+?)\\s+(?:if|when)\\s+(.+)");
    private static final Pattern LINE = Pattern.compile("\\d+");

    /**
     * The place that a text names.
     *
     * @throws PlaceException when it names none
     * @throws chainstep.lang.SourceError when it is no quantity of the model
     * @throws chainstep.graph.OperandException when the shapes do not allow the quantity
     */
    public Breakpoint.Place read(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            throw new PlaceException("place.usage");
        } else if (text.equals("nan") || text.equals("not finite")) {
            return new Breakpoint.OnNotFinite();
        } else if (text.startsWith("if ") || text.startsWith("when ")) {
            String condition = text.substring(text.indexOf(' ')).strip();
            return new Breakpoint.When(condition(condition));
        } else if (LINE.matcher(text).matches()) {
            return new Breakpoint.OnLine(line(text));
        }
        Matcher conditional = CONDITIONAL.matcher(text);
        return conditional.matches() ? narrowed(conditional.group(1), condition(conditional.group(2))) : quantity(text);
    }

    private Breakpoint.Place narrowed(String place, Measure condition) {
        Breakpoint.Place at = read(place);
        if (at instanceof Breakpoint.When) {
            throw new PlaceException("place.usage");
        }
        return new Breakpoint.Narrowed(at, condition);
    }

    private Breakpoint.Place quantity(String text) {
        if (isCondition(model.quantity(text).expression())) {
            return new Breakpoint.When(condition(text));
        }
        return node(text).orElseGet(() -> new Breakpoint.Computed(computed(text)));
    }

    /** The place of a whole value of the program, or of its gradient. */
    private Optional<Breakpoint.Place> node(String text) {
        Target target;
        try {
            target = Target.of(model, elsewhere, text);
        } catch (PlaceException computed) {
            return Optional.empty();
        }
        if (target.isPart()
                || target.isGradient() && !target.of().equals(model.program().loss())) {
            return Optional.empty();
        }
        return Optional.of(computed(
                text,
                target.isGradient() ? new Breakpoint.OnGradient(target.node()) : new Breakpoint.OnNode(target.node())));
    }

    /** A node's place, where some step computes the node. */
    private Breakpoint.Place computed(String text, Breakpoint.Place place) {
        if (!Hits.isComputed(tree, place)) {
            throw new PlaceException("place.never", text);
        }
        return place;
    }

    /**
     * A quantity that a run comes to: one that depends on some value of the program.
     *
     * @throws PlaceException when it is the same throughout the run, as a number is
     * @throws chainstep.lang.SourceError when it is no quantity of the model
     */
    public Measure computed(String text) {
        Measure measure = measure(text);
        Quantity.Appended appended = measure.append(model.program());
        if (!Extension.dependsOn(appended.program(), model.program().size(), appended.node())) {
            throw new PlaceException("place.never", text);
        }
        return measure;
    }

    /** A quantity that is one number, so that it holds or does not. */
    private Measure condition(String text) {
        model.quantity(text).requireScalar(model);
        return measure(text);
    }

    /** A comparison is meant as a condition, with {@code if} before it or without. */
    private static boolean isCondition(Syntax.Expression expression) {
        if (expression instanceof Syntax.Binary binary) {
            return switch (binary.operator()) {
                case OR, AND, LESS, GREATER, AT_MOST, AT_LEAST, EQUAL, UNEQUAL -> true;
                default -> false;
            };
        }
        return expression instanceof Syntax.Unary unary && unary.operator() == Syntax.Operator.NOT;
    }

    /** A line that computes something. */
    private int line(String digits) {
        int line = digits.length() > 8 ? Integer.MAX_VALUE : model.source().begin(Integer.parseInt(digits));
        if (tree.endsOfLine(line).isEmpty()) {
            throw new PlaceException("place.line.none", digits);
        }
        return line;
    }

    /**
     * A quantity, as watches name it.
     *
     * @throws chainstep.lang.SourceError when it is no quantity of the model
     */
    public Measure measure(String text) {
        return Measure.of(model, model.quantity(text), elsewhere);
    }
}
