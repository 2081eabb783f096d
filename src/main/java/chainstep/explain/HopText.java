package chainstep.explain;

import java.util.ArrayList;
import java.util.List;

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

    String text() {
        List<HopLedger.Hop> hops = ledger.hops().stream().limit(MOST).toList();
        Form gradient = page.partial(ledger.of(), 0, ledger.wrt(), ledger.element());
        double[] all = new double[hops.size() + 1];
        for (int i = 0; i < hops.size(); i++) {
            all[i] = hops.get(i).product();
        }
        all[hops.size()] = ledger.total();
        List<String> products = Numerals.column(all, false);
        List<String> lines = new ArrayList<>();
        String total = products.get(hops.size());
        lines.add(gradient.plain() + " = " + total + "          "
                + page.prose().text("hop.sum", count(), element(ledger.wrt(), ledger.element())));
        if (!hops.isEmpty()) {
            table(hops, products, lines);
        }
        return String.join("\n", lines);
    }

    private int count() {
        return ledger.hops().size();
    }

    private void table(List<HopLedger.Hop> hops, List<String> products, List<String> lines) {
        Columns columns = new Columns(false, false, true, false, false, true, false, true);
        Prose words = page.prose();
        columns.add(
                words.text("hop.edge"),
                words.text("hop.local"),
                "",
                "",
                words.text("hop.upstream"),
                "",
                "",
                words.text("hop.product"));
        List<String> upstream = Numerals.column(
                hops.stream().mapToDouble(HopLedger.Hop::upstream).toArray(), false);
        for (int i = 0; i < hops.size(); i++) {
            LineEdge edge = hops.get(i).edge();
            columns.add(
                    element(ledger.wrt(), ledger.element()) + " → " + element(edge.node(), edge.element()),
                    page.local(edge, ledger.wrt(), ledger.element()).plain(),
                    "= " + Numerals.local(edge.local()),
                    "×",
                    page.partial(ledger.of(), 0, edge.node(), edge.element()).plain(),
                    "= " + upstream.get(i),
                    "=",
                    products.get(i)
                            + silences.of(edge).map(why -> "   " + why.plain()).orElse(""));
        }
        List<String> drawn = columns.lines("  ");
        lines.addAll(drawn);
        if (hops.size() > 1) {
            int digits = products.stream().mapToInt(Width::of).max().orElse(0);
            int start = Width.of(drawn.get(0).substring(0, drawn.get(0).indexOf(words.text("hop.product"))));
            String indent = " ".repeat(start);
            lines.add(indent + "-".repeat(digits));
            lines.add(indent + Width.padLeft(products.get(hops.size()), digits));
        }
    }

    private String element(int node, int element) {
        return page.element(node, element).plain();
    }
}
