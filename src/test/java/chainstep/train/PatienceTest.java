package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.run.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static Course course(String split) {
        return Course.of(
                Source.of(
                        "test",
                        "X, t = data(\"gauss\", n=40, seed=1)\ntrain(batch=10, split=" + split + ")\n"
                                + "w = param([[0.1], [0.2]])\nL = mse(X @ w, t)\nminimize(L, sgd(lr=0.01))\n"),
                Path.of(""));
    }

    private static Epoch epoch(long number, double loss) {
        Measure.Score score = new Measure.Score(loss, OptionalDouble.empty());
        return new Epoch(number, 2 * number, 0, Map.of(Take.Part.VALIDATION, score), 0);
    }

    private static Snapshot state(long iteration) {
        return new Snapshot(iteration, new double[][] {{iteration}});
    }

    @Test
    void it_ends_when_the_loss_has_not_fallen_for_so_many_epochs() {
        Patience patience = new Patience(course("[50, 50, 0]"), 2);
        double[] losses = {5, 3, 4, 3, 2, 2, Double.NaN};
        for (int k = 0; k < losses.length; k++) {
            Epoch epoch = epoch(k, losses[k]);
            assertThat(patience.offer(epoch, state(2 * k))).isEqualTo(k == 0 || k == 1 || k == 4);
            assertThat(patience.isOver(epoch)).as("after epoch " + k).isEqualTo(k == 3 || k == 6);
        }
        assertThat(patience.best()).contains(new Patience.Best(8, 2));
        assertThat(patience.bestEpoch()).isEqualTo(4);
        assertThat(patience.state().orElseThrow().values(0)).containsExactly(8);
    }

    @Test
    void it_goes_on_from_what_an_earlier_run_knew() {
        Patience patience = new Patience(course("[50, 50, 0]"), 2);
        patience.load(new Patience.Best(4, 1), Optional.empty());
        assertThat(patience.offer(epoch(3, 1), state(6))).isFalse();
        assertThat(patience.isOver(epoch(3, 1))).isFalse();
        assertThat(patience.isOver(epoch(4, 1))).isTrue();
    }

    @Test
    void without_rows_to_validate_with_there_is_none() {
        Course course = course("[50, 50]");
        assertThatThrownBy(() -> new Patience(course, 2))
                .isInstanceOf(TrainException.class)
                .hasMessageContaining("keeps no rows to validate with");
    }
}
