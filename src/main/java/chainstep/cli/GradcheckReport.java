package chainstep.cli;

import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.lang.Source;
import chainstep.math.Format;
import chainstep.run.GradientCheck;
import chainstep.run.GradientCheck.Bend;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.TensorCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What {@code gradcheck} prints: a row for each gradient, and what is notable about its numbers, in the names of the derivation. */
final class GradcheckReport {
    /** How many elements of one tensor are told one by one. */
    private static final int TOLD = 8;

    private static final Set<String> JUMPING = Set.of("step", "sign");
    private static final Set<String> CONTESTS = Set.of("max", "min", "maximum", "minimum", "max_pool2d");
    private static final Set<String> CONVENTIONS =
            Set.of("abs", "elu", "hinge", "leaky_relu", "mae", "norm", "relu", "sign", "step", "tie");
    private static final Set<Verdict> UNCOMPARED = Set.of(Verdict.LOST, Verdict.AT_EDGE, Verdict.TOO_STEEP);

    private final Console console;
    private final Source source;
    private final GradientCheck check;
    private final Program program;
    private final Explainer explainer;

    GradcheckReport(Console console, Source source, GradientCheck check, Explainer explainer) {
        this.console = console;
        this.source = source;
        this.check = check;
        this.program = check.program();
        this.explainer = explainer;
    }

    void print(long iteration, double tolerance) {
        console.tell("gradcheck.title", of(program.node(check.of())), iteration, significant(tolerance));
        if (check.tensors().isEmpty()) {
            console.tell("gradcheck.nothing");
            return;
        }
        Table table = new Table();
        table.row(console.say("gradcheck.columns").split("\\|"));
        check.tensors().forEach(tensor -> row(table, tensor));
        table.lines().forEach(console.out()::println);
        check.tensors().forEach(this::details);
        if (check.complete() || !check.holds()) {
            console.out().println(summary());
        }
    }

    private String summary() {
        if (!check.holds()) {
            return console.say(any(Verdict.DISAGREES) ? "gradcheck.fails" : "gradcheck.unknown");
        }
        long conventions = count(ElementCheck::isConvention);
        long uncompared = count(one -> UNCOMPARED.contains(one.verdict()) || one.bend() == Bend.FAINT);
        return console.say("gradcheck.holds", check.tensors().size())
                + (conventions > 0 ? console.say("gradcheck.conventions", conventions) : "")
                + (uncompared > 0 ? console.say("gradcheck.uncompared", uncompared) : "");
    }

    private long count(Predicate<ElementCheck> test) {
        return check.tensors().stream()
                .flatMap(tensor -> tensor.elements().stream())
                .filter(test)
                .count();
    }

    private boolean any(Verdict verdict) {
        return count(one -> one.verdict() == verdict) > 0;
    }

    /** What is differentiated: of an array the sum of its elements. */
    private String of(Node of) {
        return of.shape().size() == 1 ? name(of) : "sum(" + name(of) + ")";
    }

    private String name(Node node) {
        return explainer.name(node.id()).plain();
    }

    private void row(Table table, TensorCheck tensor) {
        Node node = program.node(tensor.node());
        int checked = tensor.elements().size();
        int size = node.shape().size();
        double largest = tensor.elements().stream()
                .mapToDouble(element -> Math.abs(element.gradient()))
                .reduce(0, Math::max);
        int line = node.origin().line();
        table.row(
                name(node),
                line == 0 ? "" : String.valueOf(line),
                Places.extents(node.shape()),
                checked == size ? String.valueOf(size) : checked + "/" + size,
                significant(largest),
                String.format(Locale.ROOT, "%.1e", tensor.error()),
                verdict(tensor));
    }

    private String verdict(TensorCheck tensor) {
        List<ElementCheck> kinks = tensor.with(Verdict.AT_KINK);
        long jumps = kinks.stream().filter(ElementCheck::jumps).count();
        Verdict verdict = tensor.verdict();
        List<String> said = new ArrayList<>();
        if (verdict != Verdict.AT_KINK) {
            said.add(console.say("verdict." + verdict.name().toLowerCase(Locale.ROOT)));
        }
        if (kinks.size() > jumps) {
            said.add(console.say("verdict.at_kink", kinks.size() - jumps));
        }
        if (jumps > 0) {
            said.add(console.say("verdict.at_jump", jumps));
        }
        return String.join(", ", said);
    }

    /** What is notable about a tensor's elements: those that are wrong one by one, those at the same kink together. */
    private void details(TensorCheck tensor) {
        Map<Object, List<ElementCheck>> groups = tensor.elements().stream()
                .filter(element -> element.verdict() != Verdict.AGREES)
                .collect(Collectors.groupingBy(GradcheckReport::alike, LinkedHashMap::new, Collectors.toList()));
        groups.values().stream().limit(TOLD).forEach(group -> console.out().println("  " + detail(tensor, group)));
        if (groups.size() > TOLD) {
            console.tell("gradcheck.more", groups.size() - TOLD, name(program.node(tensor.node())));
        }
    }

    /** What elements have in common that are told together. */
    private static Object alike(ElementCheck element) {
        return element.kinks().isEmpty()
                ? element.verdict().compareTo(Verdict.AT_KINK) < 0 ? element.verdict() : element
                : List.of(element.kinks(), element.bend());
    }

    private String detail(TensorCheck tensor, List<ElementCheck> group) {
        ElementCheck one = group.get(0);
        String numbers = numbers(one);
        boolean same = group.stream().allMatch(other -> numbers(other).equals(numbers));
        String place = place(tensor, one);
        int others = group.size() - 1;
        String all = others == 0 ? place : console.say(same ? "gradcheck.others" : "gradcheck.likewise", place, others);
        return all + console.say("gradcheck.colon") + numbers;
    }

    private String place(TensorCheck tensor, ElementCheck one) {
        Node node = program.node(tensor.node());
        return node.shape().isScalar()
                ? name(node)
                : explainer.element(node.id(), one.place()).plain();
    }

    private String numbers(ElementCheck one) {
        String gradient = significant(one.gradient());
        if (one.kinks().isEmpty()) {
            String verdict = one.verdict().name().toLowerCase(Locale.ROOT);
            return console.say("gradcheck." + verdict, gradient, significant(one.difference()));
        }
        return console.say(
                "gradcheck." + key(one),
                kinks(one),
                gradient,
                Format.significant(one.left(), 6),
                Format.significant(one.right(), 6),
                conventions(one));
    }

    private String key(ElementCheck one) {
        boolean jumping = one.bend() == Bend.ANGLE
                && one.kinks().stream()
                        .allMatch(id -> JUMPING.contains(written(id).op().name()));
        return jumping ? "turn" : one.bend().name().toLowerCase(Locale.ROOT);
    }

    private Node written(int kink) {
        return Places.written(program, program.node(kink));
    }

    /** The functions that bend, each with its line. */
    private String kinks(ElementCheck element) {
        return element.kinks().stream()
                .map(this::written)
                .map(kink -> console.say(
                        "gradcheck.function",
                        Places.function(source, kink),
                        kink.origin().line()))
                .distinct()
                .collect(Collectors.joining(console.say("gradcheck.and")));
    }

    /** What is taken at the kinks, where no slope is: relu′(0) = 0. */
    private String conventions(ElementCheck element) {
        return element.kinks().stream()
                .map(kink -> written(kink).op().name())
                .map(op -> CONTESTS.contains(op) ? "tie" : op)
                .distinct()
                .map(op -> console.say("convention." + (CONVENTIONS.contains(op) ? op : "other"), op))
                .collect(Collectors.joining(console.say("gradcheck.comma")));
    }

    private static String significant(double value) {
        return Format.significant(value, 9);
    }
}
