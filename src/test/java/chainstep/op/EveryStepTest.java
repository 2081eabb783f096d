package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.explain.Derivation;
import chainstep.explain.EdgeTable;
import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.grad.Gradient;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number of every operation is told as a formula and as numbers that a calculator takes to the value shown. */
class EveryStepTest {
    private static final Set<String> LAYOUT =
            Set.of("alias", "transpose", "reshape", "slice", "concat", "stack", "ones", "zeros");
    /** What is left of a formula when the case that holds is one element, its opposite, or nothing. */
    private static final String ALONE = ".* = (−?[a-f][₀-₉]*|0)";

    private static final String EQUATION = "(where |as it is computed: |one of its numbers: |its first number: )";

    /** What was made on the way, explained in a remark of its own. */
    private static final String LETTER = "(made|[s-v]|[qr])[₀-₉]*";

    /** One number of the gradient coming in, or its opposite. */
    private static final String NAME = "\\S+ = −?∂E/∂y[₀-₉]* = \\S+";

    private static final double ROUNDED = 1e-4;

    /** An operation in a small program: its operands by name, the result y, and a loss over it. */
    private record Steps(OpCase given, Program program, Explainer explainer, int result, int loss, List<Integer> by) {
        static Steps of(OpCase given) {
            ProgramBuilder builder = new ProgramBuilder();
            List<Integer> operands = new ArrayList<>();
            for (int k = 0; k < given.shapes().size(); k++) {
                Tensor value = Tensor.of(given.shapes().get(k), given.values().get(k));
                int leaf = builder.leaf(Leaf.Kind.PARAM, Fixed.of(value));
                builder.name(leaf, "abcdef".substring(k, k + 1));
                operands.add(leaf);
            }
            int result = builder.apply(given.op(), operands.toArray(Integer[]::new));
            builder.name(result, "y");
            int loss = builder.apply(Sum.ALL, builder.apply(new Power(Rational.of(2)), result));
            builder.name(loss, "E");
            Gradient.append(builder, loss, operands);
            Program program = builder.build();
            Evaluator evaluator = new Evaluator(program);
            Explainer explainer = new Explainer(evaluator.run(evaluator.start()), List.of(), Map.of(), Locale.ENGLISH);
            return new Steps(given, program, explainer, result, loss, operands);
        }

        Stream<Derivation> elements() {
            return Stream.iterate(0, e -> e < given.shape().size(), e -> e + 1).map(e -> explainer.step(result, e));
        }

        Stream<Integer> gradients() {
            return by.stream()
                    .flatMap(operand -> program.gradient(loss, operand).stream().boxed());
        }
    }

    private static Stream<Steps> all() {
        return Ops.all().stream().flatMap(op -> OpCase.shown(op).stream()).map(Steps::of);
    }

    @Test
    void each_number_is_a_formula_and_its_numbers_are_not_the_value_alone() {
        Set<String> seen = new TreeSet<>();
        int[] count = new int[2];
        all().filter(steps -> !LAYOUT.contains(steps.given().op().name()))
                .forEach(steps -> steps.elements().forEach(step -> {
                    seen.add(steps.given().op().name());
                    boolean alone = step.rule().plain().matches(ALONE);
                    count[alone ? 1 : 0]++;
                    if (!alone) {
                        assertThat(step.numbers().plain())
                                .as("%s", steps.given())
                                .isNotEqualTo(step.shown().plain())
                                .endsWith(" = " + step.shown().plain());
                    }
                }));
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(count[0]).isGreaterThan(1500);
        assertThat(count[1]).as("a case that is one element, or 0").isLessThan(150);
    }

    @Test
    void the_numbers_shown_combine_to_the_value_shown() {
        int[] count = new int[1];
        all().forEach(steps -> steps.elements().forEach(step -> {
            Stream.concat(
                            Stream.of(step.rule().plain() + " = "
                                            + step.numbers().plain())
                                    .filter(line -> !step.numbers().isEmpty()),
                            formulas(step.notes()))
                    .forEach(line -> {
                        check(steps.given().toString(), line);
                        count[0]++;
                    });
        }));
        assertThat(count[0]).isGreaterThan(2500);
    }

    @Test
    void the_numbers_of_a_gradient_shown_combine_to_it() {
        int[] count = new int[1];
        all().forEach(steps -> steps.gradients().forEach(gradient -> {
            for (int e = 0; e < steps.program().node(gradient).shape().size(); e++) {
                formulas(steps.explainer().step(gradient, e).notes()).forEach(line -> {
                    check(steps.given().toString(), line);
                    count[0]++;
                });
            }
        }));
        assertThat(count[0]).isGreaterThan(100);
    }

    @Test
    void no_gradient_is_left_as_a_transposed_jacobian() {
        int[] count = new int[2];
        all().forEach(steps -> steps.gradients().forEach(gradient -> {
            String rule = steps.explainer().step(gradient).rule().plain();
            boolean third = steps.given().op().toString().matches(".*Curvature.*|.*ROW.*inFront=true.*");
            count[third ? 1 : 0]++;
            if (third) {
                return;
            }
            assertThat(rule).as("%s", steps.given()).doesNotContain("(∂y/∂");
        }));
        assertThat(count[0]).isGreaterThan(250);
        assertThat(count[1]).as("derivatives of second derivatives").isLessThan(80);
    }

    @Test
    void every_gradient_of_any_size_has_numbers_that_combine_to_it() {
        int[] count = new int[2];
        List<String> silent = new ArrayList<>();
        all().forEach(steps -> steps.gradients().forEach(gradient -> {
            Derivation step = steps.explainer().step(gradient);
            String formula = step.rule().plain().replaceFirst(".* = ", "");
            boolean moved = formula.matches("0|∂E/∂y|𝟏|.* at .*")
                    || LAYOUT.contains(steps.given().op().name());
            boolean all = !step.numbers().isEmpty();
            count[all ? 0 : 1]++;
            long reckoned = formulas(step.notes())
                    .filter(line -> check(steps.given().toString(), line) || line.matches(NAME))
                    .count();
            if (!moved && !all && reckoned == 0 && !isSumOfEdges(steps, gradient)) {
                silent.add(steps.given() + " " + step.rule().plain());
            }
        }));
        assertThat(silent).isEmpty();
        assertThat(count[0]).as("all numbers").isGreaterThan(100);
        assertThat(count[1]).as("one of them").isGreaterThan(50);
    }

    /** Whether the table of the first number's edges, all of them, adds up to it. */
    private static boolean isSumOfEdges(Steps steps, int gradient) {
        EdgeTable table = steps.explainer().edges(gradient, 0).orElseThrow();
        double sum = table.rows().stream()
                .mapToDouble(row -> Shown.value(row.factor().plain())
                        * Shown.value(row.incoming().plain()))
                .sum();
        double value = Shown.value(table.total().plain());
        return table.omitted() == 0 && Math.abs(sum - value) <= ROUNDED * (1 + Math.abs(value));
    }

    /** The equations among remarks; what the letters of a normalisation stand for is a list, not an equation. */
    private static Stream<String> formulas(List<Form> notes) {
        return notes.stream()
                .map(Form::plain)
                .filter(note -> note.matches(EQUATION + ".*") && !note.contains(", ε = "))
                .map(note -> note.replaceFirst(EQUATION, ""));
    }

    /** In a = b = c = d the last is the value, the one before it the formula with numbers. */
    private static boolean check(String of, String line) {
        String[] parts = line.split(" = (?![^{]*})");
        String formula = parts[parts.length - 2];
        double value = Shown.value(parts[parts.length - 1]);
        boolean whole = !line.contains("…") && !formula.matches(".*[a-f][₀-₉]*|.*∂.*|" + LETTER);
        if (whole) {
            assertThat(Shown.value(formula))
                    .as("%s: %s", of, line)
                    .isCloseTo(value, within(ROUNDED * (1 + Math.abs(value))));
        }
        return whole;
    }
}
