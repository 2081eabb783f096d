package chainstep.lang;

import chainstep.lang.Syntax.At;
import chainstep.lang.Syntax.Binary;
import chainstep.lang.Syntax.Call;
import chainstep.lang.Syntax.Expression;
import chainstep.lang.Syntax.Flag;
import chainstep.lang.Syntax.Index;
import chainstep.lang.Syntax.Item;
import chainstep.lang.Syntax.Name;
import chainstep.lang.Syntax.Named;
import chainstep.lang.Syntax.Operator;
import chainstep.lang.Syntax.Part;
import chainstep.lang.Syntax.Rest;
import chainstep.lang.Syntax.Slice;
import chainstep.lang.Syntax.Truth;
import chainstep.lang.Syntax.Unary;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** What follows an operand: prefixes with a dot, calls, methods, indices, superscripts, brought to calls, indices and powers. */
final class Postfix {
    private static final Set<String> TRANSPOSES = Set.of("T", "mT");

    private final Places places;
    private final SyntaxBuilder builder;
    private final Set<String> assigned;

    Postfix(Places places, SyntaxBuilder builder, Set<String> assigned) {
        this.places = places;
        this.builder = builder;
        this.assigned = assigned;
    }

    Expression of(ChainParser.PostfixContext tree) {
        limit(tree);
        int at = prefixes(tree);
        boolean named = tree.getChild(at) instanceof ChainParser.MemberContext
                || tree.getChild(at) instanceof ChainParser.NameContext;
        Expression value;
        if (named && child(tree, at + 1) instanceof ChainParser.CallContext call) {
            value = call(tree, word(tree, at), List.of(), call);
            at++;
        } else {
            value = named ? word(tree, at) : builder.visit(tree.getChild(0));
        }
        return trail(tree, value, at + 1);
    }

    /** The power of {@code T} that mathematics writes for a transpose; {@code sign} is the place of the function's name. */
    Call transposed(Expression value, Span span, Span sign) {
        return new Call(new Name("transpose", sign), List.of(value), List.of(), span);
    }

    private Expression trail(ChainParser.PostfixContext tree, Expression operand, int from) {
        Expression value = operand;
        for (int i = from; i < tree.getChildCount(); i++) {
            ParseTree trailer = tree.getChild(i);
            if (trailer instanceof ChainParser.MemberContext
                    && child(tree, i + 1) instanceof ChainParser.CallContext call) {
                value = call(tree, word(tree, i), List.of(value), call);
                i++;
            } else {
                value = one(tree, value, (ChainParser.TrailerContext) trailer);
            }
        }
        return value;
    }

    private Expression one(ChainParser.PostfixContext tree, Expression value, ChainParser.TrailerContext trailer) {
        Span span = places.of(tree.getStart(), trailer.getStop());
        if (trailer instanceof ChainParser.IndexContext index) {
            if (value instanceof Syntax.ListOf && isElement(tree)) {
                throw places.error(index.LEFT().getSymbol(), "comma.missing", "]", "[");
            }
            return new Index(value, items(index), span);
        }
        if (trailer instanceof ChainParser.RaisedContext raised) {
            return new Binary(Operator.POWER, value, exponent(raised), span);
        }
        if (trailer instanceof ChainParser.TransposedContext) {
            return transposed(value, span, places.of(trailer));
        }
        if (trailer instanceof ChainParser.MemberContext member) {
            String name = member.NAME().getText();
            if (TRANSPOSES.contains(name)) {
                return transposed(value, span, places.of(member.NAME().getSymbol()));
            }
            if (value instanceof Name line && !line.text().equals("self")) {
                return new Part(line, builder.name(member.NAME().getSymbol()), span);
            }
            throw places.error(member.NAME().getSymbol(), "member.unknown", name)
                    .hint(tree.getStart().getText().equals("self") ? "hint.member.self" : "hint.member", name);
        }
        SourceError error = SourceError.at(places.source(), span, "call.what");
        throw value instanceof Call object
                ? PastedCode.called(object.name()).map(error::hint).orElse(error)
                : error.hint("hint.call.what");
    }

    /** Whether an operand is by itself an element of a list. */
    private static boolean isElement(ParserRuleContext operand) {
        ParserRuleContext whole = operand;
        while (!(whole instanceof ChainParser.ExpressionContext)
                && whole.getParent().getChildCount() == 1) {
            whole = whole.getParent();
        }
        return whole.getParent() instanceof ChainParser.ListContext;
    }

    private Expression exponent(ChainParser.RaisedContext raised) {
        Span span = places.of(raised);
        String digits = Notation.superscript(raised.getText());
        String number = Notation.number(digits.replace("-", ""))
                .orElseThrow(
                        () -> places.error(raised.getStart(), "number.range").hint("hint.number.range"));
        Syntax.Number size = new Syntax.Number(number, span);
        return digits.startsWith("-") ? new Unary(Operator.MINUS, size, span) : size;
    }

    private void limit(ChainParser.PostfixContext tree) {
        if (tree.getChildCount() > Brackets.DEEPEST) {
            ParserRuleContext far = (ParserRuleContext) tree.getChild(Brackets.DEEPEST);
            throw places.error(far.getStart(), "nesting.deep", Brackets.DEEPEST).hint("hint.nesting.deep");
        }
    }

    // ---- names

    /** The index of the child that is the operand, after the names of modules. */
    private int prefixes(ChainParser.PostfixContext tree) {
        String first = tree.getStart().getText();
        boolean module = tree.getChild(0) instanceof ChainParser.NameContext
                && Notation.isModule(first)
                && !assigned.contains(first)
                && tree.getChild(1) instanceof ChainParser.MemberContext;
        int at = module ? 1 : 0;
        while (module
                && tree.getChild(at) instanceof ChainParser.MemberContext inner
                && Notation.isInnerModule(inner.NAME().getText())
                && child(tree, at + 1) instanceof ChainParser.MemberContext) {
            at++;
        }
        return at;
    }

    /** The name that a child is, or is the member of. */
    private Name word(ChainParser.PostfixContext tree, int at) {
        return builder.name(((ParserRuleContext) tree.getChild(at)).getStop());
    }

    private static ParseTree child(ParseTree tree, int index) {
        return index < tree.getChildCount() ? tree.getChild(index) : tree;
    }

    // ---- calls

    private Call call(
            ChainParser.PostfixContext tree, Name written, List<Expression> first, ChainParser.CallContext call) {
        Name function = new Name(Notation.function(written.text()), written.span());
        List<Expression> positional = new ArrayList<>(first);
        List<Named> named = new ArrayList<>();
        for (ParseTree child : call.children) {
            if (child instanceof ChainParser.ArgumentContext argument) {
                argument(argument, positional, named);
            }
        }
        return new Call(function, positional, named, places.of(tree.getStart(), call.getStop()));
    }

    private void argument(ChainParser.ArgumentContext tree, List<Expression> positional, List<Named> named) {
        Expression first = builder.visit(tree.getChild(0));
        if (tree.getChildCount() == 1) {
            if (!named.isEmpty()) {
                SourceError error = SourceError.at(places.source(), first.span(), "argument.order");
                throw decimal(named.get(named.size() - 1), first)
                        .map(error::hint)
                        .orElse(error);
            }
            positional.add(first);
        } else if (first instanceof Name key) {
            if (named.stream().anyMatch(other -> other.name().equals(key.text()))) {
                throw SourceError.at(places.source(), key.span(), "argument.twice", key.text());
            }
            named.add(new Named(key, builder.visit(tree.getChild(2)), places.of(tree)));
        } else {
            throw SourceError.at(places.source(), first.span(), "argument.name").hint("hint.assign.inside");
        }
    }

    /** What was meant where a decimal has a comma: {@code lr=0.1} for {@code lr=0,1}. */
    private static Optional<Phrase> decimal(Named before, Expression after) {
        boolean comma = before.value() instanceof Syntax.Number whole
                && after instanceof Syntax.Number part
                && whole.text().matches("\\d+")
                && part.text().matches("\\d+")
                && whole.span().endLine() == part.span().line()
                && whole.span().endColumn() + 1 == part.span().column();
        return comma
                ? Optional.of(Phrase.of(
                        "lang",
                        "suggest",
                        before.name() + "=" + ((Syntax.Number) before.value()).text() + "."
                                + ((Syntax.Number) after).text()))
                : Optional.empty();
    }

    // ---- indices

    private List<Item> items(ChainParser.IndexContext tree) {
        List<Item> items = new ArrayList<>();
        for (ParseTree child : tree.children) {
            if (child instanceof ChainParser.ItemContext item) {
                items.add(item(item));
            }
        }
        return items;
    }

    private Item item(ChainParser.ItemContext tree) {
        Span span = places.of(tree);
        if (tree.ELLIPSIS() != null) {
            return new Rest(span);
        }
        if (tree.slice() == null) {
            return new At(builder.visit(tree.expression()), span);
        }
        Expression none = new Flag(Truth.NONE, span.end());
        Expression[] bounds = {none, none, none};
        if (tree.expression() != null) {
            bounds[0] = builder.visit(tree.expression());
        }
        int colons = 0;
        for (ParseTree child : tree.slice().children) {
            if (child instanceof ChainParser.ExpressionContext bound) {
                bounds[colons] = builder.visit(bound);
            } else {
                colons++;
            }
        }
        return new Slice(bounds[0], bounds[1], bounds[2], span);
    }
}
