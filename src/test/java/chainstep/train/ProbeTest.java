package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.data.Rows;
import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final String ROWS = """
            X, t = data("xor", n=40, noise=0, seed=1)
            W1 = param([[1, -2, 0.5], [0.25, 3, -1]])
            b1 = param([0.1, 0.2, 0.3])
            V = param([[2, 0.5, -1]])
            h = tanh(X @ W1 + b1)
            y = h @ V.T
            L = mean((y - t)**2)
            minimize(L, sgd(lr=0.1))
            train(batch=10, split=[50, 50])
            """;

    private static final String COLUMN = """
            x = input([0.5, -1])
            W = param([[1, 2], [3, 4], [5, 6]])
            U = param([[1, 0, 2]])
            h = relu(W @ x)
            y = U @ h
            t = target([2])
            L = sum((y - t)**2)
            minimize(L, sgd(lr=0.01))
            """;

    private static Course course(String text) {
        return Course.of(Source.of("test", text), Path.of(""));
    }

    private static Trainer trainer(Course course) {
        return new Trainer(course, Engines.named("jvm").orElseThrow(), System::nanoTime);
    }

    @Test
    void what_is_multiplied_by_parameters_is_a_column_and_so_is_the_answer() {
        Probe probe = Probe.of(course(COLUMN));
        assertThat(probe.columns().columns()).extracting(Columns.Column::name).containsExactly("x", "h", "y");
        assertThat(probe.columns().columns()).extracting(Columns.Column::units).containsExactly(2, 3, 1);
        assertThat(probe.columns().links()).extracting(Columns.Link::from).containsExactly(0, 1);
        double[] w = {1, 2, 3, 4, 5, 6};
        assertThat(probe.columns().weight(probe.columns().links().get(0), w, 1, 2))
                .isEqualTo(6);
    }

    @Test
    void weights_are_found_where_rows_are_multiplied_from_the_left_and_by_a_transpose() {
        Columns columns = Columns.of(course(ROWS).program());
        double[] w1 = {1, -2, 0.5, 0.25, 3, -1};
        double[] v = {2, 0.5, -1};
        assertThat(columns.weight(columns.links().get(0), w1, 1, 2)).isEqualTo(-1);
        assertThat(columns.weight(columns.links().get(1), v, 2, 0)).isEqualTo(-1);
    }

    @Test
    void every_unit_says_what_it_computes_of_each_row() {
        Course course = course(ROWS);
        Rows asked = Rows.of(3, new int[] {2}, new double[] {0, 0, 1, 2, -1, 0.5}, List.of());
        Probe probe = Probe.of(course, asked);
        List<double[][]> units = probe.values(trainer(course).state());
        assertThat(units.get(0)[1]).containsExactly(0, 2, 0.5);
        double h = StrictMath.tanh(1 * 1 + 2 * 0.25 + 0.1);
        assertThat(units.get(1)[0][1]).isCloseTo(h, Offset.offset(1e-14));
        double h1 = StrictMath.tanh(-2 + 2 * 3 + 0.2);
        double h2 = StrictMath.tanh(0.5 - 2 + 0.3);
        assertThat(units.get(2)[0][1]).isCloseTo(2 * h + 0.5 * h1 - h2, Offset.offset(1e-13));
    }

    @Test
    void examples_are_the_rows_of_a_part() {
        Course course = course(ROWS);
        Examples training = Examples.of(course, Take.Part.TRAINING).orElseThrow();
        Examples test = Examples.of(course, Take.Part.TEST).orElseThrow();
        assertThat(training.count() + test.count()).isEqualTo(40);
        for (int k = 0; k < training.count(); k++) {
            double product = training.features().at(k, 0) * training.features().at(k, 1);
            assertThat(training.targets().at(k, 0)).isEqualTo(product >= 0 ? 1 : -1);
        }
        assertThat(Examples.of(course(COLUMN), Take.Part.TRAINING)).isEmpty();
    }

    @Test
    void slopes_are_the_norms_of_the_gradients_in_a_state() {
        Course course = course(COLUMN);
        Slopes slopes = Slopes.of(course, new EjmlEngine());
        assertThat(slopes.names()).containsExactly("W", "U");
        // h = relu([-1.5, -2.5, -3.5]) = 0: y = 0, all slopes but the loss are 0
        Slopes.Slope slope = slopes.at(trainer(course).state());
        assertThat(slope.loss()).isEqualTo(4);
        assertThat(slope.norms()).containsExactly(0, 0);
    }

    @Test
    void the_surface_of_two_parameters_is_their_loss_itself() {
        Course course = course("""
                w = param(1)
                b = param(2)
                L = (3*w + b - 1)**2
                minimize(L, sgd(lr=0.01))
                """);
        Trainer trainer = trainer(course);
        var first = trainer.state();
        trainer.to(10, Progress.NONE);
        LossSurface surface = LossSurface.of(course, List.of(first, trainer.state()), Progress.NONE)
                .orElseThrow();
        assertThat(surface.exact()).isTrue();
        assertThat(surface.across() + surface.up()).isEqualTo("wb");
        assertThat(surface.path().get(0)).containsExactly(1, 2);
        int last = surface.losses().length - 1;
        double corner = 3 * surface.right() + surface.top() - 1;
        assertThat(surface.losses()[last][last]).isCloseTo(corner * corner, Offset.offset(1e-10));
    }

    @Test
    void the_surface_of_many_parameters_goes_through_the_last_state() {
        Course course = course(ROWS);
        Trainer trainer = trainer(course);
        List<Snapshot> path = new ArrayList<>(List.of(trainer.state()));
        for (int k = 1; k <= 12; k++) {
            trainer.to(2L * k, Progress.NONE);
            path.add(trainer.state());
        }
        LossSurface surface = LossSurface.of(course, path, Progress.NONE).orElseThrow();
        assertThat(surface.exact()).isFalse();
        double[] end = surface.path().get(12);
        assertThat(end).containsExactly(new double[] {0, 0}, Offset.offset(1e-12));
        double least = Double.POSITIVE_INFINITY;
        for (double[] row : surface.losses()) {
            for (double loss : row) {
                least = Math.min(least, loss);
            }
        }
        double reached =
                Measure.of(course, Take.Part.TRAINING).score(trainer.state()).loss();
        assertThat(least).isLessThan(1.5 * reached);
    }

    @Test
    void a_reel_keeps_first_and_last_and_what_lies_evenly_between() {
        Course course = course(COLUMN);
        Reel reel = new Reel(9);
        var start = trainer(course).state();
        for (int k = 0; k <= 5000; k++) {
            reel.add(start.at(k));
        }
        List<Long> kept = reel.frames().stream().map(Snapshot::iteration).toList();
        assertThat(kept.get(0)).isZero();
        assertThat(kept.get(kept.size() - 1)).isEqualTo(5000);
        assertThat(kept.size()).isBetween(Reel.MOST / 2, Reel.MOST);
        for (int k = 2; k < kept.size() - 1; k++) {
            assertThat(kept.get(k) - kept.get(k - 1)).isEqualTo(kept.get(1));
        }
    }
}
