package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.run.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads that other programs ran too, from the same data and weights: every engine ends at the same loss. */
class WorkloadsTest {
    private static final List<String> ENGINES = List.of("ejml", "jvm", "jvm32");

    private static double bound(String engine) {
        return engine.endsWith("32") ? 1e-6 : 1e-10;
    }

    private static Session after(Workload workload, Path folder, String engine, int updates) {
        Session session =
                workload.open(workload.course(folder), Engines.named(engine).orElseThrow());
        session.run(updates);
        return session;
    }

    @ParameterizedTest
    @CsvSource({"circle, 4, 2, 0.3131129021", "spiral, 4, 2, 0.4736840432", "spiral, 8, 8, 0.4721431641"})
    void w1_after_twenty_epochs(String data, int one, int other, double loss, @TempDir Path folder) throws IOException {
        Workload workload = Workload.w1(data, new int[] {2, one, other, 1}, folder);
        double[][] points = data.equals("circle") ? Workload.circle() : Workload.spiral();
        for (String engine : ENGINES) {
            Snapshot state = after(workload, folder, engine, 1000).snapshot();
            assertThat(workload.loss(state, points)).as(engine).isCloseTo(loss, within(bound(engine)));
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 0.291027774, 1e-9", "false, 10000, 0.0000351019, 1e-10", "true, 1, 0.2804714468, 1e-10"})
    void w2_as_on_mazurs_page(boolean biases, int updates, double loss, double digits, @TempDir Path folder) {
        for (String engine : ENGINES) {
            double own = after(Workload.w2(biases), folder, engine, updates).run(1)[0][0];
            assertThat(own).as(engine).isCloseTo(loss, within(Math.max(digits, bound(engine))));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0.1251107308", "4, 0.1170139596"})
    void w3_exclusive_or_after_a_thousand_updates(int hidden, double loss, @TempDir Path folder) {
        for (String engine : ENGINES) {
            double own = after(Workload.w3(hidden), folder, engine, 1000).run(1)[0][0];
            assertThat(own).as(engine).isCloseTo(loss, within(bound(engine)));
        }
    }
}
