package chainstep.run;

import static chainstep.run.Chain.holds;
import static chainstep.run.Chain.model;
import static chainstep.run.Chain.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.math.Tensor;
import org.junit.jupiter.api.Test;

/** What can be asked of a model, in the notation of {@code expect}. */
class QuantitiesTest {
    private static final String NET = """
            x = param([1, -2])
            h = sigmoid(2 * x + 1)
            y = h * [3, 4]
            E = sum(y**2)
            minimize(E, sgd(lr=0.1))
            """;

    private static double at(String quantity) {
        Model model = model(NET);
        Tensor value = new Quantities(model, new Iterations(model.program())).value(0, model.quantity(quantity));
        assertThat(value.size()).as(quantity).isEqualTo(1);
        return value.item();
    }

    private static void same(String quantity, String other) {
        assertThat(at(quantity)).as("%s and %s", quantity, other).isCloseTo(at(other), within(1e-14));
    }

    @Test
    void values_and_their_elements() {
        assertThat(at("h[0]")).isEqualTo(1 / (1 + StrictMath.exp(-3)));
        assertThat(at("x[-1]")).isEqualTo(-2);
        assertThat(at("2 * x[1] + 1")).isEqualTo(-3);
    }

    @Test
    void the_gradient_of_a_part_is_the_part_of_the_gradient() {
        same("grad(h[0])", "grad(h)[0]");
        same("grad(h[1:])[0]", "grad(h)[1]");
        assertThat(at("grad(h[0])")).isNotZero();
    }

    @Test
    void gradients_are_of_the_loss_or_of_any_value() {
        same("grad(x)[0]", "2 * y[0] * 3 * h[0] * (1 - h[0]) * 2");
        same("grad(h, of=y)[1]", "local(y, h)[1]");
        same("grad(x, of=h[0])[1]", "0 * E");
    }

    @Test
    void inner_values_of_a_line_have_names() {
        assertThat(at("h.z[0]")).isEqualTo(3);
        same("grad(h.z)[0]", "grad(h)[0] * h[0] * (1 - h[0])");
        same("E.power[0]", "y[0]**2");
    }

    @Test
    void new_is_after_this_update_and_after_recomputes_with_it() {
        same("new(x)[0]", "x[0] - 0.1 * grad(x)[0]");
        same("new(x[0])", "new(x)[0]");
        same("after(E)", "at(1, E)");
        same("after(h[0])", "at(1, h)[0]");
        same("after(new(x)[0])", "at(1, new(x))[0]");
    }

    @Test
    void at_is_of_another_iteration() {
        same("at(0, E)", "E");
        same("at(5, x[0])", "at(4, new(x))[0]");
        same("at(2, at(3, x)[0])", "at(3, x[0])");
    }

    @Test
    void local_derivatives_hold_other_names_fixed() {
        same("local(h, x)[0]", "2 * h[0] * (1 - h[0])");
        same("local(h[0], x[0])", "local(h, x)[0]");
        same("local(E, y)[1]", "2 * y[1]");
        same("local(E, y[1])", "2 * y[1]");
        same("sum(local(E, x))", "0 * E");
    }

    @Test
    void a_jacobian_has_a_row_for_each_element() {
        same("jac(h, x)[0, 0]", "local(h, x)[0]");
        same("jac(y, x)[1, 1]", "4 * local(h, x)[1]");
        assertThat(at("jac(y, x)[0, 1]")).isZero();
        assertThat(at("jac(grad(x), x)[1, 0]")).isZero();
    }

    @Test
    void an_optimizers_memory_is_asked_by_its_name() {
        holds("""
                x = param([1, 2])
                E = sum(x**2)
                minimize(E, adam(lr=0.1, beta1=0.9))
                expect(state(x, "m"), [0.2, 0.4])
                expect(state(x[1], "m"), 0.4)
                """);
    }

    @Test
    void labels_name_elements_wherever_quantities_are_asked() {
        Model model = holds("""
                x = param([1, 2])
                z1 = 2 * x
                W2 = param([[1, 2], [3, 4]])
                o = W2 @ z1
                E = sum(o**2)
                minimize(E, sgd(lr=0.01))
                label(z1, "net_h1 net_h2")
                label(W2, "w5 w6; w7 w8")
                expect(net_h1, 2)
                expect(net_h1 + net_h2, 6)
                expect(w7, 3)
                expect(grad(net_h1), 152)
                expect(grad(w8), 176)
                expect(new(w8), 2.24)
                expect(local(E, o[0]), 20)
                expect(grad(w6, of=o[0]), 4)
                ask(grad(net_h2), marks=2, say="the second one")
                """);
        assertThat(model.directives(Directive.Label.class)).hasSize(2);
    }

    @Test
    void what_is_no_value_of_the_model_has_no_gradient() {
        refused(
                NET + "expect(grad(2 * x), [1, 2])",
                "6:13",
                "`2 * x` is no value of the model: ask for a name, a label, or a part such as `h[0]`");
        refused(NET + "expect(h.y, [1, 2])", "6:10", "a value has no part `.y`");
    }

    @Test
    void conditions_are_quantities_with_comparisons() {
        assertThat(at("norm(grad(x)) > 0.5 and not E < 0")).isEqualTo(1);
        assertThat(at("isfinite(E) and 1 < x[0] + 1 < 3")).isEqualTo(1);
        Model model = model(NET + "breakpoint(grad(h))\nbreakpoint(when=\"norm(grad(x)) > 10\")\n");
        assertThat(model.directives(Directive.BreakAt.class)).hasSize(1);
        assertThat(model.directives(Directive.BreakWhen.class))
                .singleElement()
                .satisfies(found -> assertThat(found.condition().text()).isEqualTo("norm(grad(x)) > 10"));
        refused(NET + "breakpoint(when=\"norm(grad(q)) > 10\")", "6:28", "nothing is called `q` here");
        refused(NET + "breakpoint(when=\"h > 1\")", "6:18", "a condition is one number, and `h > 1` has the shape 2");
    }

    @Test
    void many_quantities_together_are_what_each_is_alone() {
        Model model = model(NET + "expect(after(E), 1)\nexpect(jac(h, x)[0, 0], 1, at=2)\nexpect(grad(h), [0, 0])\n"
                + "expect(after(h), [0, 0])\nexpect(at(1, E) - after(E), 0)\n");
        Quantities quantities = new Quantities(model, new Iterations(model.program()));
        for (ExpectCheck check : ExpectCheck.of(model)) {
            Directive.Expect expect = check.expect();
            assertThat(check.value()).isEqualTo(quantities.value(expect.at(), expect.quantity()));
        }
    }
}
