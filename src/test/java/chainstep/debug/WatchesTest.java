package chainstep.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Program;
import chainstep.math.Tensor;
import chainstep.op.Negate;
import chainstep.run.Networks;
import chainstep.run.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private static final Program MAZUR = Networks.mazur();
    private static final int E = MAZUR.named("E").orElseThrow();
    private final Debugger debugger = new Debugger(MAZUR);
    private final Measure minus = Measure.built("-E", program -> program.apply(new Negate(), E));

    private Watch.Sight sight(Watch watch) {
        return debugger.state().watches().stream()
                .filter(seen -> seen.watch().equals(watch))
                .findFirst()
                .orElseThrow()
                .sight();
    }

    @Test
    void a_watch_is_not_known_before_its_last_node_is() {
        Watch watch = debugger.watch(minus);
        assertThat(sight(watch)).isEqualTo(new Watch.NotYet(E));
        debugger.runTo(E);
        assertThat(((Watch.Known) sight(watch)).value().item()).isEqualTo(-0.2983711087600027, within(1e-15));
        debugger.back();
        assertThat(sight(watch)).isEqualTo(new Watch.NotYet(E));
    }

    @Test
    void a_parameter_is_known_at_once() {
        Watch watch = debugger.watch(Measure.node("W1", MAZUR.named("W1").orElseThrow()));
        assertThat(sight(watch)).isInstanceOf(Watch.Known.class);
    }

    @Test
    void a_watch_remembers_its_values_over_the_iterations() {
        Watch watch = debugger.watch(minus);
        List<Tensor> history = debugger.history(watch, 5, 104, Progress.NONE);
        assertThat(history).hasSize(100);
        debugger.jump(50, Progress.NONE);
        assertThat(history.get(45).item()).isEqualTo(-debugger.state().trace().get(E, 0));
        debugger.limit(60);
        assertThat(debugger.history(watch, 50, 70, Progress.NONE)).hasSize(10);
        assertThat(debugger.history(watch, 60, 70, Progress.NONE)).isEmpty();
    }

    @Test
    void a_watch_removed_is_gone_and_the_others_stay() {
        Watch first = debugger.watch(minus);
        Watch second = debugger.watch(Measure.node("E", E));
        assertThat(debugger.unwatch(first.id())).isTrue();
        assertThat(debugger.unwatch(first.id())).isFalse();
        assertThat(debugger.watches()).containsExactly(second);
        assertThat(sight(second)).isEqualTo(new Watch.NotYet(E));
    }

    @Test
    void anything_can_be_seen_without_being_watched() {
        assertThat(debugger.see(minus)).isEqualTo(new Watch.NotYet(E));
        debugger.endOfPhase();
        assertThat(debugger.see(minus)).isInstanceOf(Watch.Known.class);
        assertThat(debugger.state().watches()).isEmpty();
        assertThat(debugger.state().trace().program().size()).isEqualTo(MAZUR.size());
    }
}
