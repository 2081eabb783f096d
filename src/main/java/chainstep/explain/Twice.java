package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A value that stands in a formula more than once, as q in q ⊙ q: one term of its gradient is not yet the derivative. */
final class Twice {
    private final Page page;
    private final Program program;

    Twice(Page page) {
        this.page = page;
        this.program = page.program();
    }

    /** How often a value, or one that is written like it, stands in the formula of another. */
    int count(int of, int value) {
        String name = page.name(value).plain();
        Picks picks = page.picks();
        int least = picks.isPick(value) ? picks.whole(value) : value;
        Deque<Integer> open = new ArrayDeque<>(List.of(of));
        Set<Integer> seen = new HashSet<>(open);
        int count = 0;
        while (!open.isEmpty()) {
            int at = open.pop();
            for (int input : program.node(at).inputs()) {
                boolean same = input == value
                        || picks.isPick(value) && input == least && picks.meets(at, value)
                        || page.repeat(input).isPresent()
                                && page.name(input).plain().equals(name);
                count += same ? 1 : 0;
                boolean inner =
                        !same && input > least && page.names().letters(input).isEmpty();
                if (inner && seen.add(input)) {
                    open.push(input);
                }
            }
        }
        return count;
    }

    /** Whether an operation has the value of a term in several places. */
    boolean isTwice(Role.Term term) {
        return program.node(term.through()).inputs().stream()
                        .filter(input -> input == term.wrt())
                        .count()
                > 1;
    }

    /** How an operation that has one value twice is written so that both are seen: q ⊙ q where q² is shorter. */
    Form statement(int node) {
        return page.rule(new Composition(program, page.names()::isShown).untidied(node));
    }

    /** The operation with both its operands, and which of them the term is of; nothing where the order is another. */
    Optional<Form> because(Role.Term term) {
        Node through = program.node(term.through());
        return isTwice(term) && isWrittenInOrder(through)
                ? Optional.of(page.prose()
                        .say(
                                term.operand() == 0 ? "because.first" : "because.second",
                                Page.equation(page.name(through.id()), statement(through.id())),
                                page.told(term.wrt())))
                : Optional.empty();
    }

    /** Whether there are two operands, each written once, the first before the second. */
    private boolean isWrittenInOrder(Node node) {
        List<Expression> operands = IntStream.range(0, node.inputs().size())
                .<Expression>mapToObj(k -> new Expression.Symbol(
                        -1 - k, program.node(node.inputs().get(k)).shape()))
                .toList();
        List<Expression> met = new ArrayList<>();
        collect(node.op().written(operands, program.operandShapes(node)), met);
        return operands.size() == 2 && met.equals(operands);
    }

    private static void collect(Expression expression, List<Expression> met) {
        if (expression instanceof Expression.Symbol) {
            met.add(expression);
        }
        Parts.of(expression).forEach(part -> collect(part, met));
    }
}
