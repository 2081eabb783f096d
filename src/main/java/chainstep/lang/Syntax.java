package chainstep.lang;

import java.util.List;

/**
 * A text as a tree: what was written, in one form for each meaning, with its place.
 *
 * <p>Methods, dotted prefixes and the signs of mathematics are gone: {@code x.sum(axis=0)} and {@code np.sum(x, axis=0)} are the same
 * {@link Call}. No name is resolved and nothing is known of shapes. A chain of operators leans left and may be as long as the file,
 * so a walk must follow {@link Binary#left} in a loop; every other way down is at most a few hundred deep.
 */
public sealed interface Syntax {
    Span span();

    /** The statements of a file, in order, imports left out. */
    record File(Source source, List<Statement> statements) {
        public File {
            statements = List.copyOf(statements);
        }
    }

    /** One line. */
    sealed interface Statement extends Syntax {}

    /** {@code a = value}, or {@code a, b = value}. */
    record Assign(List<Name> targets, Expression value, Span span) implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** A call that stands alone: {@code expect(E, 0.298)}. */
    record Directive(Call call, Span span) implements Statement {}

    /** Something that has a value. */
    sealed interface Expression extends Syntax {}

    /** An exact decimal, in ASCII, such as {@code java.math.BigDecimal} reads; finite as a float64 and not rounded to 0 by it. */
    record Number(String text, Span span) implements Expression {}

    /** A variable. */
    record Name(String text, Span span) implements Expression {}

    /** A text between quotes, escapes resolved. */
    record Text(String value, Span span) implements Expression {}

    /** {@code h.z}: an inner value of a line, if it has one of that name. */
    record Part(Name of, Name member, Span span) implements Expression {
        /** The name as the program knows it. */
        public String text() {
            return of.text() + "." + member.text();
        }
    }

    /** {@code True}, {@code False} or {@code None}. */
    record Flag(Truth value, Span span) implements Expression {}

    /** The three values of a {@link Flag}. */
    enum Truth {
        TRUE,
        FALSE,
        NONE
    }

    /** A function applied: {@code name} is what was written before the bracket, without prefix. */
    record Call(Name function, List<Expression> positional, List<Named> named, Span span) implements Expression {
        public Call {
            positional = List.copyOf(positional);
            named = List.copyOf(named);
        }

        public String name() {
            return function.text();
        }
    }

    /** {@code name=value} within a call; no name comes twice. */
    record Named(Name key, Expression value, Span span) implements Syntax {
        public String name() {
            return key.text();
        }
    }

    /** {@code -x} or {@code not x}. */
    record Unary(Operator operator, Expression operand, Span span) implements Expression {}

    /** Two values joined; the span takes in the brackets around either. */
    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** The operators; a {@link Unary} has {@code MINUS} or {@code NOT}, a {@link Binary} any other than {@code NOT}. */
    enum Operator {
        OR("or"),
        AND("and"),
        NOT("not"),
        LESS("<"),
        GREATER(">"),
        AT_MOST("<="),
        AT_LEAST(">="),
        EQUAL("=="),
        UNEQUAL("!="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        /** Mathematics' sign for a product of numbers, an array and a number, or matrices: which, only the shapes tell. */
        DOT("·"),
        OVER("/"),
        MATMUL("@"),
        POWER("**");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As Python writes it. */
        public String symbol() {
            return symbol;
        }
    }

    /** {@code base[items]}; there is at least one item. */
    record Index(Expression base, List<Item> items, Span span) implements Expression {
        public Index {
            items = List.copyOf(items);
        }
    }

    /** What stands for one axis between index brackets. */
    sealed interface Item extends Syntax {}

    /** A single place. */
    record At(Expression place, Span span) implements Item {}

    /** {@code start:stop:step}; what was not written is the flag {@code NONE}, as in Python's {@code slice}. */
    record Slice(Expression start, Expression stop, Expression step, Span span) implements Item {}

    /** {@code ...}: all axes that the other items leave, each whole. */
    record Rest(Span span) implements Item {}

    /** {@code [a, b]}. */
    record ListOf(List<Expression> elements, Span span) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** {@code (a, b)}. */
    record TupleOf(List<Expression> elements, Span span) implements Expression {
        public TupleOf {
            elements = List.copyOf(elements);
        }
    }
}
