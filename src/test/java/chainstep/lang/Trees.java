package chainstep.lang;

import chainstep.lang.Syntax.Assign;
import chainstep.lang.Syntax.At;
import chainstep.lang.Syntax.Binary;
import chainstep.lang.Syntax.Call;
import chainstep.lang.Syntax.Directive;
import chainstep.lang.Syntax.Flag;
import chainstep.lang.Syntax.Index;
import chainstep.lang.Syntax.ListOf;
import chainstep.lang.Syntax.Name;
import chainstep.lang.Syntax.Named;
import chainstep.lang.Syntax.Slice;
import chainstep.lang.Syntax.Text;
import chainstep.lang.Syntax.TupleOf;
import chainstep.lang.Syntax.Unary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a small tree with every bracket, so that a test can say what was understood. */
final class Trees {
    private Trees() {}

    static String expression(String text) {
        return show(SyntaxReader.expression(Source.of("test", text)));
    }

    static String file(String text) {
        return SyntaxReader.file(Source.of("test.chain", text)).statements().stream()
                .map(Trees::show)
                .collect(Collectors.joining("\n"));
    }

    static String show(Syntax tree) {
        if (tree instanceof Assign assign) {
            return list(assign.targets()) + " = " + show(assign.value());
        } else if (tree instanceof Directive directive) {
            return show(directive.call());
        } else if (tree instanceof Syntax.Number number) {
            return number.text();
        } else if (tree instanceof Name name) {
            return name.text();
        } else if (tree instanceof Text text) {
            return "\"" + text.value() + "\"";
        } else if (tree instanceof Flag flag) {
            return flag.value().toString();
        } else if (tree instanceof Call call) {
            return call.name() + "("
                    + list(Stream.concat(call.positional().stream(), call.named().stream())
                            .toList())
                    + ")";
        } else if (tree instanceof Named named) {
            return named.name() + "=" + show(named.value());
        } else if (tree instanceof Unary unary) {
            return "(" + unary.operator().symbol() + " " + show(unary.operand()) + ")";
        } else if (tree instanceof Binary binary) {
            return "(" + show(binary.left()) + " " + binary.operator().symbol() + " " + show(binary.right()) + ")";
        } else if (tree instanceof Index index) {
            return show(index.base()) + "[" + list(index.items()) + "]";
        } else if (tree instanceof At at) {
            return show(at.place());
        } else if (tree instanceof Slice slice) {
            return show(slice.start()) + ":" + show(slice.stop()) + ":" + show(slice.step());
        } else if (tree instanceof Syntax.Rest) {
            return "...";
        } else if (tree instanceof ListOf list) {
            return "[" + list(list.elements()) + "]";
        } else if (tree instanceof TupleOf tuple) {
            return "<" + list(tuple.elements()) + ">";
        }
        throw new IllegalArgumentException(tree.getClass().getName());
    }

    private static String list(List<? extends Syntax> trees) {
        return trees.stream().map(Trees::show).collect(Collectors.joining(", "));
    }
}
