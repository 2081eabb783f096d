package chainstep.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says a {@link PathLedger} in names and numbers: each way, the sum, and what no way leads through. */
final class PathRows {
    private static final int NAMED = 6;

    private final Page page;
    private final PathLedger ledger;
    private final Silences silences;

    PathRows(Page page, PathLedger ledger) {
        this.page = page;
        this.ledger = ledger;
        this.silences = new Silences(page);
    }

    PathTable table() {
        List<Path> listed = ledger.listed();
        BigInteger unlisted = ledger.count().subtract(BigInteger.valueOf(listed.size()));
        boolean more = unlisted.signum() > 0;
        double[] numbers = new double[listed.size() + 2];
        for (int i = 0; i < listed.size(); i++) {
            numbers[i] = listed.get(i).product();
        }
        numbers[numbers.length - 2] = more ? ledger.rest() : ledger.total();
        numbers[numbers.length - 1] = ledger.total();
        List<Form> products = Numerals.column(numbers, false, page.notations().digits()).stream()
                .map(Numerals::form)
                .toList();
        List<PathTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Path path = listed.get(i);
            List<Path> told = told(path);
            rows.add(new PathTable.Row(
                    symbols(told), factors(told), products.get(i), silence(path), Optional.of(comes(path))));
        }
        if (more) {
            Form rest = page.prose().say("path.rest", unlisted.toString());
            rows.add(new PathTable.Row(rest, Form.EMPTY, products.get(listed.size()), Form.EMPTY, Optional.empty()));
        }
        return new PathTable(
                page.gradients().form(ledger.of(), ledger.wrt(), ledger.element()),
                page.prose().say("path.count", ledger.count(), page.gradients().total(ledger.of())),
                rows,
                products.get(numbers.length - 1),
                missing().orElse(Form.EMPTY));
    }

    /** The gradient that the way's product multiplies last; of a way without edges the end itself. */
    private Held comes(Path path) {
        int node = path.first().map(LineEdge::node).orElse(path.from());
        int element = path.first().map(LineEdge::element).orElse(path.element());
        return Held.gradient(page.program(), ledger.of(), node, element);
    }

    /** Why a way contributes nothing, told at its first edge that is 0, as counted from the end; 0 · ∞ is no nothing. */
    private Form silence(Path path) {
        Form said = Form.EMPTY;
        if (Double.isNaN(path.product())) {
            return said;
        }
        for (Path at = path; at.first().isPresent(); at = at.rest().orElseThrow()) {
            LineEdge edge = at.first().get();
            if (edge.local() == 0) {
                Path from = at;
                said = new LineEdges(page, ledger.of(), true)
                        .from(from.from(), from.element()).stream()
                                .filter(other -> other.node() == edge.node() && other.element() == edge.element())
                                .findFirst()
                                .flatMap(silences::of)
                                .orElse(Form.EMPTY);
            }
        }
        return said;
    }

    /** The edges of a way, the last first; one that only takes an element out of its array, whose name it keeps, is not told. */
    private List<Path> told(Path path) {
        List<Path> all = new ArrayList<>();
        for (Path at = path; at.first().isPresent(); at = at.rest().orElseThrow()) {
            all.add(at);
        }
        Collections.reverse(all);
        if (all.size() > 1 && isTaken(all.get(0))) {
            all.remove(0);
        }
        return all;
    }

    private boolean isTaken(Path at) {
        LineEdge edge = at.first().orElseThrow();
        return edge.local() == 1
                && page.element(edge.node(), edge.element()).equals(page.element(at.from(), at.element()));
    }

    private Form symbols(List<Path> told) {
        List<Form> symbols = new ArrayList<>();
        for (Path at : told) {
            LineEdge edge = at.first().orElseThrow();
            symbols.add(page.partial(edge.node(), edge.element(), at.from(), at.element()));
        }
        return symbols.isEmpty() ? new Form("1", "1") : joined(symbols, " · ", " ");
    }

    private static Form joined(List<Form> forms, String plain, String latex) {
        return new Form(
                forms.stream().map(Form::plain).collect(Collectors.joining(plain)),
                forms.stream().map(Form::latex).collect(Collectors.joining(latex)));
    }

    private Form factors(List<Path> told) {
        List<Double> locals =
                told.stream().map(at -> at.first().orElseThrow().local()).toList();
        Function<Integer, Form> factor = i -> factor(locals.get(i), i == 0);
        return joined(IntStream.range(0, locals.size()).boxed().map(factor).toList(), " · ", " \\cdot ");
    }

    private Form factor(double value, boolean first) {
        String text = Numerals.local(value, page.notations().digits());
        String held = value < 0 && !first ? "(" + text + ")" : text;
        return Numerals.form(held);
    }

    /** The last value on the way of which some elements are not reached, with all that the element feeds itself. */
    private Optional<Form> missing() {
        List<Integer> partial = partial(ledger.reached());
        List<Integer> fed = partial(ledger.fed());
        if (partial.isEmpty() || fed.isEmpty()) {
            return Optional.empty();
        }
        int first = fed.get(0);
        int last = partial.get(partial.size() - 1);
        int lost = absent(first, ledger.fed()).get(0);
        List<Form> feeds = ledger.fed().entrySet().stream()
                .map(entry -> named(entry.getKey(), entry.getValue()))
                .toList();
        return Optional.of(page.prose()
                .say(
                        "path.none",
                        named(last, absent(last, ledger.reached())),
                        page.element(ledger.wrt(), ledger.element()),
                        page.prose().several(feeds, feeds.size()),
                        Page.equation(page.partial(first, lost, ledger.wrt(), ledger.element()), page.number(0))));
    }

    private List<Integer> partial(Map<Integer, List<Integer>> elements) {
        return elements.entrySet().stream()
                .filter(entry -> entry.getKey() != ledger.wrt()
                        && entry.getValue().size()
                                < page.program().node(entry.getKey()).shape().size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Integer> absent(int node, Map<Integer, List<Integer>> elements) {
        List<Integer> reached = elements.get(node);
        return IntStream.range(0, page.program().node(node).shape().size())
                .boxed()
                .filter(element -> !reached.contains(element))
                .limit(NAMED + 1)
                .toList();
    }

    private Form named(int node, List<Integer> elements) {
        List<Form> forms = elements.stream()
                .limit(NAMED + 1)
                .map(e -> page.element(node, e))
                .toList();
        return page.prose().several(forms, NAMED);
    }
}
