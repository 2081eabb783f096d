package chainstep.explain;

import chainstep.graph.Addends;
import chainstep.graph.Adjoint;
import chainstep.graph.Edge;
import chainstep.graph.Edges;
import chainstep.graph.Expression;
import chainstep.graph.Nest;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import chainstep.op.Compare;
import chainstep.op.CrossEntropy;
import chainstep.op.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Explains one number: of a value, the sum or choice it is; of a gradient, the edges it is the sum over. */
final class ElementStep {
    /** The most candidates looked at. */
    private static final int MOST = 64;

    private final Page page;
    private final Program program;
    private final LocalSymbol symbols;
    private final Copies copies;
    private final NotFinite finite;
    private final SoftmaxLocals softmax;

    ElementStep(Page page) {
        this.page = page;
        this.program = page.program();
        this.symbols = new LocalSymbol(program, page.trace());
        this.copies = new Copies(program, page.names());
        this.finite = new NotFinite(page, Map.of());
        this.softmax = new SoftmaxLocals(program, page.trace(), symbols);
    }

    Derivation of(int id, int element) {
        Node node = program.node(id);
        Optional<HopLedger> hops = hops(node, element);
        List<Form> notes = new ArrayList<>();
        hops.flatMap(ledger -> difference(node, element)).ifPresent(notes::add);
        Optional<Expression> rule = hops.isPresent() ? Optional.empty() : rule(node, element, notes);
        hops.ifPresent(ledger -> ties(node, ledger, notes));
        holes(node, element, notes);
        hops.ifPresent(ledger -> closed(node, ledger, notes));
        Form name = page.element(id, element);
        if (node.role() instanceof Role.Update update && update.part().equals("new")) {
            notes.add(page.prose().say("note.update", name));
        }
        finite.of(node, element).ifPresent(notes::add);
        double value = page.trace().get(id, element);
        Tensor number = Tensor.scalar(value);
        Form shown = page.value(number, node.isLeaf());
        return new Derivation(
                page.trace().iteration(),
                node.phase(),
                node.origin().line(),
                Detail.ELEMENT,
                id,
                element,
                name,
                Form.EMPTY,
                rule.map(r -> Page.equation(name, page.rule(r), page.program().isCarried(id)))
                        .orElseGet(() -> Page.equation(name, shown)),
                Form.EMPTY,
                rule.map(r -> numbers(r, shown)).orElse(Form.EMPTY),
                hops.map(ledger -> new EdgeRows(page, ledger).form()).orElse(Form.EMPTY),
                notes,
                number,
                shown);
    }

    /** A gradient as it is computed, where its edges do not show how their numbers come. */
    private void closed(Node node, HopLedger ledger, List<Form> notes) {
        boolean bare =
                ledger.hops().stream().anyMatch(hop -> hop.edge().written().isEmpty());
        if (bare && node.role() instanceof Role.Term && !(node.op() instanceof Adjoint)) {
            ElementText text = new ElementText(page);
            Unfolding.Unfolded formula = text.of(node, ledger.element());
            if (text.isSilent(node, ledger.element(), formula)) {
                return;
            }
            notes.add(page.prose().say("note.closed", text.equation(node, ledger.element(), formula)));
            notes.addAll(text.notes(formula));
        }
    }

    private Form numbers(Expression rule, Form shown) {
        Form numbers = page.numbers(rule);
        boolean same = ElementText.isOne(rule) || numbers.plain().equals(shown.plain());
        return same ? Form.EMPTY : Page.equation(numbers, shown);
    }

    /** The edges that one number of a gradient is the sum over. */
    Optional<HopLedger> edges(int id, int element) {
        return hops(program.node(id), element);
    }

    private Optional<HopLedger> hops(Node node, int element) {
        if (node.role() instanceof Role.Term term && page.picks().isPick(term.through())) {
            return Optional.of(placed(node, term, element));
        } else if (node.role() instanceof Role.Term term && page.picks().isPlaced(program.node(term.through()))) {
            return Optional.of(HopLedger.of(page, node, term, element));
        } else if (node.role() instanceof Role.Term term) {
            boolean whole = program.gradient(term.of(), term.wrt()).orElse(-1) == node.id();
            boolean ahead = program.node(term.through()).role() instanceof Role.Value;
            return Optional.of(
                    !copies.leadOn(term.through())
                            ? term(node, term, element)
                            : whole && page.names().isShown(term.wrt())
                                    ? HopLedger.of(page, term.of(), term.wrt(), element)
                                    : ahead ? HopLedger.of(page, node, term, element) : term(node, term, element));
        }
        return node.role() instanceof Role.Total total && page.names().isShown(total.wrt())
                ? Optional.of(HopLedger.of(page, total.of(), total.wrt(), element))
                : Optional.empty();
    }

    /** The gradient by a pick put at its place: there it is what it was, elsewhere 0. */
    private HopLedger placed(Node node, Role.Term term, int element) {
        OptionalInt place = page.picks().place(term.through(), element);
        OptionalInt gradient = program.gradient(term.of(), term.through());
        if (!page.picks().isPlaced(node) && !page.picks().isPick(term.wrt())) {
            return HopLedger.of(page, term.of(), term.wrt(), element);
        }
        return place.isPresent() && gradient.isPresent()
                ? HopLedger.share(page, program.node(gradient.getAsInt()), place.getAsInt())
                : new HopLedger(term.of(), term.wrt(), element, node.id(), List.of(), 0);
    }

    /** p − t with its numbers, where the edge leads through softmax and cross-entropy in one. */
    private Optional<Form> difference(Node node, int element) {
        if (!(node.role() instanceof Role.Term term)
                || !(program.node(term.through()).op() instanceof CrossEntropy loss)) {
            return Optional.empty();
        }
        HopLedger ledger = term(node, term, element);
        if (ledger.hops().size() != 1) {
            return Optional.empty();
        }
        LineEdge edge = ledger.hops().get(0).edge();
        Node through = program.node(term.through());
        int count = softmax.rows(through, loss);
        double t = softmax.target(through, ledger.element());
        Form p = page.number(edge.local() * count + t);
        Form less = new Form(
                p.plain() + " − " + page.number(t).plain(),
                p.latex() + " - " + page.number(t).latex());
        Form share = count == 1
                ? less
                : new Form("(" + less.plain() + ")/" + count, "\\frac{" + less.latex() + "}{" + count + "}");
        return edge.written()
                .map(rule -> page.prose()
                        .say(
                                "note.difference",
                                Page.equation(page.rule(rule), Page.equation(share, page.number(edge.local())))));
    }

    /** The edges of one use, through one operation. */
    private HopLedger term(Node node, Role.Term term, int element) {
        Node through = program.node(term.through());
        List<HopLedger.Hop> hops = new ArrayList<>();
        double sum = 0;
        List<Edge> edges = Edges.of(
                through.op(),
                program.operandShapes(through),
                (k, e) -> page.trace().get(through.inputs().get(k), e),
                term.operand(),
                element);
        Map<Integer, Expression> written = symbols.from(through, term.operand(), element);
        for (Edge edge : edges) {
            double upstream = page.gradients().value(term.of(), through.id(), edge.output());
            sum += edge.local() * upstream;
            Silence silence = new Silence(through.id(), term.operand(), element, edge.output());
            LineEdge line = new LineEdge(
                    through.id(),
                    edge.output(),
                    edge.local(),
                    LocalSymbol.of(through, edge, written).map(Simplify::simplify),
                    edge.local() == 0 ? Optional.of(silence) : Optional.empty());
            hops.add(new HopLedger.Hop(line, upstream, edge.local() * upstream, sum));
        }
        return new HopLedger(term.of(), term.wrt(), element, node.id(), hops, sum);
    }

    /** a₁ < b₁, as it was written. */
    private Optional<Expression> compared(Node node, int element) {
        return symbols.addends(node, element, 1)
                .map(addends -> addends.list().get(0).reads().stream()
                        .map(read -> symbols.element(node.inputs().get(read.array()), read.element()))
                        .toList())
                .map(both -> new Expression.Applied(node.op().name(), both, true));
    }

    /** The number as a formula of the numbers it was made from. */
    private Optional<Expression> rule(Node node, int element, List<Form> notes) {
        if (node.isLeaf() || node.role() instanceof Role.Seed) {
            return Optional.empty();
        }
        contest(node, element, notes);
        if (node.op() instanceof Softmax s && node.shape().dim(s.axis()) <= Unfolding.MOST) {
            return Optional.of(softmax.written(node, element));
        }
        if (node.op() instanceof Compare) {
            return compared(node, element);
        }
        ElementText text = new ElementText(page);
        Unfolding.Unfolded formula = text.of(node, element);
        notes.addAll(text.notes(formula));
        return Optional.of(formula.is());
    }

    private void contest(Node node, int element, List<Form> notes) {
        Optional<Addends> addends = symbols.addends(node, element, MOST);
        boolean greatest = addends.isPresent()
                && !addends.get().list().isEmpty()
                && addends.get().list().get(0).nest().fold() == Nest.Fold.MAX;
        if (greatest) {
            contest(node, element, addends.get().list(), notes);
        }
    }

    private void contest(Node node, int element, List<Addends.Addend> list, List<Form> notes) {
        Optional<Form> tie = new Contest(page, node).tie(element);
        if (tie.isPresent()) {
            notes.add(page.prose().say("note.ties", tie.get()));
            return;
        }
        list.stream().filter(Addends.Addend::counts).findFirst().ifPresent(winner -> {
            Form won = page.rule(symbols.written(node, winner));
            notes.add(page.prose().say("note.winner", won, page.element(node.id(), element)));
        });
    }

    /** Where a loss, or its slope by this number, took 0 · ln 0 as 0. */
    private void holes(Node node, int element, List<Form> notes) {
        Holes holes = new Holes(page);
        if (node.role() instanceof Role.Value) {
            holes.value(node, element).ifPresent(notes::add);
        } else if (node.role() instanceof Role.Term term) {
            holes.slope(program.node(term.through()), term.operand(), element).ifPresent(notes::add);
        }
    }

    /** The ties that the edges lead through. */
    private void ties(Node node, HopLedger ledger, List<Form> notes) {
        HopLedger met = node.role() instanceof Role.Term term && ledger.term() >= 0
                ? term(node, term, ledger.element())
                : ledger;
        for (HopLedger.Hop hop : met.hops()) {
            Node through = program.node(hop.edge().node());
            if (Contest.isOne(through.op().name())) {
                new Contest(page, through)
                        .tie(hop.edge().element())
                        .ifPresent(tie -> notes.add(page.prose().say("note.ties", tie)));
            }
        }
    }
}
