package chainstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import java.awt.event.MouseEvent;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void every_number_is_in_a_bin_whose_edges_are_round() {
        Histogram one = Histogram.of("W", new double[] {-0.83, 0, 0.1, 0.1}, new double[] {1.17});
        assertThat(one.step()).isCloseTo(0.1, Offset.offset(1e-12));
        assertThat(one.edge(0)).isCloseTo(-0.9, Offset.offset(1e-12));
        assertThat(one.edge(one.counts().size())).isCloseTo(1.2, Offset.offset(1e-12));
        assertThat(one.counts().get(10)).isEqualTo(2);
        assertThat(one.total()).isEqualTo(5);
        assertThat(one.fullest()).isEqualTo(10);
    }

    @Test
    void numbers_that_are_all_the_same_are_in_one_bin() {
        for (double value : new double[] {0, 1, -3.5, 1e-300, 1e300}) {
            Histogram one = Histogram.of("b", new double[] {value, value});
            assertThat(one.counts()).as("%s", value).containsExactly(2);
            assertThat(one.edge(0)).isLessThanOrEqualTo(value);
        }
    }

    @Test
    void numbers_far_apart_and_close_together_are_all_counted() {
        for (double[] values : new double[][] {{-1e308, 1e308}, {1, Math.nextUp(1.0)}, {0, 5e-324}, {1e9, 1e9 + 1}}) {
            Histogram one = Histogram.of("b", values);
            assertThat(one.counts().size()).isBetween(1, 42);
            assertThat(one.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        }
    }

    @Test
    void what_is_not_finite_is_in_no_bin_and_counted() {
        Histogram one = Histogram.of("W", new double[] {Double.NaN, 1, 2, Double.POSITIVE_INFINITY});
        assertThat(one.odd()).isEqualTo(2);
        assertThat(one.total()).isEqualTo(4);
        assertThat(Histogram.of("W", new double[] {Double.NaN}).counts()).isEmpty();
    }

    @Test
    void the_bin_under_the_pointer_tells_its_numbers() {
        HistogramView view = new HistogramView("h", Hue.CURVE_FIRST);
        view.show(List.of(Histogram.of("W", new double[] {0, 1, 2, 2})), new Style(Settings.FIRST), "weights");
        Seen.painted(view, 300, 180);
        MouseEvent last = new MouseEvent(view, MouseEvent.MOUSE_MOVED, 0, 0, 285, 50, 0, false);
        assertThat(view.getToolTipText(last)).isEqualTo("W: 2 of 4 numbers from 2 to below 2.1");
        assertThat(view.getAccessibleContext().getAccessibleDescription())
                .isEqualTo("W: 4 numbers from 0 to 2.1, most of them from 2 to 2.1");
    }
}
