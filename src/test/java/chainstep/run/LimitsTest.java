package chainstep.run;

import static chainstep.run.Chain.model;
import static chainstep.run.Chain.refused;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one file may cost, and that costly files up to there stay quick. */
@Timeout(60)
class LimitsTest {
    @Test
    void a_sum_of_many_terms_needs_no_deep_stack() {
        Model model = model("x = param(2)\ny = x" + " + x".repeat(15_000) + "\nminimize(y, sgd(lr=0.1))\n");
        int gradient = model.program().gradient(model.names().get("y"), 0).orElseThrow();
        assertThat(new Iterations(model.program()).trace(0).value(gradient).item())
                .isEqualTo(15_001);
    }

    @Test
    void a_list_of_many_elements_is_differentiated_in_one_pass() {
        Model model = model("x = param(2)\ny = [" + "x, ".repeat(10_000) + "x]\nE = sum(y)\nminimize(E, sgd(lr=1))\n");
        assertThat(new Iterations(model.program()).trace(1).value(0).item()).isEqualTo(-9999);
    }

    @Test
    void many_expectations_cost_little() {
        Model model = model("x = param(1)\n" + "x = sin(x)\n".repeat(2000) + "E = x**2\nminimize(E, sgd(lr=0.1))\n"
                + "expect(grad(x), 1)\nexpect(after(E), 2)\nexpect(at(1, x), 3)\n".repeat(2000));
        assertThat(ExpectCheck.of(model)).hasSize(6000);
    }

    @Test
    void large_arrays_of_chance_are_drawn_only_when_wanted() {
        Model model = model("W = param(normal(4096, 4096, seed=1))\nV = param(he(4096, 4000, seed=2))\n");
        assertThat(model.program().size()).isEqualTo(2);
    }

    @Test
    void too_many_operations_are_refused() {
        refused(
                "x = param(2)\ny = x" + " * x".repeat(60_000) + "\nminimize(y)\n",
                "3:10",
                "the program would have more than 100000 operations");
    }

    @Test
    void too_many_questions_are_refused() {
        String jacobians = "x = param(ones(1000))\ny = exp(x)\n";
        StringBuilder text = new StringBuilder(jacobians);
        for (int k = 1; k < 120; k++) {
            text.append("breakpoint(when=\"sum(jac(y * " + k + ", x)) > 1\")\n");
        }
        refused(text.toString(), "47:18", "what the file asks for would need more than 500000 operations");
    }

    @Test
    void exact_constants_do_not_grow_without_end() {
        Model model =
                model("y = 1/3" + " + 1/7 * 3/11 - 1/13".repeat(3000) + "\nz = 3" + " * 3 / 7".repeat(3000) + "\n");
        assertThat(new Iterations(model.program()).trace(0).value(0).isFinite()).isTrue();
    }
}
