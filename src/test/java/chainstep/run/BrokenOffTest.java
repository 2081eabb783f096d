package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.graph.BrokenOff;
import chainstep.graph.OperandException;
import chainstep.graph.Origin;
import chainstep.lang.Model;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long work ends when nobody waits for it any more. */
class BrokenOffTest {
    private static final String LONG =
            "x = param(ones(300, 300))\nE = sum(x @ x)\nminimize(E, sgd(lr=0.1))\nexpect(E, 1)\n";

    @AfterEach
    void the_next_test_is_wanted() {
        Thread.interrupted();
    }

    @Test
    void an_iteration_is_broken_off_in_the_middle_and_can_be_run_again() {
        Iterations iterations = new Iterations(Chain.model(LONG).program());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> iterations.trace(1)).isInstanceOf(BrokenOff.class);
        assertThat(Thread.interrupted()).isTrue();
        int loss = iterations.program().loss().orElseThrow();
        assertThat(iterations.trace(0).get(loss, 0)).isEqualTo(300.0 * 300 * 300);
    }

    @Test
    void expectations_are_broken_off() {
        Model model = Chain.model(LONG);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ExpectCheck.of(model)).isInstanceOf(BrokenOff.class);
    }

    @Test
    void a_gradient_check_keeps_what_it_has_checked() {
        Model model = Chain.model("w = param([1.0, 2.0, 3.0])\nE = sum(w**2)\nminimize(E)\n");
        AtomicLong done = new AtomicLong();
        Progress two = new Progress() {
            @Override
            public boolean cancelled() {
                return done.get() == 2;
            }

            @Override
            public void reached(long elements) {
                done.set(elements);
            }
        };
        Trace trace = new Iterations(model.program()).trace(0);
        GradientCheck check = GradientCheck.of(trace, model.program().loss().orElseThrow(), 1e-6, 100, two);
        assertThat(check.complete()).isFalse();
        assertThat(check.tensors()).hasSize(1);
        assertThat(check.tensors().get(0).elements()).hasSize(2);
    }

    @Test
    void trouble_met_while_running_is_told_at_its_line() {
        OperandException full = new OperandException("run.memory.full", 512L).at(new Origin(2, 5, 2, 15));
        assertThat(Chain.model(LONG).located(full).getMessage())
                .isEqualTo(
                        "test.chain:2:5: this does not fit into the 512 MB of memory there are: use smaller arrays, or start Java with more memory (-Xmx)");
    }
}
