package chainstep.explain;

import chainstep.graph.Fault;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.run.Outbreak;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Where the numbers behind a value first stopped being finite, and by what: ∞ − ∞, 0·∞, the logarithm of 0; then where the first
 * NaN came of infinities. On later lines, said once, only since when.
 */
final class NotFinite {
    private static final DoublePredicate BAD = value -> !Double.isFinite(value);
    private static final DoublePredicate NAN = Double::isNaN;
    private static final List<DoublePredicate> KINDS =
            List.of(NAN, value -> value == Double.POSITIVE_INFINITY, value -> value == Double.NEGATIVE_INFINITY);

    /** The most numbers of a value that are asked whether they were made NaN there. */
    private static final int LOOKED_AT = 4096;

    private final Page page;
    private final Program program;
    private final Map<Integer, Integer> told;
    private final Map<Integer, Outbreak> firstBad = new HashMap<>();
    private final Map<Integer, Outbreak> firstNaN = new HashMap<>();

    /** @param told the nodes that are explained one by one, each with the line where */
    NotFinite(Page page, Map<Integer, Integer> told) {
        this.page = page;
        this.program = page.program();
        this.told = Map.copyOf(told);
    }

    /** What to say at a node: nothing where it is finite, or where an earlier one of its line has said it. */
    List<Form> of(Node node) {
        return of(node, node.origin().line(), node.phase());
    }

    /** The same for a node that is told of on another line than its own. */
    List<Form> of(Node node, int line, Phase phase) {
        List<Form> notes = new ArrayList<>();
        if (!has(node.id(), BAD)) {
            return notes;
        }
        Outbreak origin = first(node.id(), BAD, firstBad);
        boolean here = isBeside(origin.node(), line, phase) || isInner(origin);
        if (!isSaid(node, line, phase, BAD, firstBad)) {
            notes.addAll(here ? reasons(origin.node()) : List.of(since(origin)));
        }
        if (has(node.id(), NAN)) {
            Outbreak made = first(node.id(), NAN, firstNaN);
            boolean fresh = made.node() != origin.node() && isBeside(made.node(), line, phase);
            if (fresh && !isSaid(node, line, phase, NAN, firstNaN)) {
                notes.add(why(made.node(), made.element()));
            } else if (!isBeside(made.node(), line, phase)) {
                own(node, line, phase).ifPresent(notes::add);
            }
        }
        return notes;
    }

    /** Of the numbers that a step itself makes NaN, where others were so before it, the first: ∞ − ∞ beside a NaN passed on. */
    private Optional<Form> own(Node node, int line, Phase phase) {
        BitSet step = new BitSet();
        step.set(node.id());
        for (int id = node.id(); id >= 0; id = step.previousSetBit(id - 1)) {
            program.node(id).inputs().stream()
                    .filter(input -> !told.containsKey(input) && isBeside(input, line, phase))
                    .forEach(step::set);
            Optional<Form> made = made(program.node(id));
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private Optional<Form> made(Node node) {
        return IntStream.range(0, Math.min(node.shape().size(), LOOKED_AT))
                .filter(e -> NAN.test(page.trace().get(node.id(), e)) && !node.isLeaf())
                .filter(e -> fault(node, e).isPresent())
                .mapToObj(e -> why(node.id(), e))
                .findFirst();
    }

    /** What to say at one element. */
    Optional<Form> of(Node node, int element) {
        double value = page.trace().get(node.id(), element);
        if (Double.isFinite(value)) {
            return Optional.empty();
        } else if (node.isLeaf() || fault(node, element).isPresent()) {
            return Optional.of(why(node.id(), element));
        }
        Outbreak origin =
                Outbreak.of(page.trace(), node.id(), IntStream.of(element), BAD).orElseThrow();
        return Optional.of(isInner(origin) ? why(origin.node(), origin.element()) : since(origin));
    }

    /** Whether no line of the source holds it. */
    private boolean isInner(Outbreak origin) {
        return program.node(origin.node()).origin().line() == 0;
    }

    private boolean has(int node, DoublePredicate bad) {
        int size = program.node(node).shape().size();
        return IntStream.range(0, size).anyMatch(e -> bad.test(page.trace().get(node, e)));
    }

    private int element(int node, DoublePredicate bad) {
        int size = program.node(node).shape().size();
        return IntStream.range(0, size)
                .filter(e -> bad.test(page.trace().get(node, e)))
                .findFirst()
                .orElse(0);
    }

    /** The earliest bad number that led to some of a node's, which has bad ones. */
    private Outbreak first(int node, DoublePredicate bad, Map<Integer, Outbreak> known) {
        return known.computeIfAbsent(node, id -> {
            IntStream all = IntStream.range(0, program.node(id).shape().size());
            return Outbreak.of(page.trace(), id, all, bad).orElseThrow();
        });
    }

    private boolean isSaid(Node node, int line, Phase phase, DoublePredicate bad, Map<Integer, Outbreak> known) {
        int origin = first(node.id(), bad, known).node();
        return IntStream.range(0, node.id())
                .filter(id ->
                        told.getOrDefault(id, -1) == line && program.node(id).phase() == phase && has(id, bad))
                .anyMatch(id -> first(id, bad, known).node() == origin);
    }

    private boolean isBeside(int node, int line, Phase phase) {
        Node other = program.node(node);
        return other.origin().line() == line && other.phase() == phase;
    }

    private Form since(Outbreak origin) {
        int line = program.node(origin.node()).origin().line();
        return page.prose().say("note.finite.since", line, equation(origin.node(), origin.element()));
    }

    private Form equation(int node, int element) {
        return Page.equation(
                page.element(node, element), page.significant(page.trace().get(node, element), 6));
    }

    private Form why(int id, int element) {
        Node node = program.node(id);
        if (node.isLeaf()) {
            return page.prose().say("note.finite.leaf", equation(id, element));
        }
        Optional<Fault> fault = fault(node, element);
        List<Form> told = new ArrayList<>(List.of(equation(id, element)));
        fault.ifPresent(f -> f.operands().forEach(operand -> told.add(page.significant(operand, 6))));
        return page.prose().say("note.finite." + reason(node, element), told.toArray());
    }

    /** Why numbers of a value are not finite: the first −∞, ∞ and NaN, where each came about in its own way. */
    private List<Form> reasons(int id) {
        Map<String, Integer> firsts = new TreeMap<>();
        for (DoublePredicate kind : KINDS) {
            if (has(id, kind)) {
                int element = element(id, kind);
                firsts.merge(reason(program.node(id), element), element, Math::min);
            }
        }
        return firsts.values().stream()
                .sorted()
                .map(element -> why(id, element))
                .toList();
    }

    private String reason(Node node, int element) {
        return node.isLeaf()
                ? "leaf"
                : fault(node, element).map(NotFinite::reason).orElse("overflow");
    }

    private Optional<Fault> fault(Node node, int element) {
        return Fault.of(
                node.op(),
                program.operandShapes(node),
                (k, e) -> page.trace().get(node.inputs().get(k), e),
                element);
    }

    private static String reason(Fault fault) {
        List<Double> of = fault.operands();
        boolean finite = of.stream().allMatch(Double::isFinite);
        double last = of.isEmpty() ? 0 : of.get(of.size() - 1);
        return switch (fault.what()) {
            case "log" -> last == 0 ? "log.zero" : "log.negative";
            case "sqrt" -> "sqrt";
            case "exp" -> "exp";
            case "divide" -> last == 0 ? of.get(0) == 0 ? "zeros" : "divide" : finite ? "large.divide" : "infinities";
            case "multiply" -> finite ? "large.multiply" : "product";
            case "add" -> of.isEmpty() ? "overflow" : finite ? "large.add" : "difference";
            case "power" -> power(of.get(0), last);
            default -> of.size() == 1 ? "function" : "overflow";
        };
    }

    private static String power(double base, double exponent) {
        boolean root = base < 0 && exponent != Math.rint(exponent);
        return base == 0 && exponent < 0 ? "power.zero" : root ? "power" : "large.power";
    }
}
