package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.rewrite.SignChanged;
import chainstep.run.GradientCheck.Bend;
import chainstep.run.GradientCheck.TensorCheck;
import chainstep.run.GradientCheck.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    /** An iteration of more points takes milliseconds, and a check runs thousands of them. */
    private static final long LARGE = 1L << 22;

    private static GradientCheck check(String text) {
        return check(ChainReader.read(Source.of("test", text), Path.of("")), 0);
    }

    private static GradientCheck check(Model model, long iteration) {
        return check(model, iteration, GradientCheck.ELEMENTS);
    }

    /** @param most how many numbers of each array are looked at */
    private static GradientCheck check(Model model, long iteration, int most) {
        Program program = model.program();
        return GradientCheck.of(
                new Iterations(program).trace(iteration),
                program.loss().getAsInt(),
                GradientCheck.TOLERANCE,
                most,
                Progress.NONE);
    }

    private static TensorCheck of(GradientCheck check, String name) {
        return check.tensors().stream()
                .filter(tensor -> check.program().node(tensor.node()).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether there is a loss, and it is a number: one sample shows where a NaN comes from. */
    private static boolean isFinite(Program program) {
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        return program.loss().stream().anyMatch(loss -> trace.value(loss).isFinite());
    }

    /** A check of the program with the sign of one gradient changed. */
    private static GradientCheck wrong(Program program, String name) {
        int loss = program.loss().getAsInt();
        int gradient = program.gradient(loss, program.named(name).getAsInt()).getAsInt();
        Program wrong = program.with(
                gradient,
                new SignChanged(program.node(gradient).op()),
                program.node(gradient).inputs());
        return GradientCheck.of(new Iterations(wrong).trace(0), loss, 1e-6, 10, Progress.NONE);
    }

    @Test
    void the_gradients_of_every_sample_agree_or_lie_at_a_kink() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            samples = files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
        int checked = 0;
        for (Path sample : samples) {
            Model model = ChainReader.read(sample);
            if (isFinite(model.program())) {
                boolean large = model.program().points() > LARGE;
                GradientCheck check = check(model, 0, large ? 3 : GradientCheck.ELEMENTS);
                assertThat(check.holds()).as(sample.toString()).isTrue();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(90);
    }

    @Test
    void gradients_agree_in_a_later_iteration() throws IOException {
        GradientCheck check = check(ChainReader.read(Path.of("samples/mazur.chain")), 25);
        assertThat(check.holds()).isTrue();
        assertThat(of(check, "W1").error()).isLessThan(1e-8);
        assertThat(check.tensors()).hasSizeGreaterThan(10);
    }

    @Test
    void a_wrong_gradient_is_found() throws IOException {
        Model model = ChainReader.read(Path.of("samples/mazur.chain"));
        Program program = model.program();
        GradientCheck check = wrong(program, "o");
        assertThat(check.holds()).isFalse();
        assertThat(of(check, "o").verdict()).isEqualTo(Verdict.DISAGREES);
        assertThat(of(check, "W1").error()).isGreaterThan(1);
    }

    @Test
    void relu_at_zero_is_a_kink_with_its_slopes() {
        GradientCheck check = check("x = param([-1.0, 0.0, 2.0])\ny = sum(3 * relu(x))\nminimize(y)\n");
        TensorCheck x = of(check, "x");
        assertThat(x.with(Verdict.AT_KINK)).singleElement().satisfies(element -> {
            assertThat(element.place()).isEqualTo(1);
            assertThat(check.program().node(element.kinks().get(0)).op().name()).isEqualTo("relu");
            assertThat(element.left()).isEqualTo(0);
            assertThat(element.right()).isEqualTo(3, within(1e-6));
        });
        assertThat(x.with(Verdict.AGREES)).hasSize(2);
        assertThat(check.holds()).isTrue();
    }

    @Test
    void the_bottom_of_abs_is_a_kink_although_the_difference_agrees() {
        TensorCheck x = of(check("x = param([0.0])\ny = sum(abs(x))\nminimize(y)\n"), "x");
        assertThat(x.elements().get(0).difference()).isEqualTo(0);
        assertThat(x.verdict()).isEqualTo(Verdict.AT_KINK);
    }

    @Test
    void a_jump_is_told_from_the_kinks_beside_it() {
        GradientCheck check =
                check("x = param([0.0])\nz = 2 * x\nr = relu(z)\ns = step(z)\ny = sum(r + s)\nminimize(y)\n");
        assertThat(of(check, "x").with(Verdict.AT_KINK)).singleElement().satisfies(element -> {
            assertThat(element.jumps()).isTrue();
            assertThat(check.program().node(element.kinks().get(0)).op().name()).isEqualTo("step");
            assertThat(element.left()).isEqualTo(0, within(1e-6));
            assertThat(element.right()).isEqualTo(2, within(1e-6));
        });
    }

    @Test
    void a_bend_a_rounding_away_is_no_jump() {
        GradientCheck check = check("x = param([0.1, 0.2, 0.3])\nz = x[0] + x[1] - x[2]\ny = relu(z)\nminimize(y)\n");
        assertThat(of(check, "z").elements()).allMatch(element -> !element.jumps());
    }

    @Test
    void a_steep_bend_is_no_jump() {
        TensorCheck x = of(check("x = param([1e-13])\ny = sum(sqrt(abs(x)))\nminimize(y)\n"), "x");
        assertThat(x.elements().get(0).jumps()).isFalse();
    }

    @Test
    void kinks_that_cancel_at_one_element_are_all_named_and_no_false_alarm() {
        for (String pair : List.of(
                "relu(x) - relu(-x) | relu,relu",
                "maximum(x - 1, -1) + clip(x, -1, 0) | maximum,minimum",
                "3 * relu(x) - 3 * relu(-x) + 0.5 * relu(2 * x) - abs(x / 2) | relu,relu,relu,abs")) {
            String[] parts = pair.split(" \\| ");
            GradientCheck check = check("x = param([0.0, 3.0])\ny = sum(" + parts[0] + ")\nminimize(y)\n");
            assertThat(check.holds()).as(pair).isTrue();
            assertThat(of(check, "x").with(Verdict.AT_KINK)).singleElement().satisfies(element -> {
                assertThat(element.left()).isEqualTo(element.right());
                assertThat(element.kinks())
                        .extracting(kink -> check.program().node(kink).op().name())
                        .containsExactly(parts[1].split(","));
            });
        }
    }

    @Test
    void on_kinks_that_do_not_show_in_the_value_a_right_gradient_agrees() {
        for (String smooth : List.of(
                "norm(x)**2",
                "sum(x * abs(x))",
                "sum(relu(x)**2)",
                "sum(abs(x)**3)",
                "sum(abs(x)**1.5)",
                "sum(abs(x)**1.1)",
                "sum(x * abs(x)) + sum(x)")) {
            TensorCheck x = of(check("x = param([0.0, 0.0])\nL = " + smooth + "\nminimize(L)\n"), "x");
            assertThat(x.elements()).as(smooth).allMatch(element -> element.verdict() == Verdict.AGREES);
            assertThat(x.error()).as(smooth).isLessThanOrEqualTo(GradientCheck.TOLERANCE);
        }
    }

    @Test
    void on_a_kink_that_does_not_show_a_wrong_gradient_is_found() {
        for (String smooth :
                List.of("norm(x)**2 + 3 * sum(x)", "sum(x * abs(x)) + sum(x)", "sum(relu(x)**2 + 2 * x)")) {
            Program program = ChainReader.read(
                            Source.of("test", "x = param([0.0, 0.0])\nL = " + smooth + "\nminimize(L)\n"), Path.of(""))
                    .program();
            GradientCheck check = wrong(program, "x");
            assertThat(of(check, "x").with(Verdict.DISAGREES)).as(smooth).hasSize(2);
        }
    }

    @Test
    void a_smooth_operation_behind_a_kink_is_no_kink() {
        GradientCheck check = check("x = param([0.0, 0.0])\nz = relu(x)\nE = cross_entropy(z, 1)\nminimize(E)\n");
        assertThat(of(check, "x").elements())
                .hasSize(2)
                .allSatisfy(element -> assertThat(element.kinks())
                        .extracting(kink -> check.program().node(kink).op().name())
                        .containsExactly("relu"));
    }

    @Test
    void a_kink_below_rounding_is_a_kink() {
        TensorCheck x = of(check("x = param(1e8)\nL = relu(x - 1e8) * 1e-12\nminimize(L)\n"), "x");
        assertThat(x.elements().get(0).bend()).isEqualTo(Bend.FAINT);
        assertThat(x.verdict()).isEqualTo(Verdict.AT_KINK);
    }

    @Test
    void what_oscillates_between_the_steps_is_too_steep_to_compare() {
        for (String x : List.of("1e-9", "2e-9", "7.7e-10", "1e-10", "1e-11", "3.3e-12")) {
            for (String loss : List.of("sin(1/x)", "sin(1/x) * relu(x)", "x * sin(1/x)", "abs(sin(1/x)) + x**2")) {
                GradientCheck check = check("x = param(" + x + ")\nL = " + loss + "\nminimize(L)\n");
                assertThat(of(check, "x").elements().get(0).jumps())
                        .as(loss + x)
                        .isFalse();
                assertThat(check.holds()).as(loss + x).isTrue();
            }
        }
    }

    @Test
    void squares_of_numbers_far_below_the_step_are_lost_and_not_wrong() {
        TensorCheck x = of(check("x = param([1e-200, 2e-200])\nL = sum(x**2)\nminimize(L)\n"), "x");
        assertThat(x.verdict()).isEqualTo(Verdict.LOST);
    }

    @Test
    void a_number_just_inside_its_domain_is_followed() {
        TensorCheck z = of(check("x = param([0.0])\nz = x**2 + 1e-20\nL = sum(sqrt(z))\nminimize(L)\n"), "z");
        assertThat(z.verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void a_wrong_gradient_is_found_where_a_smooth_operation_goes_another_way() {
        for (String smooth : List.of(
                "cross_entropy(z, 1)",
                "sum(elu(z) * [1, 2, 4]) + 5",
                "sum(elu(z) * [1, 2, 4])",
                "sum(sigmoid(z) * [1, 2, 4])")) {
            Program program = ChainReader.read(
                            Source.of("test", "z = param([0.0, 0.0, 0.0])\nE = " + smooth + "\nminimize(E)\n"),
                            Path.of(""))
                    .program();
            GradientCheck check = wrong(program, "z");
            assertThat(of(check, "z").with(Verdict.DISAGREES))
                    .as(smooth + of(check, "z").elements())
                    .hasSize(3);
        }
    }

    @Test
    void what_the_value_does_not_use_is_no_kink_of_it() {
        GradientCheck check = check("x = param([0.0])\nr = abs(x)\ny = sum(relu(x))\nminimize(y)\n");
        assertThat(check.program()
                        .node(of(check, "x").elements().get(0).kinks().get(0))
                        .op()
                        .name())
                .isEqualTo("relu");
    }

    @Test
    void a_kink_nearby_is_stepped_around() {
        TensorCheck x = of(check("x = param([0.00001])\ny = sum(relu(x))\nminimize(y)\n"), "x");
        assertThat(x.verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void beside_a_kink_or_jump_the_slope_is_that_of_the_piece_the_number_lies_on() {
        for (String at : List.of("1e-7", "1e-9", "1e-12", "1e-14")) {
            for (String way : List.of(
                    "x = param([%s]) | relu(x)", "x = param([-%s]) | relu(-x)", "x = param([%s]) | x + step(x)")) {
                String[] parts = String.format(way, at).split(" \\| ");
                GradientCheck check = check(parts[0] + "\ny = sum(" + parts[1] + ")\nminimize(y)\n");
                assertThat(of(check, "x").elements())
                        .as(parts[0] + parts[1])
                        .singleElement()
                        .satisfies(element -> {
                            assertThat(element.bend()).isIn(Bend.NONE, Bend.BESIDE);
                            assertThat(element.verdict()).isIn(Verdict.AGREES, Verdict.AT_KINK);
                            assertThat(element.left()).as(parts[0] + parts[1]).isEqualTo(element.right());
                            assertThat(element.left())
                                    .as(parts[0] + parts[1])
                                    .isEqualTo(element.gradient(), within(1e-4));
                        });
            }
        }
    }

    @Test
    void between_near_kinks_the_slope_is_that_between_them() {
        TensorCheck x = of(check("x = param([1e-9])\ny = sum(relu(x) + 2 * relu(x - 2e-9))\nminimize(y)\n"), "x");
        assertThat(x.with(Verdict.AT_KINK)).singleElement().satisfies(element -> {
            assertThat(element.left()).isEqualTo(1, within(1e-4));
            assertThat(element.right()).isEqualTo(1, within(1e-4));
        });
    }

    @Test
    void between_kinks_too_near_for_a_slope_it_is_at_a_kink() {
        TensorCheck x = of(check("x = param([1e-12])\ny = sum(relu(x) + 2 * relu(x - 2e-12) + 5)\nminimize(y)\n"), "x");
        assertThat(x.with(Verdict.AT_KINK)).singleElement().satisfies(element -> {
            assertThat(element.left()).isEqualTo(0, within(1e-4));
            assertThat(element.right()).isEqualTo(3, within(1e-4));
        });
    }

    @Test
    void a_wrong_gradient_beside_a_kink_is_found() {
        Program program = ChainReader.read(
                        Source.of("test", "x = param([1e-9])\ny = sum(relu(x))\nminimize(y)\n"), Path.of(""))
                .program();
        GradientCheck check = wrong(program, "x");
        assertThat(of(check, "x").verdict()).isEqualTo(Verdict.DISAGREES);
    }

    @Test
    void a_function_that_bends_over_lengths_far_below_one_is_followed() {
        for (String text : List.of(
                "w = param([1e-5, 1e-6, 1e-8])\nL = sum(1/w)",
                "w = param([1e-7])\nL = sum(sqrt(w))",
                "w = param([1e-6, 1 - 1e-6])\nL = bce(w, [1, 0])",
                "w = param([1e-7, 0.9999999])\nL = bce(w, [0, 1])",
                "w = param([0.9999999, 0.5])\nL = sum(sqrt(1 - w**2))",
                "w = param([1e-12, -1e-12])\nL = sum(log(abs(w)))")) {
            TensorCheck w = of(check(text + "\nminimize(L)\n"), "w");
            assertThat(w.verdict()).as(text + w.elements()).isEqualTo(Verdict.AGREES);
        }
    }

    @Test
    void agreeing_with_what_rounding_makes_is_no_agreement() {
        GradientCheck check = check("z = param([30.0, -30.0])\na = sum(sin(z))\nL = sum(exp(z)) + a\nminimize(L)\n");
        assertThat(of(check, "a").verdict()).isEqualTo(Verdict.LOST);
        assertThat(of(check, "z").verdict()).isEqualTo(Verdict.AGREES);
        assertThat(check.holds()).isTrue();
    }

    @Test
    void where_a_value_is_defined_on_one_side_only_there_is_nothing_to_compare() {
        GradientCheck check = check("x = param([0.0, 4.0])\ny = sum(x**1.5)\nminimize(y)\n");
        assertThat(of(check, "x").with(Verdict.AT_EDGE)).hasSize(1);
        assertThat(check.holds()).isTrue();
    }

    @Test
    void numbers_that_are_not_finite_themselves_come_to_an_end() {
        TensorCheck y = of(check("x = param([0.0, -1.0])\ny = 1 / x + sqrt(x)\nL = sum(y**2)\nminimize(L)\n"), "y");
        assertThat(y.verdict()).isEqualTo(Verdict.NOT_FINITE);
    }

    @Test
    void equal_logits_are_no_kink_of_softmax() {
        GradientCheck check = check("z = param([0.0, 0.0, 0.0])\nE = cross_entropy(z, 1)\nminimize(E)\n");
        assertThat(of(check, "z").verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void a_value_that_is_not_finite_is_told_apart_from_a_wrong_gradient() {
        TensorCheck x = of(check("x = param([0.0, 1.0])\ny = sum(log(x))\nminimize(y)\n"), "x");
        assertThat(x.verdict()).isEqualTo(Verdict.NOT_FINITE);
    }

    @Test
    void large_tensors_are_checked_at_places_evenly_spread() throws IOException {
        Model model = ChainReader.read(Path.of("samples/mazur.chain"));
        int loss = model.program().loss().getAsInt();
        GradientCheck check = GradientCheck.of(new Iterations(model.program()).trace(0), loss, 1e-6, 2, Progress.NONE);
        assertThat(of(check, "W1").elements())
                .extracting(element -> element.place())
                .containsExactly(0, 3);
    }
}
