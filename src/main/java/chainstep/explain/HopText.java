package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a {@link HopLedger}: a table of edges, and the sum below the line. */
final class HopText {
    private static final int MOST = 64;

    private final Page page;
    private final HopLedger ledger;
    private final Silences silences;

    HopText(Page page, HopLedger ledger) {
        this.page = page;
        this.ledger = ledger;
        this.silences = new Silences(page);
    }

    /** The table; as LaTeX, the sum. */
    Form form() {
        return new Form(text(), latex());
    }

    private String latex() {
        String terms = ledger.hops().stream()
                .limit(MOST)
                .map(hop -> page.local(hop.edge(), ledger.wrt(), ledger.element())
                                .latex() + " \\cdot " + upstream(hop).latex())
                .collect(Collectors.joining(" + "));
        return gradient().latex() + " = " + terms;
    }

    /** The gradient told: of all uses, or of one. */
    private Form gradient() {
        return ledger.term() < 0
                ? page.partial(ledger.of(), 0, ledger.wrt(), ledger.element())
                : page.bare(ledger.term(), page.element(ledger.term(), ledger.element()));
    }

    private Form upstream(HopLedger.Hop hop) {
        return page.gradientName(ledger.of(), hop.edge().node(), hop.edge().element());
    }

    String text() {
        List<HopLedger.Hop> hops = ledger.hops().stream().limit(MOST).toList();
        Form gradient = gradient();
        double[] all = new double[hops.size() + 1];
        for (int i = 0; i < hops.size(); i++) {
            all[i] = hops.get(i).product();
        }
        all[hops.size()] = ledger.total();
        List<String> products = Numerals.column(all, false);
        List<String> lines = new ArrayList<>();
        String total = products.get(hops.size());
        lines.add(gradient.plain() + " = " + total + "          " + heading());
        if (!hops.isEmpty()) {
            table(hops, products, lines);
        }
        return String.join("\n", lines);
    }

    /** The local derivative's formula; nothing where it is only a number. */
    private String local(HopLedger.Hop hop) {
        boolean number =
                hop.edge().written().filter(Expression.Number.class::isInstance).isPresent();
        return number
                ? ""
                : page.local(hop.edge(), ledger.wrt(), ledger.element()).plain();
    }

    /** Names and numbers, the equals signs below each other. */
    private static List<String> equations(List<String> names, List<String> numbers) {
        int name = names.stream().mapToInt(Width::of).max().orElse(0);
        int number = numbers.stream().mapToInt(Width::of).max().orElse(0);
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i).isEmpty() && name == 0
                        ? Width.padLeft(numbers.get(i), number)
                        : Width.pad(names.get(i), name)
                                + (names.get(i).isEmpty() ? "   " : " = ")
                                + Width.padLeft(numbers.get(i), number))
                .toList();
    }

    private String heading() {
        int count = ledger.hops().size();
        if (count == 0) {
            return none();
        }
        if (ledger.term() >= 0 && page.use(page.program().node(ledger.term())).isPresent()) {
            return page.prose().text("hop.use", uses(), page.name(ledger.wrt()).plain());
        }
        String key = count == 1 ? "hop.one" : "hop.sum";
        return page.prose().text(key, count, element(ledger.wrt(), ledger.element()));
    }

    private String none() {
        boolean windows = page.program().nodes().stream()
                .filter(node -> node.inputs().contains(ledger.wrt()))
                .anyMatch(node ->
                        node.op().name().endsWith("_pool2d") || node.op().name().equals("conv2d"));
        return page.prose().text(windows ? "hop.none.window" : "hop.none", element(ledger.wrt(), ledger.element()));
    }

    private long uses() {
        return page.program().nodes().stream()
                .filter(node ->
                        node.role() instanceof Role.Term term && term.of() == ledger.of() && term.wrt() == ledger.wrt())
                .count();
    }

    private void table(List<HopLedger.Hop> hops, List<String> products, List<String> lines) {
        Columns columns = new Columns(false, false, false, false, false, true, false);
        Prose words = page.prose();
        columns.add(
                words.text("hop.edge"),
                words.text("hop.local"),
                "",
                words.text("hop.upstream"),
                "",
                words.text("hop.product"),
                "");
        List<String> locals = equations(
                hops.stream().map(this::local).toList(),
                hops.stream().map(hop -> Numerals.local(hop.edge().local())).toList());
        List<String> upstream = equations(
                hops.stream().map(hop -> upstream(hop).plain()).toList(),
                Numerals.column(
                        hops.stream().mapToDouble(HopLedger.Hop::upstream).toArray(), false));
        for (int i = 0; i < hops.size(); i++) {
            LineEdge edge = hops.get(i).edge();
            Form gradient = page.partial(ledger.of(), 0, edge.node(), edge.element());
            String why = silences.of(hops.get(i), gradient).map(Form::plain).orElse("");
            String arrow = element(ledger.wrt(), ledger.element()) + " → " + element(edge.node(), edge.element());
            columns.add(arrow, locals.get(i), "×", upstream.get(i), "=", products.get(i), why);
        }
        lines.addAll(summed(columns.lines("  "), products));
    }

    /** The table with the sum below its last column. */
    private List<String> summed(List<String> drawn, List<String> products) {
        List<String> lines = new ArrayList<>(drawn);
        if (drawn.size() > 2) {
            String head = drawn.get(0);
            String last = page.prose().text("hop.product");
            int end = Width.of(head.substring(0, head.lastIndexOf(last) + last.length()));
            int digits = products.stream().mapToInt(Width::of).max().orElse(0);
            String indent = " ".repeat(end - digits);
            lines.add(indent + "-".repeat(digits));
            lines.add(indent + Width.padLeft(products.get(products.size() - 1), digits));
        }
        return lines;
    }

    private String element(int node, int element) {
        return page.element(node, element).plain();
    }
}
