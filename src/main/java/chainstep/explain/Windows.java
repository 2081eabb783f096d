package chainstep.explain;

import chainstep.graph.Addends;
import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Conv2d;
import java.util.List;
import java.util.Optional;

/**
 * A convolution and its gradients with indices: cᵢⱼ = Σ Kᵤᵥ xᵢ₊ᵤ₋₁,ⱼ₊ᵥ₋₁, and the gradient's first number written out.
 *
 * <p>Indices count from one, as everywhere on the page; n is the image, m its channel, k the filter.
 */
final class Windows {
    private static final int MOST = 4;
    private static final int LOOKED_AT = 256;

    private final Page page;

    Windows(Page page) {
        this.page = page;
    }

    /** Why the gradient is what it is; nothing for other operations, and where an operand has no name. */
    Optional<Form> because(Role.Term term, Node through) {
        if (!(through.op() instanceof Conv2d conv) || term.operand() > 1) {
            return Optional.empty();
        }
        int x = through.inputs().get(0);
        boolean plain = page.program().node(x).shape().rank() == 2;
        String n = page.program().node(x).shape().rank() == 4 ? "n" : "";
        String m = plain ? "" : "m";
        String k = plain ? "" : "k";
        int back = conv.stride() + conv.pad();
        String scale = conv.stride() == 1 ? "" : Integer.toString(conv.stride());
        String at = scale + "i+u-" + back + "," + scale + "j+v-" + back;
        Optional<Form> c = page.lettered(through.id(), n + k + "ij");
        Optional<Form> w = page.lettered(through.inputs().get(1), k + m + "uv");
        Optional<Form> seen = page.lettered(x, n + m + (m.isEmpty() ? "" : ",") + at);
        if (c.isEmpty() || w.isEmpty() || seen.isEmpty()) {
            return Optional.empty();
        }
        Form bias = bias(through, k);
        Form upstream = over(page.name(term.of()), c.get());
        Form forward = Page.equation(
                c.get(),
                new Form(
                        "Σ " + w.get().plain() + " " + seen.get().plain() + bias.plain(),
                        "\\sum_{" + m + "uv} " + w.get().latex() + "\\,"
                                + seen.get().latex() + bias.latex()));
        return Optional.of(
                conv.stride() > 1
                        ? strided(
                                term, conv, forward, page.name(through.inputs().get(1 - term.operand())))
                        : sliding(term, forward, upstream, seen.get(), w.get(), m, n));
    }

    /** Where windows step over places, an index form would need divisions: words say it. */
    private Form strided(Role.Term term, Conv2d conv, Form forward, Form other) {
        boolean beyond = term.operand() == 0 || conv.pad() > 0;
        return beyond
                ? page.prose().say("because.edges", forward, other)
                : page.prose().say("because.local", forward);
    }

    /** What the convolution is, and the sum that follows for the operand. */
    private Form sliding(
            Role.Term term, Form forward, Form upstream, Form seen, Form weight, String channel, String batch) {
        if (term.operand() == 0) {
            Form sum = new Form(weight.plain() + " · " + upstream.plain(), weight.latex() + "\\," + upstream.latex());
            return page.prose().say("because.window", forward, sum, seen);
        }
        Form sum = new Form(
                "Σ " + seen.plain() + " · " + upstream.plain(),
                "\\sum_{" + batch + "ij} " + seen.latex() + "\\," + upstream.latex());
        Form local = Page.equation(over(page.name(term.of()), weight), sum);
        return page.prose().say("because", forward, local, weight);
    }

    private Form bias(Node through, String k) {
        if (through.inputs().size() < 3) {
            return Form.EMPTY;
        }
        int bias = through.inputs().get(2);
        boolean whole = page.program().node(bias).shape().isScalar() || k.isEmpty();
        Form name =
                page.lettered(bias, whole ? "" : k).filter(lettered -> !whole).orElseGet(() -> page.name(bias));
        return new Form(" + " + name.plain(), " + " + name.latex());
    }

    private static Form over(Form of, Form by) {
        return new Form(
                "∂" + of.plain() + "/∂" + by.plain(),
                "\\frac{\\partial " + of.latex() + "}{\\partial " + by.latex() + "}");
    }

    /** The first number of a convolution's gradient, its products written out; only the first of many. */
    Optional<Form> first(Node gradient, Node through) {
        LocalSymbol symbols = new LocalSymbol(page.program(), page.trace());
        Optional<Addends> addends =
                through.op() instanceof Conv2d ? symbols.addends(gradient, 0, LOOKED_AT) : Optional.empty();
        List<Addends.Addend> inside = addends.stream()
                .flatMap(all -> all.list().stream())
                .filter(Windows::isInside)
                .toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        List<Expression> products = inside.stream()
                .limit(MOST)
                .map(addend -> symbols.written(gradient, addend))
                .toList();
        Expression sum = Simplify.simplify(new Expression.Sum(products));
        boolean more = inside.size() > MOST || addends.get().count() > LOOKED_AT;
        Form names = more(page.rule(sum), more);
        Form numbers = more(page.numbers(sum), more);
        Form value = page.number(page.trace().get(gradient.id(), 0));
        return Optional.of(page.prose()
                .say(
                        "note.first",
                        Page.equation(
                                page.element(gradient.id(), 0), Page.equation(names, Page.equation(numbers, value)))));
    }

    /** Whether nothing was read from the padding. */
    private static boolean isInside(Addends.Addend addend) {
        return addend.reads().stream().allMatch(read -> read.element() >= 0);
    }

    private static Form more(Form sum, boolean more) {
        return more ? new Form(sum.plain() + " + …", sum.latex() + " + \\dots") : sum;
    }
}
