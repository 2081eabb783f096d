package chainstep.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a {@link PathLedger}: each way in symbols and in numbers, the sum, and what no way leads through. */
final class PathText {
    private static final int NAMED = 6;

    private final Page page;
    private final PathLedger ledger;
    private final Silences silences;

    PathText(Page page, PathLedger ledger) {
        this.page = page;
        this.ledger = ledger;
        this.silences = new Silences(page);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        double rest = ledger.rest();
        boolean more = ledger.count()
                        .compareTo(java.math.BigInteger.valueOf(ledger.listed().size()))
                > 0;
        double[] numbers = new double[ledger.listed().size() + 2];
        for (int i = 0; i < ledger.listed().size(); i++) {
            numbers[i] = ledger.listed().get(i).product();
        }
        numbers[numbers.length - 2] = more ? rest : ledger.total();
        numbers[numbers.length - 1] = ledger.total();
        List<String> products = Numerals.column(numbers, false);
        String total = products.get(numbers.length - 1);
        lines.add(page.partial(ledger.of(), 0, ledger.wrt(), ledger.element()).plain() + " = " + total + "     "
                + page.prose()
                        .text(
                                "path.count",
                                ledger.count(),
                                page.name(ledger.of()).plain()));
        sums(products, more, lines);
        missing().ifPresent(form -> lines.add("  " + form.plain()));
        return String.join("\n", lines);
    }

    private void sums(List<String> products, boolean more, List<String> lines) {
        List<String> factors =
                ledger.listed().stream().map(path -> factors(path)).toList();
        int width = factors.stream().mapToInt(Width::of).max().orElse(0);
        int digits = products.stream().mapToInt(Width::of).max().orElse(0);
        for (int i = 0; i < factors.size(); i++) {
            Path path = ledger.listed().get(i);
            lines.add("  " + symbols(path));
            lines.add("    " + Width.pad(factors.get(i), width) + "  = " + Width.padLeft(products.get(i), digits)
                    + silence(path));
        }
        if (more) {
            String count = ledger.count()
                    .subtract(java.math.BigInteger.valueOf(factors.size()))
                    .toString();
            lines.add("  " + Width.pad(page.prose().text("path.rest", count), width + 2) + "  = "
                    + Width.padLeft(products.get(factors.size()), digits));
        }
        if (factors.size() > 1) {
            String indent = " ".repeat(width + 8);
            lines.add(indent + "-".repeat(digits));
            lines.add(indent + Width.padLeft(products.get(products.size() - 1), digits));
        }
    }

    /** Why a way contributes nothing, told at its first edge that is 0, as counted from the end. */
    private String silence(Path path) {
        String said = "";
        for (Path at = path; at.first().isPresent(); at = at.rest().orElseThrow()) {
            LineEdge edge = at.first().get();
            if (edge.local() == 0) {
                Path from = at;
                said = new LineEdges(page, ledger.of(), true)
                        .from(from.from(), from.element()).stream()
                                .filter(other -> other.node() == edge.node() && other.element() == edge.element())
                                .findFirst()
                                .flatMap(silences::of)
                                .map(why -> "   " + why.plain())
                                .orElse("");
            }
        }
        return said;
    }

    /** The edges from the end back to the element. */
    private static List<LineEdge> edges(Path path) {
        List<LineEdge> edges = new ArrayList<>();
        for (Path at = path; at.first().isPresent(); at = at.rest().orElseThrow()) {
            edges.add(at.first().get());
        }
        Collections.reverse(edges);
        return edges;
    }

    private String symbols(Path path) {
        List<String> symbols = new ArrayList<>();
        for (Path at = path; at.first().isPresent(); at = at.rest().orElseThrow()) {
            LineEdge edge = at.first().get();
            symbols.add(page.partial(edge.node(), edge.element(), at.from(), at.element())
                    .plain());
        }
        Collections.reverse(symbols);
        return symbols.isEmpty() ? "1" : String.join(" · ", symbols);
    }

    private static String factors(Path path) {
        List<LineEdge> edges = edges(path);
        return IntStream.range(0, edges.size())
                .mapToObj(i -> factor(edges.get(i).local(), i == 0))
                .collect(Collectors.joining(" · "));
    }

    private static String factor(double value, boolean first) {
        String text = Numerals.local(value);
        return value < 0 && !first ? "(" + text + ")" : text;
    }

    /** The last value on the way of which some elements are not reached, with all that the element feeds itself. */
    private java.util.Optional<Form> missing() {
        List<Integer> partial = partial(ledger.reached());
        List<Integer> fed = partial(ledger.fed());
        if (partial.isEmpty() || fed.isEmpty()) {
            return java.util.Optional.empty();
        }
        int first = fed.get(0);
        int last = partial.get(partial.size() - 1);
        int lost = absent(first, ledger.fed()).get(0);
        List<Form> feeds = ledger.fed().entrySet().stream()
                .map(entry -> named(entry.getKey(), entry.getValue()))
                .toList();
        return java.util.Optional.of(page.prose()
                .say(
                        "path.none",
                        named(last, absent(last, ledger.reached())),
                        page.element(ledger.wrt(), ledger.element()),
                        new Form(
                                feeds.stream().map(Form::plain).collect(Collectors.joining(", ")),
                                feeds.stream().map(Form::latex).collect(Collectors.joining(", "))),
                        Page.equation(page.partial(first, lost, ledger.wrt(), ledger.element()), page.number(0))));
    }

    private List<Integer> partial(java.util.Map<Integer, List<Integer>> elements) {
        return elements.entrySet().stream()
                .filter(entry -> entry.getKey() != ledger.wrt()
                        && entry.getValue().size()
                                < page.program().node(entry.getKey()).shape().size())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private List<Integer> absent(int node, java.util.Map<Integer, List<Integer>> elements) {
        List<Integer> reached = elements.get(node);
        return IntStream.range(0, page.program().node(node).shape().size())
                .boxed()
                .filter(element -> !reached.contains(element))
                .limit(NAMED + 1)
                .toList();
    }

    private Form named(int node, List<Integer> elements) {
        List<Form> forms =
                elements.stream().limit(NAMED).map(e -> page.element(node, e)).toList();
        boolean more = elements.size() > NAMED;
        return new Form(
                forms.stream().map(Form::plain).collect(Collectors.joining(", ")) + (more ? ", …" : ""),
                forms.stream().map(Form::latex).collect(Collectors.joining(", ")) + (more ? ", \\dots" : ""));
    }
}
