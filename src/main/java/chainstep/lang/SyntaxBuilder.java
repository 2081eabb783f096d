package chainstep.lang;

import chainstep.lang.Syntax.Assign;
import chainstep.lang.Syntax.Binary;
import chainstep.lang.Syntax.Call;
import chainstep.lang.Syntax.Directive;
import chainstep.lang.Syntax.Expression;
import chainstep.lang.Syntax.Flag;
import chainstep.lang.Syntax.Index;
import chainstep.lang.Syntax.ListOf;
import chainstep.lang.Syntax.Name;
import chainstep.lang.Syntax.Operator;
import chainstep.lang.Syntax.Statement;
import chainstep.lang.Syntax.Text;
import chainstep.lang.Syntax.Truth;
import chainstep.lang.Syntax.TupleOf;
import chainstep.lang.Syntax.Unary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Makes the grammar's tree a {@link Syntax} tree: folds chains of operators, and brings each notation to its one form.
 *
 * <p>Not to be used twice: it remembers which names the text has assigned, for a variable called {@code F} is no module.
 */
final class SyntaxBuilder extends ChainBaseVisitor<Expression> {
    private final Places places;
    private final Postfix postfix;
    private final Set<String> assigned = new HashSet<>();

    SyntaxBuilder(Places places) {
        this.places = places;
        this.postfix = new Postfix(places, this, assigned);
    }

    // ---- statements

    Syntax.File file(ChainParser.FileContext tree) {
        List<Statement> statements = new ArrayList<>();
        for (ParseTree child : tree.children) {
            if (child instanceof ChainParser.LineContext line) {
                statements.add(line(line));
            }
        }
        return new Syntax.File(places.source(), statements);
    }

    private Statement line(ChainParser.LineContext line) {
        return line.ASSIGN() == null ? directive(line) : assign(line);
    }

    private Statement directive(ChainParser.LineContext line) {
        Expression value = visit(line.getChild(0));
        if (line.getChildCount() == 1 && value instanceof Call call) {
            return new Directive(call, places.of(line));
        }
        SourceError error = SourceError.at(places.source(), places.of(line), "line.idle");
        if (value instanceof Index index
                && index.base() instanceof Name name
                && Lexicon.kind(name.text()) != Lexicon.Kind.NONE
                && !assigned.contains(name.text())) {
            throw error.hint("hint.name.function", name.text());
        }
        throw error.hint(idle(value, places.source().text(places.of(line))));
    }

    /** What to write for a line that does nothing. */
    private static String idle(Expression value, String written) {
        if (value instanceof Text) {
            return "hint.text.lines";
        } else if (written.matches("\\w+\\s*<-\\s.*")) {
            return "hint.sign.2190";
        }
        boolean compares =
                value instanceof Binary binary && binary.operator() == Operator.EQUAL && binary.left() instanceof Name;
        return compares ? "hint.line.compares" : "hint.line.idle";
    }

    private Statement assign(ChainParser.LineContext line) {
        List<Name> targets = new ArrayList<>();
        for (int i = 0; i < line.getChildCount() - 2; i += 2) {
            targets.add(target(visit(line.getChild(i)), (ParserRuleContext) line.getChild(i)));
        }
        Expression value = visit(line.getChild(line.getChildCount() - 1));
        targets.forEach(target -> assigned.add(target.text()));
        return new Assign(targets, value, places.of(line));
    }

    private Name target(Expression written, ParserRuleContext tree) {
        if (written instanceof Name name) {
            return name;
        }
        boolean call = written instanceof Call && tree.getText().endsWith(")");
        String kind = written instanceof Index ? "index" : call ? "call" : "other";
        throw SourceError.at(places.source(), places.of(tree), "target." + kind).hint("hint.target." + kind);
    }

    /** Goes straight down through the rules that only pass on, of which every number has ten above it. */
    @Override
    public Expression visit(ParseTree tree) {
        ParseTree below = tree;
        while (below.getChildCount() == 1 && below.getChild(0) instanceof ParserRuleContext only) {
            below = only;
        }
        return below.accept(this);
    }

    // ---- chains of operators

    @Override
    public Expression visitExpression(ChainParser.ExpressionContext tree) {
        return fold(tree);
    }

    @Override
    public Expression visitConjunction(ChainParser.ConjunctionContext tree) {
        return fold(tree);
    }

    @Override
    public Expression visitSum(ChainParser.SumContext tree) {
        return fold(tree);
    }

    @Override
    public Expression visitProduct(ChainParser.ProductContext tree) {
        return fold(tree);
    }

    @Override
    public Expression visitPower(ChainParser.PowerContext tree) {
        if (tree.getChildCount() == 3 && tree.getChild(2).getText().equals("T") && !assigned.contains("T")) {
            String sign = tree.getChild(1).getText();
            if (!sign.equals("**")) {
                return postfix.transposed(visit(tree.getChild(0)), places.of(tree), places.of(tree.factor()));
            }
        }
        return fold(tree);
    }

    private Expression fold(ParserRuleContext tree) {
        Expression left = visit(tree.getChild(0));
        for (int i = 1; i + 1 < tree.getChildCount(); i += 2) {
            left = binary(tree, i, left, visit(tree.getChild(i + 1)));
        }
        return left;
    }

    private Binary binary(ParserRuleContext tree, int sign, Expression left, Expression right) {
        ParserRuleContext last = (ParserRuleContext) tree.getChild(sign + 1);
        return new Binary(operator(tree.getChild(sign)), left, right, places.of(tree.getStart(), last.getStop()));
    }

    /** {@code a < b < c} is {@code a < b and b < c}. */
    @Override
    public Expression visitComparison(ChainParser.ComparisonContext tree) {
        Expression middle = visit(tree.getChild(0));
        Expression all = middle;
        for (int i = 1; i + 1 < tree.getChildCount(); i += 2) {
            Expression right = visit(tree.getChild(i + 1));
            Binary pair = binary(tree, i, middle, right);
            all = i == 1 ? pair : new Binary(Operator.AND, all, pair, pair.span());
            middle = right;
        }
        return all;
    }

    @Override
    public Expression visitNegation(ChainParser.NegationContext tree) {
        return tree.getChildCount() == 1 ? visit(tree.getChild(0)) : unary(tree, Operator.NOT);
    }

    @Override
    public Expression visitFactor(ChainParser.FactorContext tree) {
        if (tree.getChildCount() == 1) {
            return visit(tree.getChild(0));
        }
        return tree.MINUS() == null ? visit(tree.getChild(1)) : unary(tree, Operator.MINUS);
    }

    private Unary unary(ParserRuleContext tree, Operator operator) {
        return new Unary(operator, visit(tree.getChild(1)), places.of(tree));
    }

    private static Operator operator(ParseTree sign) {
        int type = ((TerminalNode) sign).getSymbol().getType();
        return switch (type) {
            case ChainLexer.OR -> Operator.OR;
            case ChainLexer.AND -> Operator.AND;
            case ChainLexer.LESS -> Operator.LESS;
            case ChainLexer.GREATER -> Operator.GREATER;
            case ChainLexer.AT_MOST -> Operator.AT_MOST;
            case ChainLexer.AT_LEAST -> Operator.AT_LEAST;
            case ChainLexer.EQUAL -> Operator.EQUAL;
            case ChainLexer.UNEQUAL -> Operator.UNEQUAL;
            case ChainLexer.PLUS -> Operator.PLUS;
            case ChainLexer.MINUS -> Operator.MINUS;
            case ChainLexer.TIMES -> Operator.TIMES;
            case ChainLexer.CDOT -> Operator.DOT;
            case ChainLexer.OVER -> Operator.OVER;
            case ChainLexer.MATMUL -> Operator.MATMUL;
            case ChainLexer.POWER -> Operator.POWER;
            default -> throw new IllegalArgumentException("not an operator: token " + type);
        };
    }

    // ---- operands

    @Override
    public Expression visitPostfix(ChainParser.PostfixContext tree) {
        return tree.getChildCount() == 1 ? visit(tree.getChild(0)) : postfix.of(tree);
    }

    @Override
    public Expression visitNumber(ChainParser.NumberContext tree) {
        Token token = tree.getStart();
        String text = Notation.number(token.getText())
                .orElseThrow(() -> places.error(token, "number.range").hint("hint.number.range"));
        return new Syntax.Number(text, places.of(token));
    }

    /** {@code ½} is {@code 1 / 2}. */
    @Override
    public Expression visitFraction(ChainParser.FractionContext tree) {
        Span span = places.of(tree);
        String[] parts = Notation.fraction(tree.getText());
        return new Binary(Operator.OVER, new Syntax.Number(parts[0], span), new Syntax.Number(parts[1], span), span);
    }

    @Override
    public Name visitName(ChainParser.NameContext tree) {
        return name(tree.getStart());
    }

    Name name(Token token) {
        return new Name(Notation.name(token.getText()), places.of(token));
    }

    @Override
    public Text visitText(ChainParser.TextContext tree) {
        StringBuilder value = new StringBuilder();
        for (TerminalNode part : tree.TEXT()) {
            value.append(Notation.text(part.getText()));
        }
        return new Text(value.toString(), places.of(tree));
    }

    @Override
    public Expression visitFlag(ChainParser.FlagContext tree) {
        Truth value = switch (tree.getStart().getType()) {
            case ChainLexer.TRUE -> Truth.TRUE;
            case ChainLexer.FALSE -> Truth.FALSE;
            default -> Truth.NONE;
        };
        return new Flag(value, places.of(tree));
    }

    @Override
    public Expression visitRoot(ChainParser.RootContext tree) {
        Name function = new Name("sqrt", places.of(tree.getStart()));
        return new Call(function, List.of(visit(tree.expression())), List.of(), places.of(tree));
    }

    @Override
    public Expression visitGrouped(ChainParser.GroupedContext tree) {
        return tree.COMMA().isEmpty() ? visit(tree.getChild(1)) : new TupleOf(elements(tree), places.of(tree));
    }

    @Override
    public Expression visitList(ChainParser.ListContext tree) {
        return new ListOf(elements(tree), places.of(tree));
    }

    private List<Expression> elements(ParserRuleContext tree) {
        List<Expression> elements = new ArrayList<>();
        for (ParseTree child : tree.children) {
            if (child instanceof ChainParser.ExpressionContext element) {
                elements.add(visit(element));
            }
        }
        return elements;
    }
}
