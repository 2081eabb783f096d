package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.lang.NetworkPlan.Activation;
import chainstep.lang.NetworkPlan.Loss;
import chainstep.run.Evaluator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever network is planned, its file reads and runs. */
class NetworkPlanTest {
    private static final List<List<Integer>> SIZES = List.of(List.of(1, 1), List.of(2, 2, 2), List.of(3, 40, 1, 4));

    static Stream<NetworkPlan> plans() {
        List<NetworkPlan> plans = new ArrayList<>();
        for (List<Integer> sizes : SIZES) {
            for (Activation hidden : Activation.values()) {
                for (Activation output : Activation.values()) {
                    for (Loss loss : Loss.values()) {
                        boolean odd = plans.size() % 2 == 1;
                        plans.add(new NetworkPlan(
                                sizes,
                                hidden,
                                output,
                                loss,
                                odd ? OptionalLong.of(7) : OptionalLong.empty(),
                                "0.1",
                                odd));
                    }
                }
            }
        }
        return plans.stream();
    }

    private static Model model(NetworkPlan plan) {
        return ChainReader.read(Source.of("plan", plan.text()), Path.of(""));
    }

    @Test
    void every_combination_is_tried() {
        assertThat(plans()).hasSize(SIZES.size() * Activation.values().length * Activation.values().length * 4);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void the_file_of_a_plan_reads_and_runs(NetworkPlan plan) {
        Evaluator evaluator = new Evaluator(model(plan).program());
        assertThatCode(() -> evaluator.advance(evaluator.run(evaluator.start())))
                .as(plan.text())
                .doesNotThrowAnyException();
    }

    @Test
    void the_first_plan_has_mazurs_shape() {
        assertThat(NetworkPlan.FIRST.text()).contains("2-2-2", "sigmoid(z1)", "sigmoid(z2)", "0.5 * sum((t - o)**2)");
    }

    @Test
    void a_plan_without_layers_or_units_is_refused() {
        for (List<Integer> sizes : List.of(List.<Integer>of(), List.of(2), List.of(2, 0), List.of(-1, 2))) {
            assertThatThrownBy(() -> new NetworkPlan(
                            sizes, Activation.TANH, Activation.NONE, Loss.MSE, OptionalLong.empty(), "0.1", false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void where_one_array_is_too_large_to_be_written_out_all_are_drawn() {
        String text = new NetworkPlan(
                        List.of(50, 2, 2),
                        Activation.TANH,
                        Activation.NONE,
                        Loss.MSE,
                        OptionalLong.empty(),
                        "0.1",
                        false)
                .text();
        assertThat(text)
                .contains("W1 = param(xavier(2, 50, seed=0))\nb1 = param(zeros(2))")
                .contains("W2 = param(xavier(2, 2, seed=1))\nb2 = param(zeros(2))");
    }
}
