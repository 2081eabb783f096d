package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The formulas of depth <em>line</em>: one for each named value, its gradient and its update, everything between written out.
 *
 * <p>A value used on one line gets its gradient there, whole. One used on several lines gets a term on each, and the sum on
 * its own line.
 */
final class LineRows {
    private final Program program;
    private final Trace trace;
    private final Names names;
    private final Composition composition;
    private final Map<Integer, List<List<Integer>>> lastOfGroups = new LinkedHashMap<>();
    private final Map<Integer, List<List<Integer>>> groups = new LinkedHashMap<>();

    LineRows(Page page) {
        this.program = page.program();
        this.trace = page.trace();
        this.names = page.names();
        this.composition = new Composition(program, names::isShown);
        program.nodes().forEach(this::group);
    }

    /** Finds, for each shown value used more than once, its terms line by line. */
    private void group(Node node) {
        if (node.role() instanceof Role.Total && names.isShown(node.id())) {
            Map<Integer, List<Integer>> byLine = new LinkedHashMap<>();
            for (int term : node.inputs()) {
                byLine.computeIfAbsent(program.node(term).origin().line(), line -> new ArrayList<>())
                        .add(term);
            }
            List<List<Integer>> all = List.copyOf(byLine.values());
            groups.put(node.id(), all);
            all.forEach(group -> lastOfGroups
                    .computeIfAbsent(group.get(group.size() - 1), key -> new ArrayList<>())
                    .add(group));
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        program.nodes().forEach(node -> add(node, rows));
        return rows;
    }

    private void add(Node node, List<Row> rows) {
        if (node.isLeaf() || node.role() instanceof Role.Seed) {
            return;
        }
        lastOfGroups.getOrDefault(node.id(), List.of()).forEach(group -> rows.add(term(group)));
        if (!names.isShown(node.id()) || isPartial(node)) {
            return;
        }
        List<List<Integer>> terms = groups.getOrDefault(node.id(), List.of());
        if (terms.size() == 1) {
            rows.remove(rows.stream()
                    .filter(row -> row.nodes().equals(terms.get(0)))
                    .findFirst()
                    .orElseThrow());
            rows.add(row(
                    node,
                    terms.get(0),
                    sum(terms.get(0)),
                    program.node(terms.get(0).get(0)).origin().line()));
        } else if (terms.size() > 1) {
            List<Expression> symbols =
                    terms.stream().map(group -> symbol(group.get(0))).toList();
            rows.add(row(
                    node,
                    List.of(node.id()),
                    new Expression.Sum(symbols),
                    node.origin().line()));
        } else {
            rows.add(row(
                    node,
                    List.of(node.id()),
                    composition.of(node.id()),
                    node.origin().line()));
        }
    }

    private boolean isPartial(Node node) {
        return node.role() instanceof Role.Term term
                && program.gradient(term.of(), term.wrt()).orElse(-1) != node.id()
                && node.name().isEmpty();
    }

    private Expression symbol(int id) {
        return new Expression.Symbol(id, program.node(id).shape());
    }

    private Expression sum(List<Integer> terms) {
        return composition.tidied(
                new Expression.Sum(terms.stream().map(composition::of).toList()));
    }

    private Row row(Node node, List<Integer> terms, Expression rule, int line) {
        List<Integer> nodes = terms.size() > 1 || terms.get(0) != node.id() ? List.of(node.id()) : terms;
        return new Row(node.phase(), line, nodes, rule, trace.value(node.id()));
    }

    private Row term(List<Integer> group) {
        Node first = program.node(group.get(0));
        double[] total = new double[first.shape().size()];
        for (int term : group) {
            for (int i = 0; i < total.length; i++) {
                total[i] += trace.get(term, i);
            }
        }
        return new Row(Phase.BACKWARD, first.origin().line(), group, sum(group), Tensor.of(first.shape(), total));
    }
}
