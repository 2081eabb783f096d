package chainstep.lang;

import chainstep.lang.Syntax.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One layer as it is written: {@code W @ x + b} of a column, {@code X @ W + b} of rows, and what bends the sum.
 *
 * @param line where its sum is
 * @param value the sum itself
 * @param weights the name of W
 * @param biases the name of b
 * @param in what it reads
 * @param rows whether what it reads stands in rows
 * @param unitsFirst whether W has a row for each unit
 * @param bend what bends the sum, where something does
 * @param bendLine the line of its own on which that is
 */
record Dense(
        Syntax.Assign line,
        Syntax.Binary value,
        String weights,
        String biases,
        Syntax.Name in,
        boolean rows,
        boolean unitsFirst,
        Optional<Syntax.Call> bend,
        Optional<Syntax.Assign> bendLine) {
    /** What bends a sum. */
    static final List<String> BENDS = List.of(
            "tanh", "relu", "sigmoid", "leaky_relu", "elu", "softplus", "gelu", "silu", "softmax", "sin", "abs");

    /** What something is bent from, if it is bent. */
    static Optional<Syntax.Expression> bent(Syntax.Expression value) {
        return bend(value).map(call -> call.positional().get(0));
    }

    private static Optional<Syntax.Call> bend(Syntax.Expression value) {
        return value instanceof Syntax.Call call
                        && BENDS.contains(call.name().equals("σ") ? "sigmoid" : call.name())
                        && !call.positional().isEmpty()
                ? Optional.of(call)
                : Optional.empty();
    }

    /** @param weighs how far a name can stand for weights */
    static Optional<Dense> of(Syntax.Assign line, ToIntFunction<String> weighs) {
        Optional<Syntax.Call> bend = bend(line.value());
        Syntax.Expression inner = bend.map(call -> call.positional().get(0)).orElse(line.value());
        if (line.targets().size() != 1
                || !(inner instanceof Syntax.Binary sum)
                || sum.operator() != Operator.PLUS
                || !(sum.left() instanceof Syntax.Binary product)
                || product.operator() != Operator.MATMUL
                || !(sum.right() instanceof Syntax.Name biases)) {
            return Optional.empty();
        }
        Optional<Syntax.Name> left = upright(product.left());
        Optional<Syntax.Name> right = upright(product.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int byLeft = weighs.applyAsInt(left.get().text());
        int byRight = weighs.applyAsInt(right.get().text());
        boolean rows = byRight >= byLeft;
        Syntax.Expression weights = rows ? product.right() : product.left();
        Syntax.Expression in = rows ? product.left() : product.right();
        if (Math.max(byLeft, byRight) == 0 || !(in instanceof Syntax.Name read)) {
            return Optional.empty();
        }
        boolean turned = !(weights instanceof Syntax.Name);
        return Optional.of(new Dense(
                line,
                sum,
                (rows ? right : left).get().text(),
                biases.text(),
                read,
                rows,
                rows == turned,
                bend,
                Optional.empty()));
    }

    /** A name, or the name of what is transposed. */
    private static Optional<Syntax.Name> upright(Syntax.Expression factor) {
        Syntax.Expression inner = factor instanceof Syntax.Call call
                        && call.name().equals("transpose")
                        && call.positional().size() == 1
                        && call.named().isEmpty()
                ? call.positional().get(0)
                : factor;
        return inner instanceof Syntax.Name name ? Optional.of(name) : Optional.empty();
    }

    /** The same, bent on a line of its own. */
    Dense bentBy(Optional<Syntax.Assign> other) {
        return new Dense(
                line,
                value,
                weights,
                biases,
                in,
                rows,
                unitsFirst,
                other.flatMap(assign -> bend(assign.value())),
                other);
    }

    /** The name of the sum; of the whole layer, where it is bent on the same line. */
    String sum() {
        return line.targets().get(0).text();
    }

    /** The name of what it gives. */
    String out() {
        return bendLine.orElse(line).targets().get(0).text();
    }

    /** Whether nothing has the name of the sum itself. */
    boolean isSumNameless() {
        return bend.isPresent() && bendLine.isEmpty();
    }

    /** The word of what bends the sum; empty where nothing does. */
    String activation() {
        return bend.map(call -> call.name().equals("σ") ? "sigmoid" : call.name())
                .orElse("");
    }
}
