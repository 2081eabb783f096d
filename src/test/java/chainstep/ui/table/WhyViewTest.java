package chainstep.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Stage;
import java.awt.EventQueue;
import javax.swing.JScrollPane;
import org.junit.jupiter.api.Test;

/** The reasons for a number take the room that they need. */
class WhyViewTest {
    private static WhyView of(String name) {
        DebugController controller = Stage.of("mazur");
        controller.endOfPhase();
        int node = controller
                .scene()
                .sitting()
                .orElseThrow()
                .state()
                .program()
                .named(name)
                .orElseThrow();
        return new WhyView(controller, new Picked(node, 0));
    }

    @Test
    void what_is_said_in_one_line_is_one_line_tall() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WhyView why = of("x");
            assertThat(why.dump().strip()).isEqualTo("x₁ = 0.05    given on line 3");
            assertThat(why.getPreferredSize().height).isLessThan(40);
            assertThat(why.getPreferredSize().width).isBetween(150, 300);
            int line = why.getPreferredSize().height;
            WhyView more = of("z1");
            int rows = (int) more.dump().lines().count();
            assertThat(more.getPreferredSize().height).isGreaterThan(line + (rows - 1) * 12);
        });
    }

    @Test
    void it_grows_with_what_is_opened_and_shows_all_of_it() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WhyView why = of("h");
            int before = why.getPreferredSize().height;
            why.open(1);
            assertThat(why.getPreferredSize().height).isGreaterThan(before);
            Seen.painted(why, why.getPreferredSize().width, why.getPreferredSize().height);
            JScrollPane scroll = Seen.part(why, JScrollPane.class);
            assertThat(scroll.getVerticalScrollBar().isVisible()).isFalse();
            assertThat(scroll.getHorizontalScrollBar().isVisible()).isFalse();
        });
    }
}
