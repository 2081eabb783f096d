package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a {@link HopLedger} in names and numbers: the rows of its table, and the sum below them. */
final class EdgeRows {
    private static final int MOST = 64;

    private final Page page;
    private final HopLedger ledger;
    private final List<HopLedger.Hop> hops;
    private final Silences silences;

    EdgeRows(Page page, HopLedger ledger) {
        this.page = page;
        this.ledger = ledger;
        this.hops = ledger.hops().stream().limit(MOST).toList();
        this.silences = new Silences(page);
    }

    /** The table as text; as LaTeX, the sum. */
    Form form() {
        String terms = hops.stream()
                .map(hop -> local(hop).latex() + " \\cdot " + upstream(hop).latex())
                .collect(Collectors.joining(" + "));
        return new Form(new HopText(page.prose(), table()).text(), gradient().latex() + " = " + terms);
    }

    EdgeTable table() {
        double[] all = new double[hops.size() + 1];
        double[] incoming = new double[hops.size()];
        for (int i = 0; i < hops.size(); i++) {
            all[i] = hops.get(i).product();
            incoming[i] = hops.get(i).upstream();
        }
        all[hops.size()] = ledger.total();
        List<String> products = Numerals.column(all, false, page.notations().digits());
        List<String> upstream =
                Numerals.column(incoming, false, page.notations().digits());
        List<EdgeTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            rows.add(row(hops.get(i), number(upstream.get(i)), number(products.get(i))));
        }
        List<Form> head = Stream.of("hop.edge", "hop.local", "hop.upstream", "hop.product")
                .map(key -> page.prose().say(key))
                .toList();
        long omitted = ledger.hops().size() - hops.size();
        return new EdgeTable(gradient(), heading(), head, rows, omitted, number(products.get(hops.size())));
    }

    private EdgeTable.Row row(HopLedger.Hop hop, Form incoming, Form product) {
        LineEdge edge = hop.edge();
        Form why = silences.of(hop, upstream(hop)).orElse(Form.EMPTY);
        boolean number =
                edge.written().filter(Expression.Number.class::isInstance).isPresent();
        return new EdgeTable.Row(
                element(),
                page.element(edge.node(), edge.element()),
                number ? Form.EMPTY : local(hop),
                number(Numerals.local(edge.local(), page.notations().digits())),
                upstream(hop),
                incoming,
                product,
                why,
                Held.gradient(page.program(), ledger.of(), edge.node(), edge.element()));
    }

    private static Form number(String text) {
        return Numerals.form(text);
    }

    /** The gradient told: of all uses, or of one. */
    private Form gradient() {
        return ledger.term() < 0
                ? page.gradients().form(ledger.of(), ledger.wrt(), ledger.element())
                : page.bare(ledger.term(), page.element(ledger.term(), ledger.element()));
    }

    private Form local(HopLedger.Hop hop) {
        return page.local(hop.edge(), ledger.wrt(), ledger.element());
    }

    private Form upstream(HopLedger.Hop hop) {
        return page.gradients().name(ledger.of(), hop.edge().node(), hop.edge().element());
    }

    private Form element() {
        return page.element(ledger.wrt(), ledger.element());
    }

    private Form heading() {
        int count = ledger.hops().size();
        if (count == 0) {
            if (ledger.term() >= 0
                    && page.program().node(ledger.term()).role() instanceof Role.Term term
                    && (uses() > 1 || page.picks().isPick(ledger.wrt()))) {
                boolean placed = page.picks().isPick(term.through());
                return page.prose()
                        .say(placed ? "hop.none.place" : "hop.none.here", element(), page.name(term.through()));
            }
            String key = isWindowed() ? "hop.none.window" : isDifferentiated() ? "hop.none.gradient" : "hop.none";
            return page.prose().say(key, element());
        }
        if (ledger.term() >= 0 && page.use(page.program().node(ledger.term())).isPresent()) {
            return page.prose().say("hop.use", uses(), page.name(ledger.wrt()));
        }
        if (count == 1 && ledger.term() < 0 && uses() > 1) {
            LineEdge only = hops.get(0).edge();
            return page.prose().say("hop.within", element(), page.element(only.node(), only.element()));
        }
        long times = elsewhere();
        return times > 1 && count == 1
                ? page.prose().say("hop.use", times, element())
                : page.prose().say(count == 1 ? "hop.one" : "hop.sum", count, element());
    }

    /** How often an element that was taken out of a value is used, this use among them. */
    private long elsewhere() {
        Picks picks = page.picks();
        int at = ledger.wrt();
        int element = ledger.element();
        long times = 1;
        while (times == 1 && picks.isPick(at)) {
            int whole = picks.whole(at);
            int[] index = picks.index(at, page.program().node(at).shape().index(element));
            element = page.program().node(whole).shape().offset(index);
            times = picks.uses(whole, element);
            at = whole;
        }
        return times;
    }

    /** Whether the value goes into windows, of a pool or a convolution. */
    private boolean isWindowed() {
        return page.program().nodes().stream()
                .filter(node -> node.inputs().contains(ledger.wrt()))
                .anyMatch(node ->
                        node.op().name().endsWith("_pool2d") || node.op().name().equals("conv2d"));
    }

    /** Whether another gradient is taken of it: that depends on how it is made, not on what it is. */
    private boolean isDifferentiated() {
        return ledger.wrt() != ledger.of()
                && page.program().nodes().stream()
                        .anyMatch(node -> node.role() instanceof Role.Seed seed && seed.of() == ledger.wrt());
    }

    private long uses() {
        return page.program().nodes().stream()
                .filter(node ->
                        node.role() instanceof Role.Term term && term.of() == ledger.of() && term.wrt() == ledger.wrt())
                .count();
    }
}
