package chainstep.explain;

import chainstep.graph.Node;
import chainstep.math.Tensor;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words for a comparison with central differences: how well they agree, or why they cannot, or that they do not. */
final class CheckText {
    private static final int MOST_NUMBERS = 6;
    private static final int MOST_TROUBLES = 4;
    private static final Set<String> BENT = Set.of("relu", "leaky_relu", "abs");
    private static final Set<String> JUMPING = Set.of("step", "sign");

    /** Verdicts beside which some elements may agree. */
    private static final Set<Verdict> PARTIAL =
            Set.of(Verdict.LOST, Verdict.AT_EDGE, Verdict.TOO_STEEP, Verdict.AT_KINK);

    /** From here on a difference is told as a part of the number. */
    private static final double LARGE = 1e6;

    private final Page page;
    private final Prose prose;

    CheckText(Page page) {
        this.page = page;
        this.prose = page.prose();
    }

    /** The differences and a verdict, and a line for each element at a kink, not finite or wrong. */
    Form say(CrossCheck check) {
        Verdict verdict = check.check().verdict();
        boolean none = check.check().with(Verdict.AGREES).isEmpty();
        String key =
                "check." + verdict.name().toLowerCase(Locale.ROOT) + (none && PARTIAL.contains(verdict) ? ".all" : "");
        List<Form> lines = new ArrayList<>();
        lines.add(prose.say(key, numbers(check), page.significant(check.distance(), 1)));
        lines.addAll(remarks(check));
        return lines.stream()
                .reduce((a, b) -> new Form(a.plain() + "\n" + b.plain(), a.latex() + "\n" + b.latex()))
                .orElse(Form.EMPTY);
    }

    /** The same in its parts. */
    CheckSaid parts(CrossCheck check) {
        Verdict verdict = check.check().verdict();
        boolean none = verdict == Verdict.NOT_FINITE
                || check.check().with(Verdict.AGREES).isEmpty();
        Form distance = none && verdict != Verdict.DISAGREES ? Form.EMPTY : distance(check);
        return new CheckSaid(verdict, numbers(check), distance, remarks(check));
    }

    /** How far apart both are; beside large numbers as a part of them. */
    private Form distance(CrossCheck check) {
        double largest = Arrays.stream(check.numeric().toArray())
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        return largest < LARGE
                ? page.significant(check.distance(), 1)
                : prose.phrase("check.relative", page.significant(check.distance() / largest, 1));
    }

    private List<Form> remarks(CrossCheck check) {
        List<Form> lines = new ArrayList<>();
        List<ElementCheck> troubled = check.troubled();
        troubled.stream().limit(MOST_TROUBLES).map(one -> why(check, one)).forEach(lines::add);
        if (troubled.size() > MOST_TROUBLES) {
            lines.add(prose.say("check.more", troubled.size() - MOST_TROUBLES));
        }
        return lines;
    }

    /** The differences as the gradient above them is printed. */
    private Form numbers(CrossCheck check) {
        double[] values = check.numeric().toArray();
        double[] shown = Arrays.copyOf(values, Math.min(values.length, MOST_NUMBERS));
        String list =
                String.join("  ", Numerals.column(shown, false, page.notations().digits()))
                        + (values.length > MOST_NUMBERS ? "  …" : "");
        return new Form(list, Numerals.tex(list).replace("  ", "\\quad ").replace("…", "\\dots"));
    }

    private Form why(CrossCheck check, ElementCheck one) {
        Form element = page.element(check.check().node(), one.place());
        if (one.kinks().isEmpty()) {
            String verdict = one.verdict().name().toLowerCase(Locale.ROOT);
            return prose.say("check.why." + verdict, element, number(one.gradient()), number(one.difference()));
        }
        Form places = one.kinks().stream()
                .map(kink -> place(page.program().node(kink), check.check().node(), one.place()))
                .distinct()
                .reduce((a, b) -> prose.phrase("check.and", a, b))
                .orElseThrow();
        return prose.say(
                "check.why." + one.bend().name().toLowerCase(Locale.ROOT),
                element,
                places,
                number(one.left()),
                number(one.right()),
                number(one.gradient()));
    }

    /** What bends or jumps, and at which number. */
    private Form place(Node bent, int by, int element) {
        String name = bent.op().name();
        Optional<Form> zero = nearest(bent, by, element);
        if (zero.isPresent()) {
            return prose.phrase(JUMPING.contains(name) ? "check.jump" : "check.kink", name, zero.get());
        }
        return prose.phrase(Contest.isOne(name) ? "check.tie" : "check.branch", page.name(bent.id()));
    }

    /** The number nearest to the bend at 0, of those that the element changes. */
    private Optional<Form> nearest(Node bent, int by, int element) {
        if (!BENT.contains(bent.op().name()) && !JUMPING.contains(bent.op().name())) {
            return Optional.empty();
        }
        int input = bent.inputs().get(0);
        Tensor values = page.trace().value(input);
        return Reached.of(page.trace(), by, element, input).stream()
                .boxed()
                .min(Comparator.comparingDouble(e -> Math.abs(values.get(e))))
                .map(e -> Page.equation(page.element(input, e), page.significant(values.get(e), 2)));
    }

    private Form number(double value) {
        return page.significant(value, page.notations().digits());
    }
}
