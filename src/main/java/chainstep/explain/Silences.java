package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.Optional;
import java.util.Set;

/** Says why an edge carries nothing, or next to nothing: a relu that is off, a lost maximum, a flat step, saturation. */
final class Silences {
    private static final Set<String> FLAT = Set.of("step", "sign");
    private static final double FAINT = 1e-3;

    private final Page page;
    private final Program program;

    Silences(Page page) {
        this.page = page;
        this.program = page.program();
    }

    /** Why an edge brings nothing: its own derivative, or that nothing comes from above. 0 · ∞ is no nothing. */
    Optional<Form> of(HopLedger.Hop hop, Form gradient) {
        if (Double.isNaN(hop.product())) {
            return Optional.empty();
        }
        Optional<Form> own = of(hop.edge());
        boolean idle = hop.upstream() == 0 && hop.edge().local() != 0;
        return idle ? Optional.of(page.prose().say("zero.upstream", gradient)) : own;
    }

    Optional<Form> of(LineEdge edge) {
        return edge.local() != 0
                ? bend(edge).or(() -> saturation(edge))
                : edge.silence()
                        .flatMap(silence -> why(silence, isZero(edge)))
                        .or(() -> factor(edge))
                        .or(() -> edge.silence().map(this::still));
    }

    /** What can be said of any derivative that is 0. */
    private Form still(Silence silence) {
        Node node = program.node(silence.node());
        return page.prose()
                .say(
                        "zero.still",
                        page.element(node.id(), silence.output()),
                        page.element(node.inputs().get(silence.operand()), silence.element()));
    }

    /** A gradient goes back nowhere that the value did not come from: for the same reason. */
    private Optional<Form> why(Silence silence, boolean zero) {
        Node node = program.node(silence.node());
        boolean back = node.role() instanceof Role.Term term
                && Names.byWhat(program.node(node.inputs().get(silence.operand())))
                        .equals(Optional.of(term.through()));
        if (back && node.role() instanceof Role.Term term) {
            return forward(new Silence(term.through(), term.operand(), silence.output(), silence.element()), zero);
        }
        Optional<Form> found = forward(silence, zero);
        return found.isEmpty() && node.role() instanceof Role.Term term ? straight(node, term, silence) : found;
    }

    /** A slope that stays what it is while its place moves: nothing comes down to be scaled, or the function is straight there. */
    private Optional<Form> straight(Node gradient, Role.Term term, Silence silence) {
        int place = gradient.inputs().get(silence.operand());
        return gradient.inputs().stream()
                .filter(input -> Names.byWhat(program.node(input)).equals(Optional.of(term.through())))
                .filter(input ->
                        program.node(input).shape().equals(program.node(place).shape()))
                .findFirst()
                .map(above -> page.trace().get(above, silence.element()) == 0
                        ? page.prose().say("zero.upstream", page.element(above, silence.element()))
                        : page.prose().say("zero.straight", page.element(place, silence.element())));
    }

    private Optional<Form> forward(Silence silence, boolean zero) {
        Node node = program.node(silence.node());
        String name = node.op().name();
        int operand = node.inputs().get(silence.operand());
        Form input = page.element(operand, silence.element());
        double value = page.trace().get(operand, silence.element());
        Form shown = page.significant(value, 6);
        if (name.equals("relu") && value != 0 && Math.abs(value) < Remarks.ALMOST) {
            return Optional.of(page.prose().say("zero.almost", Page.equation(input, page.close(value)), name));
        } else if (name.equals("relu")) {
            return Optional.of(page.prose().say(value == 0 ? "zero.kink.relu" : "zero.relu", input, shown));
        } else if (Contest.isOne(name)) {
            boolean tie = value == page.trace().get(node.id(), silence.output());
            Form winner = page.element(node.id(), silence.output());
            return Optional.of(page.prose().say(tie ? "zero.tie" : "zero.contest", input, winner));
        } else if (name.equals("sigmoid") || name.equals("tanh")) {
            double y = page.trace().get(node.id(), silence.output());
            Form output = page.element(node.id(), silence.output());
            return Optional.of(page.prose().say("zero." + name, Page.equation(output, page.close(y))));
        } else if (name.equals("conv2d") && silence.operand() == 1 && zero) {
            return Optional.of(page.prose().say("zero.padding", page.element(node.id(), silence.output())));
        } else if (FLAT.contains(name) && value == 0) {
            return Optional.of(page.prose().say("zero.jump", input, name));
        } else if (FLAT.contains(name)) {
            return Optional.of(page.prose().say("zero.flat." + (name.equals("sign") ? "sign" : "step")));
        } else if (name.equals("abs") && value == 0) {
            return Optional.of(page.prose().say("zero.kink.abs", input));
        } else if (name.equals("dropout")) {
            return Optional.of(page.prose().say("zero.dropout", input));
        } else if (name.equals("multiply") && zero) {
            return Optional.of(page.prose().say("zero.times", input));
        }
        return new Bends(page).silence(node, silence.element());
    }

    /** Whether the derivative is written as the number 0: what was read lies outside the array. */
    private static boolean isZero(LineEdge edge) {
        return edge.written().filter(Simplify.ZERO::equals).isPresent();
    }

    /** A kink at which the derivative was taken from one side. */
    private Optional<Form> bend(LineEdge edge) {
        Node node = program.node(edge.node());
        boolean bent = node.op().name().equals("leaky_relu")
                && page.trace().get(node.inputs().get(0), edge.element()) == 0;
        return bent
                ? Optional.of(page.prose()
                        .say(
                                "note.kink.leaky_relu",
                                Page.equation(
                                        page.element(node.inputs().get(0), edge.element()), page.significant(0, 6))))
                : Optional.empty();
    }

    /** A product whose other factor is 0. */
    private Optional<Form> factor(LineEdge edge) {
        boolean named =
                edge.written().filter(e -> !(e instanceof Expression.Number)).isPresent();
        return named
                ? Optional.of(
                        page.prose().say("zero.factor", page.rule(edge.written().get())))
                : Optional.empty();
    }

    /** A sigmoid or tanh so far out that nearly nothing comes through. */
    private Optional<Form> saturation(LineEdge edge) {
        Node node = program.node(edge.node());
        String name = node.op().name();
        boolean saturates = name.equals("sigmoid") || name.equals("tanh");
        if (!saturates || Math.abs(edge.local()) >= FAINT) {
            return Optional.empty();
        }
        Form output = page.element(edge.node(), edge.element());
        double y = page.trace().get(edge.node(), edge.element());
        return Optional.of(page.prose().say("faint." + name, output, page.close(y), page.significant(edge.local(), 2)));
    }
}
