package chainstep.ui;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which node of a changed program is what one of the program before was: by its name, or by what it is the gradient of. */
record Counterpart(Program before, Program after) {
    OptionalInt of(int node) {
        Node old = before.node(node);
        if (old.role() instanceof Role.Term term) {
            return isWhole(term, node) ? gradient(term.of(), term.wrt()) : term(term);
        }
        if (old.role() instanceof Role.Total total) {
            return gradient(total.of(), total.wrt());
        }
        if (old.role() instanceof Role.Update update && update.param() >= 0) {
            return update(update);
        }
        return old.isNamed() ? after.named(old.name()) : alike(old);
    }

    private boolean isWhole(Role.Term term, int node) {
        return before.gradient(term.of(), term.wrt()).equals(OptionalInt.of(node));
    }

    private OptionalInt gradient(int of, int wrt) {
        OptionalInt whose = of(of);
        OptionalInt by = of(wrt);
        return whose.isPresent() && by.isPresent()
                ? after.gradient(whose.getAsInt(), by.getAsInt())
                : OptionalInt.empty();
    }

    private OptionalInt term(Role.Term term) {
        OptionalInt of = of(term.of());
        OptionalInt wrt = of(term.wrt());
        OptionalInt through = of(term.through());
        return first(node -> node.role() instanceof Role.Term other
                && other.operand() == term.operand()
                && of.equals(OptionalInt.of(other.of()))
                && wrt.equals(OptionalInt.of(other.wrt()))
                && through.equals(OptionalInt.of(other.through())));
    }

    private OptionalInt update(Role.Update update) {
        OptionalInt param = of(update.param());
        return first(node -> node.role() instanceof Role.Update other
                && other.part().equals(update.part())
                && param.equals(OptionalInt.of(other.param())));
    }

    private OptionalInt first(Predicate<Node> like) {
        return after.nodes().stream().filter(like).mapToInt(Node::id).findFirst();
    }

    /** Of the same name, kind and rank among these. */
    private OptionalInt alike(Node old) {
        long earlier = before.nodes().subList(0, old.id()).stream()
                .filter(node -> isLike(node, old))
                .count();
        return IntStream.range(0, after.size())
                .filter(id -> isLike(after.node(id), old))
                .skip(earlier)
                .findFirst();
    }

    private static boolean isLike(Node node, Node old) {
        return node.role().getClass() == old.role().getClass()
                && node.phase() == old.phase()
                && node.name().equals(old.name())
                && node.op().getClass() == old.op().getClass();
    }

    /** What was picked: the same number of a value that has one at that place, else all of it. */
    Optional<Picked> of(Picked picked) {
        return of(picked.node()).stream()
                .mapToObj(node -> new Picked(node, picked.isWhole() ? -1 : element(picked, node)))
                .findFirst();
    }

    private int element(Picked picked, int node) {
        Shape now = after.node(node).shape();
        int[] place = before.node(picked.node()).shape().index(picked.element());
        boolean within = place.length == now.rank()
                && IntStream.range(0, place.length).allMatch(axis -> place[axis] < now.dim(axis));
        return within ? now.offset(place) : -1;
    }
}
