package chainstep.lang;

import chainstep.math.Rational;
import chainstep.op.Axes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of one call, taken one after another: by place where they come first, by name anywhere.
 *
 * <p>{@link #finish} refuses what nobody took.
 */
final class Arguments {
    private final ExpressionReader reader;
    private final Syntax.Call call;
    private final Constants constants;
    private final Set<String> taken = new HashSet<>();
    private final List<String> offered = new ArrayList<>();
    private int place;

    Arguments(ExpressionReader reader, Syntax.Call call) {
        this.reader = reader;
        this.call = call;
        this.constants = new Constants(reader.source(), reader.scope());
    }

    ExpressionReader reader() {
        return reader;
    }

    Syntax.Call call() {
        return call;
    }

    /** The next argument by place, or the one of this name. */
    Optional<Syntax.Expression> next(String name) {
        offered.add(name);
        Optional<Syntax.Expression> named = named(name);
        if (place < call.positional().size()) {
            Syntax.Expression found = call.positional().get(place++);
            if (named.isPresent()) {
                throw reader.error(found, "argument.both", call.name(), name);
            }
            return Optional.of(found);
        }
        return named;
    }

    /** The next argument by place, or the one of any of these names, which mean the same. */
    Optional<Syntax.Expression> next(String name, String... others) {
        Optional<Syntax.Expression> first = next(name);
        return either(first, name, others);
    }

    /** The argument of any of these names, which mean the same; never by place. */
    Optional<Syntax.Expression> option(String name, String... others) {
        offered.add(name);
        return either(named(name), name, others);
    }

    private Optional<Syntax.Expression> either(Optional<Syntax.Expression> first, String name, String... others) {
        Optional<Syntax.Expression> found = first;
        String taking = name;
        for (String other : others) {
            offered.add(other);
            Optional<Syntax.Expression> named = named(other);
            if (named.isPresent() && found.isPresent()) {
                throw reader.error(key(other), "argument.same", taking, other);
            } else if (named.isPresent()) {
                found = named;
                taking = other;
            }
        }
        return found;
    }

    private Syntax key(String name) {
        return call.named().stream()
                .filter(argument -> argument.name().equals(name))
                .<Syntax>map(Syntax.Named::key)
                .findFirst()
                .orElse(call);
    }

    /**
     * Refuses every argument by name that is none of these, before one is missed.
     *
     * @throws SourceError at the name
     */
    void only(List<String> known) {
        offered.addAll(known);
        for (Syntax.Named named : call.named()) {
            if (!known.contains(named.name())) {
                SourceError error = unknown(named);
                throw PastedCode.ofOptimizer(named.name()).map(error::hint).orElse(error);
            }
        }
    }

    private Optional<Syntax.Expression> named(String name) {
        for (Syntax.Named argument : call.named()) {
            if (argument.name().equals(name)) {
                taken.add(name);
                return Optional.of(argument.value());
            }
        }
        return Optional.empty();
    }

    /**
     * The next argument, which must be there.
     *
     * @throws SourceError when it is not
     */
    Syntax.Expression required(String name) {
        return next(name).orElseThrow(() -> missing(name));
    }

    SourceError missing(String name) {
        return signed(reader.error(call, "argument.missing", call.name(), name));
    }

    /** The same error, with how the call is written. */
    private SourceError signed(SourceError error) {
        return Lexicon.takes(call.name())
                .map(takes -> error.hint("hint.signature", call.name() + "(" + takes + ")"))
                .orElse(error);
    }

    /** All arguments by place not yet taken. */
    List<Syntax.Expression> rest() {
        List<Syntax.Expression> rest =
                List.copyOf(call.positional().subList(place, call.positional().size()));
        place = call.positional().size();
        return rest;
    }

    boolean hasMore() {
        return place < call.positional().size();
    }

    int node(String name) {
        return reader.node(required(name));
    }

    Rational number(Syntax.Expression expression) {
        return constants
                .of(expression)
                .orElseThrow(() -> unquoted(reader.error(expression, "argument.number", call.name()), expression));
    }

    /** The same error, with the way out where a number stands between quotes. */
    static SourceError unquoted(SourceError error, Syntax.Expression written) {
        boolean number =
                written instanceof Syntax.Text text && text.value().matches("\\s*[+-]?[\\d.]+([eE][+-]?\\d+)?\\s*");
        return number
                ? error.hint("hint.unquoted", ((Syntax.Text) written).value().strip())
                : error;
    }

    int integer(Syntax.Expression expression) {
        return (int) integer(expression, Integer.SIZE);
    }

    private long integer(Syntax.Expression expression, int bits) {
        Rational number = number(expression);
        if (!number.isInteger() || number.numerator().bitLength() >= bits) {
            throw reader.error(expression, "argument.integer", call.name());
        }
        return number.numerator().longValue();
    }

    /** A whole number for rows and columns alike: 2, or (2, 2) as PyTorch also writes it. */
    int both(Syntax.Expression expression) {
        List<Integer> numbers = integers(expression);
        if (numbers.size() > 2 || numbers.stream().distinct().count() != 1) {
            throw reader.error(expression, "argument.both.same", call.name());
        }
        return numbers.get(0);
    }

    /** The number of an iteration. */
    int iteration(Syntax.Expression expression) {
        int iteration = integer(expression);
        if (iteration < 0 || iteration > Quantity.LAST_ITERATION) {
            throw reader.error(expression, "at.range", Quantity.LAST_ITERATION);
        }
        return iteration;
    }

    /** A whole number of at least 1. */
    int count(Syntax.Expression expression, String name) {
        int count = integer(expression);
        if (count < 1) {
            throw reader.error(expression, "argument.positive", call.name(), name);
        }
        return count;
    }

    long seed(Optional<Syntax.Expression> expression) {
        return expression.map(given -> integer(given, Long.SIZE)).orElse(0L);
    }

    boolean flag(Syntax.Expression expression) {
        if (expression instanceof Syntax.Flag flag && flag.value() != Syntax.Truth.NONE) {
            return flag.value() == Syntax.Truth.TRUE;
        }
        throw reader.error(expression, "argument.flag", call.name());
    }

    String text(Syntax.Expression expression) {
        if (expression instanceof Syntax.Text text) {
            return text.value();
        }
        SourceError error = reader.error(expression, "argument.text", call.name());
        boolean word = expression instanceof Syntax.Name || expression instanceof Syntax.Part;
        throw word ? error.hint("hint.quoted", reader.text(expression)) : error;
    }

    /** One of these words. */
    String word(Syntax.Expression expression, List<String> words) {
        String word = text(expression);
        if (!words.contains(word)) {
            throw reader.error(expression, "argument.word", call.name(), String.join(", ", words))
                    .nearest(word, words);
        }
        return word;
    }

    /** Whole numbers in a list, a tuple, or alone. */
    List<Integer> integers(Syntax.Expression expression) {
        if (expression instanceof Syntax.ListOf list) {
            return list.elements().stream().map(this::integer).toList();
        } else if (expression instanceof Syntax.TupleOf tuple) {
            return tuple.elements().stream().map(this::integer).toList();
        }
        return List.of(integer(expression));
    }

    /** {@code axis=} (or {@code dim=}) by place or name, and {@code keepdims=}. */
    Axes axes() {
        Optional<Syntax.Expression> axis = next("axis", "dim").filter(given -> !isNone(given));
        Optional<Syntax.Expression> keep = option("keepdims", "keepdim");
        return new Axes(
                axis.map(this::integers).orElse(List.of()), keep.map(this::flag).orElse(false));
    }

    /** One axis, with what it is where unsaid. */
    int axis(int otherwise) {
        return next("axis", "dim").map(this::integer).orElse(otherwise);
    }

    static boolean isNone(Syntax.Expression expression) {
        return expression instanceof Syntax.Flag flag && flag.value() == Syntax.Truth.NONE;
    }

    /**
     * Ends the reading.
     *
     * @throws SourceError when an argument was left
     */
    void finish() {
        if (hasMore()) {
            throw signed(reader.error(call.positional().get(place), "argument.many", call.name(), place));
        }
        for (Syntax.Named named : call.named()) {
            if (!taken.contains(named.name())) {
                throw unknown(named);
            }
        }
    }

    private SourceError unknown(Syntax.Named named) {
        SourceError error = reader.error(named.key(), "argument.unknown", call.name(), named.name());
        List<String> known = offered.stream().distinct().toList();
        SourceError told = known.isEmpty() ? error : error.hint("hint.arguments", String.join(", ", known));
        return PastedCode.argument(named.name())
                .map(error::hint)
                .or(() -> PastedCode.ofMinimize(call.name(), named.name()).map(error::hint))
                .orElseGet(() -> told.nearest(named.name(), known));
    }
}
