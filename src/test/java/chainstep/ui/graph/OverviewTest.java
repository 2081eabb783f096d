package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.ui.Settings;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The small drawing of all helps to find a way, and hides nothing that is looked at. */
class OverviewTest {
    @Test
    void where_all_of_it_is_seen_there_is_none() {
        Drawn mazur = Drawn.of("mazur.chain").steps(Depth.TERM, 19);
        assertThat(mazur.view.overview().isVisible()).isFalse();
        mazur.key("typed +");
        mazur.key("typed +");
        mazur.key("typed +");
        assertThat(mazur.view.overview().isVisible()).isTrue();
    }

    @Test
    void in_a_lecture_hall_it_stands_on_free_ground_or_beside_the_drawing() {
        Drawn drawn = Drawn.of("mazur.chain");
        drawn.view.setSize(666, 657);
        drawn.controller.settings(Settings.FIRST.projector(true));
        drawn.view.doLayout();
        drawn.controller.depth(Depth.TERM);
        int shown = 0;
        for (int step = 0; step < 60; step++) {
            drawn.controller.step();
            Camera camera = drawn.view.canvas().camera();
            Overview overview = drawn.view.overview();
            Spot covers = new Spot(overview.getX(), overview.getY(), overview.getWidth(), overview.getHeight());
            shown += overview.isVisible() ? 1 : 0;
            assertThat(drawn.model().cards())
                    .noneMatch(card -> !FreeGroundTest.isOnStrip(drawn.view)
                            && camera.there(drawn.picture().spot(card.id())).touches(covers));
        }
        assertThat(shown).isEqualTo(60);
    }

    @Test
    void in_a_drawing_in_which_one_would_get_lost_it_is_always_there_and_hides_nothing_that_is_now() {
        String lines = IntStream.range(2, 400)
                .mapToObj(k -> "x" + k + " = tanh(w * x" + (k - 1) + " + 0.1 * x" + Math.max(0, k - 7) + ")")
                .collect(Collectors.joining("\n"));
        Drawn vast =
                Drawn.text("w = param(0.9)\nx0 = input(0.1)\nx1 = input(0.2)\n" + lines + "\nE = x399**2\nminimize(E)");
        vast.view.setSize(849, 775);
        vast.view.doLayout();
        vast.controller.depth(Depth.LINE);
        for (int step = 0; step < 40; step++) {
            vast.controller.step();
            Spot covers = vast.view.canvas().camera().under(Spot.of(vast.view.overview()));
            assertThat(vast.view.overview().isVisible()).isTrue();
            assertThat(vast.model().cards())
                    .filteredOn(Card::isNow)
                    .isNotEmpty()
                    .noneMatch(card -> vast.picture().spot(card.id()).touches(covers));
        }
    }

    @Test
    void it_hides_no_box_while_there_is_free_ground_at_a_side() {
        Drawn drawn = Drawn.file("lectures/hopfield.chain");
        drawn.view.setSize(680, 575);
        drawn.view.doLayout();
        drawn.view.canvas().refit();
        drawn.controller.depth(Depth.TERM);
        int shown = 0;
        int bare = 0;
        for (int step = 0; step < 50; step++) {
            drawn.controller.step();
            Camera camera = drawn.view.canvas().camera();
            Spot covers = Spot.of(drawn.view.overview());
            shown += drawn.view.overview().isVisible() ? 1 : 0;
            bare += drawn.model().cards().stream()
                            .noneMatch(card -> camera.there(drawn.picture().spot(card.id()))
                                    .touches(covers))
                    ? 1
                    : 0;
        }
        assertThat(shown).isEqualTo(50);
        assertThat(bare).isEqualTo(50);
    }
}
