package chainstep.homework.mark;

import chainstep.graph.Program;
import chainstep.homework.Picks;
import chainstep.homework.Place;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.Syntax;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a formula names and which numbers stand in it.
 *
 * <p>Mutable while it walks the formula; then read.
 */
final class Mentions {
    /** A value that is named, as it was written, and where its numbers live. */
    record Mention(String text, int node, List<Place> places) {}

    private static final Set<String> QUANTITIES =
            Set.of("grad", "new", "after", "at", "first", "local", "jac", "state");

    private final Model model;
    private final Quantity formula;
    private final Quantity.Elsewhere elsewhere;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private Program program;

    /** @param program the formula's names are looked up in it, and it goes on where they need more */
    Mentions(Model model, Program program, Quantity formula, Quantity.Elsewhere elsewhere) {
        this.model = model;
        this.formula = formula;
        this.elsewhere = elsewhere;
        this.program = program;
        walk(formula.expression());
    }

    private void walk(Syntax.Expression expression) {
        if (expression instanceof Syntax.Number number) {
            numbers.add(number.text());
        } else if (expression instanceof Syntax.Unary unary) {
            walk(unary.operand());
        } else if (expression instanceof Syntax.Binary) {
            chain(expression);
        } else if (expression instanceof Syntax.ListOf list) {
            list.elements().forEach(this::walk);
        } else if (expression instanceof Syntax.TupleOf tuple) {
            tuple.elements().forEach(this::walk);
        } else if (isNamed(expression)) {
            mention(expression);
        } else if (expression instanceof Syntax.Call call) {
            call.positional().forEach(this::walk);
            call.named().forEach(named -> walk(named.value()));
        } else if (expression instanceof Syntax.Index index) {
            walk(index.base());
        }
    }

    /** A chain of operators leans left and may be long. */
    private void chain(Syntax.Expression chain) {
        Syntax.Expression rest = chain;
        while (rest instanceof Syntax.Binary binary) {
            walk(binary.right());
            rest = binary.left();
        }
        walk(rest);
    }

    private static boolean isNamed(Syntax.Expression expression) {
        return expression instanceof Syntax.Name
                || expression instanceof Syntax.Part
                || expression instanceof Syntax.Call call && QUANTITIES.contains(call.name())
                || expression instanceof Syntax.Index index && isNamed(index.base());
    }

    private void mention(Syntax.Expression named) {
        Quantity quantity = new Quantity(formula.source(), named);
        Quantity.Appended appended = quantity.append(model, program, elsewhere);
        program = appended.program();
        List<Place> places = new Picks(program, model.program().size()).places(appended.node());
        mentions.add(new Mention(quantity.text(), appended.node(), places));
    }

    List<Mention> all() {
        return mentions;
    }

    /** The decimals and integers of the formula, as written. */
    List<String> numbers() {
        return numbers;
    }

    Program program() {
        return program;
    }

    /** How far the formula may be off, relatively, by the rounding of the numbers in it; given numbers are exact. */
    double slack(Set<Rational> given, int least) {
        return numbers.stream()
                .mapToDouble(new Literals(given, least)::rounding)
                .sum();
    }
}
