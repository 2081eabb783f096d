package chainstep.lang;

import chainstep.lang.Syntax.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The loss of a text with layers: how far the last layer's output, or its sum, is from something, alone or with penalties added. */
final class LossText {
    static final List<String> WORDS =
            List.of("mse", "mae", "huber", "hinge", "bce", "bce_logits", "cross_entropy", "half_squares", "squares");

    /** Losses that bend the sums themselves. */
    private static final Set<String> OF_SUMS = Set.of("bce_logits", "cross_entropy");

    private static final Map<String, String> ALSO = Map.of(
            "mse_loss", "mse",
            "l1_loss", "mae",
            "huber_loss", "huber",
            "binary_cross_entropy", "bce",
            "binary_cross_entropy_with_logits", "bce_logits");

    /**
     * A loss as it is written.
     *
     * @param whole the part of its line that is it
     * @param target what the output is compared with
     */
    private record Found(String word, Syntax.Expression whole, Syntax.Expression target) {}

    private final LayeredText text;
    private final Dense last;

    LossText(LayeredText text) {
        this.text = text;
        this.last = text.last();
    }

    Optional<String> word() {
        return found().map(Found::word);
    }

    private Optional<Found> found() {
        return text.assigns().flatMap(line -> in(line.value()).stream()).findFirst();
    }

    /** The loss in a sum, or under a factor. */
    private Optional<Found> in(Syntax.Expression value) {
        Syntax.Expression at = value;
        while (true) {
            Optional<Found> here = one(at);
            if (here.isPresent() || !(at instanceof Syntax.Binary binary)) {
                return here;
            } else if (binary.operator() == Operator.TIMES) {
                return binary.left() instanceof Syntax.Number ? one(binary.right()) : Optional.empty();
            } else if (binary.operator() != Operator.PLUS) {
                return Optional.empty();
            }
            Optional<Found> right = in(binary.right());
            if (right.isPresent()) {
                return right;
            }
            at = binary.left();
        }
    }

    private Optional<Found> one(Syntax.Expression value) {
        if (value instanceof Syntax.Call call) {
            return called(call);
        }
        return value instanceof Syntax.Binary half
                        && half.operator() == Operator.TIMES
                        && text.text(half.left()).matches("0?\\.5|1 */ *2|½|\\(1 */ *2\\)")
                        && half.right() instanceof Syntax.Call call
                        && call.name().equals("sum")
                ? called(call).map(found -> new Found("half_squares", value, found.target()))
                : Optional.empty();
    }

    private Optional<Found> called(Syntax.Call call) {
        List<Syntax.Expression> of = call.positional();
        String name = ALSO.getOrDefault(call.name(), call.name());
        if (of.size() == 2 && WORDS.contains(name)) {
            return compared(of.get(0), of.get(1)).map(target -> new Found(name, call, target));
        } else if (of.size() != 1 || !call.named().isEmpty()) {
            return Optional.empty();
        } else if (of.get(0) instanceof Syntax.Binary square
                && square.operator() == Operator.POWER
                && square.right() instanceof Syntax.Number two
                && two.text().equals("2")
                && Set.of("mean", "sum").contains(name)) {
            return difference(square.left())
                    .map(target -> new Found(name.equals("mean") ? "mse" : "squares", call, target));
        } else if (name.equals("mean")
                && of.get(0) instanceof Syntax.Call inner
                && inner.name().equals("abs")
                && inner.positional().size() == 1) {
            return difference(inner.positional().get(0)).map(target -> new Found("mae", call, target));
        }
        return Optional.empty();
    }

    private Optional<Syntax.Expression> difference(Syntax.Expression value) {
        return value instanceof Syntax.Binary minus && minus.operator() == Operator.MINUS
                ? compared(minus.left(), minus.right())
                : Optional.empty();
    }

    /** What the output is compared with, on either side. */
    private Optional<Syntax.Expression> compared(Syntax.Expression left, Syntax.Expression right) {
        return isOutput(left) ? Optional.of(right) : isOutput(right) ? Optional.of(left) : Optional.empty();
    }

    private boolean isOutput(Syntax.Expression value) {
        return value instanceof Syntax.Name name
                && (name.text().equals(last.out()) || name.text().equals(last.sum()));
    }

    /** The text with another loss. */
    Optional<String> with(String word) {
        Optional<Found> found = found().filter(loss -> WORDS.contains(word));
        if (found.isEmpty() || found.get().word().equals(word)) {
            return found.map(same -> text.source().text());
        }
        Rewriting lines = new Rewriting(text.source());
        String of = last.out();
        if (OF_SUMS.contains(word) && last.isSumNameless()) {
            of = named(lines);
        } else if (OF_SUMS.contains(word)) {
            of = last.sum();
        }
        lines.put(
                found.get().whole().span(),
                written(word, of, text.text(found.get().target())));
        new Held(text.source(), text.directives().toList(), lines).numbers();
        return Optional.of(lines.text());
    }

    /** Gives the sum of the last layer a line of its own; returns its name. */
    private String named(Rewriting lines) {
        Set<String> taken = text.names();
        String name = "z" + last.weights().replaceFirst("^\\D*", "");
        while (taken.contains(name)) {
            name += "_";
        }
        lines.before(last.line().span(), List.of(name + " = " + text.text(last.value())));
        lines.put(last.value().span(), name);
        return name;
    }

    private String written(String word, String of, String target) {
        String rows = "(" + of + " - " + target + ")**2";
        String column = "(" + target + " - " + of + ")**2";
        return switch (word) {
            case "half_squares" -> "0.5 * sum(" + (last.rows() ? rows : column) + ")";
            case "squares" -> "sum(" + (last.rows() ? rows : column) + ")";
            case "mse" -> last.rows() ? "mean(" + rows + ")" : "mse(" + of + ", " + target + ")";
            default -> word + "(" + of + ", " + target + ")";
        };
    }
}
