package chainstep.explain;

import chainstep.graph.BrokenOff;
import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a good teacher would point at in a step: a kink, dead units, saturation, a spread, a shortcut, the update's trap. */
final class Remarks {
    private static final int NAMED = 6;
    private static final double FAINT = 1e-3;
    /** Beside its kink at 0, a number as near as this is there but for rounding. */
    static final double ALMOST = 1e-14;

    private static final Set<String> KINKED = Set.of("relu", "leaky_relu", "abs");

    /** What is written with a sign between an array and what slides over it. */
    private static final Set<String> SLID = Set.of(Rules.CORRELATED, Rules.FULL);

    private static final Form STAR = new Form("⋆", "\\star");
    private static final Form FULL = new Form("⋆full", "\\star_{\\mathrm{full}}");
    private static final Form TURNED = new Form("rot180", "\\operatorname{rot}_{180}");

    private final Page page;
    private final Program program;
    private final NotFinite finite;
    private final Holes holes;

    private Remarks(Page page, Map<Integer, Integer> told) {
        this.page = page;
        this.program = page.program();
        this.finite = new NotFinite(page, told);
        this.holes = new Holes(page);
    }

    /** @param visible the nodes that are explained one by one */
    static Remarks of(Page page, IntPredicate visible) {
        Map<Integer, Integer> told = new HashMap<>();
        page.program().nodes().stream()
                .filter(node -> visible.test(node.id()))
                .forEach(node -> told.put(node.id(), node.origin().line()));
        return new Remarks(page, told);
    }

    /** @param rows what is told */
    static Remarks of(Page page, List<Row> rows) {
        Map<Integer, Integer> told = new HashMap<>();
        rows.forEach(row -> told.put(row.node(), row.line()));
        return new Remarks(page, told);
    }

    /** The remarks on all nodes of a row, and on the operations written out in it. */
    List<Form> of(Row row) {
        List<Form> notes = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        row.nodes().forEach(id -> inner(program.node(id), seen, notes));
        row.nodes().forEach(id -> notes.addAll(local(program.node(id), row.rule())));
        notes.addAll(finite(row));
        return notes.stream().distinct().toList();
    }

    /** Why a row is not finite, where it is the first of its line. */
    List<Form> finite(Row row) {
        return finite.of(program.node(row.node()), row.line(), row.phase());
    }

    /** Where the loss of a row took 0 · ln 0 as 0. */
    List<Form> holes(Row row) {
        return row.nodes().stream()
                .flatMap(id -> holes.value(program.node(id)).stream())
                .toList();
    }

    /** Kinks and ties of the unnamed operations that a gradient came through on its line. */
    private void inner(Node node, Set<Integer> seen, List<Form> notes) {
        for (int input : node.inputs()) {
            Node before = program.node(input);
            boolean gradient = before.role() instanceof Role.Term || before.role() instanceof Role.Total;
            if (gradient && !page.names().isShown(input) && seen.add(input)) {
                inner(before, seen, notes);
                if (before.role() instanceof Role.Term term) {
                    activation(program.node(term.through()), notes);
                    holes.slope(program.node(term.through()), term.operand()).ifPresent(notes::add);
                }
            }
        }
    }

    List<Form> of(Node node, Expression rule) {
        List<Form> notes = local(node, rule);
        notes.addAll(finite.of(node));
        return notes;
    }

    private List<Form> local(Node node, Expression rule) {
        BrokenOff.check();
        List<Form> notes = new ArrayList<>();
        if (node.role() instanceof Role.Term term) {
            Node through = program.node(term.through());
            activation(through, notes);
            holes.slope(through, term.operand()).ifPresent(notes::add);
            window(term, through, notes);
            spread(term, through, rule, notes);
            new Shortcut(page).of(node, term, through).ifPresent(notes::add);
        } else if (node.role() instanceof Role.Update update && update.part().equals("new")) {
            notes.add(page.prose().say("note.update", page.name(node.id())));
        }
        notes.addAll(new Lettered(page).notes(rule));
        if (node.role() instanceof Role.Value) {
            holes.value(node).ifPresent(notes::add);
            ranges(rule, notes);
        }
        if (Names.isMask(node)) {
            notes.add(page.prose().say("note.mask", page.name(node.id())));
        }
        return notes;
    }

    private void activation(Node through, List<Form> notes) {
        String name = through.op().name();
        int input = through.inputs().isEmpty() ? -1 : through.inputs().get(0);
        if (name.equals("norm")) {
            elements(through.id(), x -> x == 0)
                    .ifPresent(list -> notes.add(page.prose().say("note.kink.norm", list)));
        }
        new Bends(page).note(through).ifPresent(notes::add);
        if (KINKED.contains(name)) {
            elements(input, x -> x == 0)
                    .ifPresent(list -> notes.add(page.prose().say("note.kink." + name, list)));
            elements(input, x -> x != 0 && Math.abs(x) < ALMOST)
                    .ifPresent(list -> notes.add(page.prose().say("note.almost", list, name)));
        }
        if (Contest.isOne(name)) {
            new Contest(page, through)
                    .ties()
                    .ifPresent(ties -> notes.add(page.prose().say("note.ties", ties)));
        }
        if (name.equals("relu")) {
            elements(input, x -> x <= -ALMOST, x -> page.significant(x, 6))
                    .ifPresent(list -> notes.add(page.prose().say("note.relu", list)));
        } else if (name.equals("step") || name.equals("sign")) {
            notes.add(page.prose().say("note." + name));
        } else if (name.equals("sigmoid")) {
            elements(through.id(), y -> y * (1 - y) < FAINT)
                    .ifPresent(list -> notes.add(page.prose().say("note.sigmoid", list)));
        } else if (name.equals("tanh")) {
            elements(through.id(), y -> 1 - y * y < FAINT)
                    .ifPresent(list -> notes.add(page.prose().say("note.tanh", list)));
        }
    }

    /** The elements whose value passes a test, named; the first few where there are many. */
    private java.util.Optional<Form> elements(int node, DoublePredicate test) {
        return elements(node, test, page::close);
    }

    private java.util.Optional<Form> elements(int node, DoublePredicate test, DoubleFunction<Form> shown) {
        List<Integer> found = IntStream.range(0, program.node(node).shape().size())
                .filter(e -> test.test(page.trace().get(node, e)))
                .boxed()
                .toList();
        if (found.isEmpty()) {
            return java.util.Optional.empty();
        }
        List<Form> named = found.stream()
                .limit(NAMED + 1)
                .map(e -> Page.equation(
                        page.element(node, e), shown.apply(page.trace().get(node, e))))
                .toList();
        return java.util.Optional.of(page.prose().several(named, NAMED));
    }

    /** What windows do with a gradient. */
    private void window(Role.Term term, Node through, List<Form> notes) {
        String name = through.op().name();
        boolean batch = name.equals("conv2d")
                && through.shape().rank() == 4
                && through.shape().dim(0) > 1
                && term.operand() == 1;
        String key = "note." + name + (name.equals("conv2d") ? "." + term.operand() : "") + (batch ? ".batch" : "");
        if (page.prose().knows(key) && (name.equals("conv2d") || name.endsWith("_pool2d"))) {
            notes.add(page.prose()
                    .say(
                            key,
                            page.name(term.wrt()),
                            page.name(through.id()),
                            through.shape().isScalar() ? 1 : through.shape().dim(0)));
        }
    }

    /**
     * The remarks without what the rule's signs stand for where that was said.
     *
     * @param said what the reader has been told of signs; added to
     */
    List<Form> fresh(List<Form> notes, Expression rule, Set<Form> said) {
        List<Form> signs = new ArrayList<>();
        ranges(rule, signs);
        return notes.stream()
                .filter(note -> !signs.contains(note) || said.add(note))
                .toList();
    }

    /** What Σ[rows], max[columns] and ⋆ stand for. */
    private void ranges(Expression rule, List<Form> notes) {
        if (rule instanceof Expression.Summed sum && !page.prose().range(sum).isEmpty()) {
            Form sign = page.sign(sum);
            notes.add(page.prose().range(sign, sum));
        }
        if (rule instanceof Expression.Applied applied && SLID.contains(applied.function())) {
            boolean full = applied.function().equals(Rules.FULL);
            notes.add(page.prose().say(full ? "note.sign.full" : "note.sign.correlated", full ? FULL : STAR, TURNED));
        }
        Parts.of(rule).forEach(part -> ranges(part, notes));
    }

    /** Numbers added up along an axis: each gets the gradient of its sum. */
    private void reduced(Role.Term term, Node through, List<Form> notes) {
        String name = through.op().name();
        boolean along = through.shape().size() > 1
                && through.shape().size() < program.node(term.wrt()).shape().size();
        if (along && (name.equals("sum") || name.equals("mean"))) {
            notes.add(page.prose().say("note.reduced." + name, page.name(term.wrt()), page.name(through.id())));
        }
    }

    /** A value copied along an axis in the forward pass: its gradient is the sum along it. */
    private void spread(Role.Term term, Node through, Expression rule, List<Form> notes) {
        Shape small = program.node(term.wrt()).shape();
        Shape large = through.shape();
        reduced(term, through, notes);
        boolean copied = rule instanceof Expression.Summed && small.size() < large.size();
        boolean rows = large.rank() == 2
                && small.size() == large.dim(1)
                && (small.rank() == 1 || small.rank() == 2 && small.dim(0) == 1);
        boolean added = through.op().name().equals("add") || through.op().name().equals("subtract");
        Form name = page.name(term.wrt());
        String key = rows && added ? ".rows" : small.size() == 1 ? ".one" : "";
        if (!copied || !key.equals(".rows")) {
            ranges(rule, notes);
        }
        if (!copied) {
            return;
        }
        int count = key.equals(".rows") ? large.dim(0) : large.size() / small.size();
        notes.add(page.prose().say("note.spread" + key, name, count));
    }
}
