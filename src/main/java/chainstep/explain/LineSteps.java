package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains the rows of depth <em>line</em>. */
final class LineSteps {
    private final Page page;
    private final List<Row> rows;
    private final Remarks remarks;
    private final Once<Map<Integer, Row>> own = new Once<>(this::byNode);

    LineSteps(Page page) {
        this.page = page;
        this.rows = new LineRows(page).rows();
        this.remarks = Remarks.of(page, rows);
    }

    List<Row> rows() {
        return rows;
    }

    /** The rows that hold one of these nodes. */
    List<Derivation> of(Set<Integer> nodes) {
        return rows.stream()
                .filter(row -> row.nodes().stream().anyMatch(nodes::contains))
                .map(this::of)
                .toList();
    }

    /** The right side of a value's own row, if it has one. */
    Optional<Form> formula(int node) {
        return Optional.ofNullable(own.get().get(node)).map(row -> page.rule(row.rule()));
    }

    private Map<Integer, Row> byNode() {
        Map<Integer, Row> found = new HashMap<>();
        rows.forEach(row -> found.putIfAbsent(row.node(), row));
        return found;
    }

    List<Derivation> all() {
        Set<Form> said = new HashSet<>();
        return rows.stream().map(row -> of(row, said)).toList();
    }

    Derivation of(Row row) {
        return of(row, new HashSet<>());
    }

    private Derivation of(Row row, Set<Form> said) {
        Node node = page.program().node(row.node());
        Form shown = page.value(row.value(), false);
        return new Derivation(
                page.trace().iteration(),
                row.phase(),
                row.line(),
                Detail.LINE,
                row.node(),
                -1,
                node.role() instanceof Role.Value ? page.statement(row.node()) : page.left(row.node()),
                Form.EMPTY,
                Page.equation(
                        page.left(row.node(), row.rule()),
                        page.rule(row.rule()),
                        page.program().isCarried(row.node())),
                Form.EMPTY,
                page.numbers(row.rule(), row.value()),
                Form.EMPTY,
                remarks.fresh(remarks.of(row), row.rule(), said),
                row.value(),
                shown);
    }
}
