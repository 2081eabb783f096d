package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The formulas of depth <em>line</em>: one for each named value, its gradient and its update, everything between written out.
 *
 * <p>A value used on one line gets its gradient there, whole. One used on several lines gets a term on each for all uses that
 * lead to the same named values, and the sum on its own line.
 */
final class LineRows {
    /** The most rows for inner values that one row has before it; a product of thousands of factors has none. */
    private static final int MOST = 8;

    private final Program program;
    private final Trace trace;
    private final Names names;
    private final Page page;
    private final Composition composition;
    private final Map<Integer, List<Group>> lastOfGroups = new LinkedHashMap<>();
    private final Map<Integer, List<List<Integer>>> groups = new LinkedHashMap<>();

    /** The terms of one total that come from one line, and where it has several, lead to the same values. */
    private record Group(int total, List<Integer> terms, boolean alone) {}

    LineRows(Page page) {
        this.page = page;
        this.program = page.program();
        this.trace = page.trace();
        this.names = page.names();
        this.composition = new Composition(program, page.magnitudes(), names::isShown);
        program.nodes().forEach(this::group);
    }

    /** Finds, for each shown value used more than once, its terms line by line. */
    private void group(Node node) {
        if (node.role() instanceof Role.Total && names.isShown(node.id())) {
            List<List<Integer>> byLine = grouped(List.of(node.inputs()), this::line);
            List<List<Integer>> all = byLine.size() == 1 ? byLine : grouped(byLine, this::through);
            groups.put(node.id(), all);
            all.forEach(group -> lastOfGroups
                    .computeIfAbsent(group.get(group.size() - 1), key -> new ArrayList<>())
                    .add(new Group(node.id(), group, all.size() == 1)));
        }
    }

    private static <K> List<List<Integer>> grouped(List<List<Integer>> lists, Function<Integer, K> key) {
        return lists.stream()
                .flatMap(list -> list.stream()
                        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream())
                .toList();
    }

    private int line(int term) {
        return program.node(term).origin().line();
    }

    private List<Integer> through(int term) {
        return page.use(program.node(term)).map(Uses.Use::through).orElse(List.of());
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        program.nodes().forEach(node -> add(node, rows));
        Set<Integer> told = new HashSet<>();
        rows.forEach(row -> told.addAll(row.nodes()));
        List<Row> all = new ArrayList<>();
        for (Row row : rows) {
            Set<Integer> begun = new HashSet<>();
            List<Row> inner = new ArrayList<>();
            inner(row, told, begun, inner);
            all.addAll(begun.size() <= MOST ? inner : List.of());
            all.add(row);
        }
        return all;
    }

    /** Rows for the gradients by inner values that a rule calls by name, being too long to be written out, in order. */
    private void inner(Row row, Set<Integer> told, Set<Integer> begun, List<Row> all) {
        List<Integer> named = new ArrayList<>();
        collect(row.rule(), named);
        for (int id : named) {
            if (begun.size() <= MOST && told.add(id)) {
                begun.add(id);
                Node node = program.node(id);
                Expression rule = node.role() instanceof Role.Total ? sum(node.inputs()) : composition.of(id);
                Row next = new Row(node.phase(), node.origin().line(), List.of(id), rule, trace.value(id));
                inner(next, told, begun, all);
                all.add(next);
            }
        }
    }

    private void collect(Expression expression, List<Integer> named) {
        if (expression instanceof Expression.Symbol symbol
                && Names.byWhat(program.node(symbol.node())).isPresent()
                && !names.isShown(symbol.node())) {
            named.add(symbol.node());
        }
        Parts.of(expression).forEach(part -> collect(part, named));
    }

    private void add(Node node, List<Row> rows) {
        if (Names.isMask(node)) {
            rows.add(new Row(
                    node.phase(), node.origin().line(), List.of(node.id()), symbol(node.id()), trace.value(node.id())));
        }
        if (node.isLeaf() || node.role() instanceof Role.Seed) {
            return;
        }
        for (Group group : lastOfGroups.getOrDefault(node.id(), List.of())) {
            rows.add(group.alone() ? whole(group) : term(group.terms()));
        }
        List<List<Integer>> terms = groups.getOrDefault(node.id(), List.of());
        if (!names.isShown(node.id()) || isPartial(node) || terms.size() == 1) {
            return;
        }
        Expression rule = terms.isEmpty()
                ? composition.of(node.id())
                : new Expression.Sum(
                        terms.stream().map(group -> symbol(group.get(0))).toList());
        rows.add(new Row(node.phase(), node.origin().line(), List.of(node.id()), rule, trace.value(node.id())));
    }

    /** The gradient of a value used on one line only. */
    private Row whole(Group group) {
        Node first = program.node(group.terms().get(0));
        List<Integer> nodes = new ArrayList<>(List.of(group.total()));
        nodes.addAll(group.terms());
        return new Row(first.phase(), first.origin().line(), nodes, sum(group.terms()), trace.value(group.total()));
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
        return composition.tidied(new Expression.Sum(
                page.picks().ordered(terms).stream().map(composition::of).toList()));
    }

    private Row term(List<Integer> group) {
        Node first = program.node(group.get(0));
        double[] total = new double[first.shape().size()];
        for (int term : group) {
            for (int i = 0; i < total.length; i++) {
                total[i] += trace.get(term, i);
            }
        }
        return new Row(first.phase(), first.origin().line(), group, sum(group), Tensor.of(first.shape(), total));
    }
}
