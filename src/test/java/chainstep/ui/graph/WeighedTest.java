package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.lang.LayerEdit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A small matrix shows its numbers wherever the drawing has room for them, and no box keeps room that it had need of once. */
class WeighedTest {
    private static final List<String> NAMES = List.of("h0", "Wx", "Wh", "h1", "h2", "h3");

    private static List<Figures> figures(Drawn drawn) {
        return NAMES.stream().map(name -> drawn.card(name).value().figures()).toList();
    }

    private static Drawn recurrent(int width, int height) {
        Drawn drawn = Drawn.of("worked/cs231n_a3_rnn_forward.chain");
        drawn.steps(Depth.TERM, 20);
        resize(drawn, width, height);
        return drawn;
    }

    private static void resize(Drawn drawn, int width, int height) {
        drawn.view.setSize(width, height);
        drawn.view.doLayout();
        drawn.settle();
        drawn.view.canvas().refit();
        drawn.steps(Depth.TERM, 1);
    }

    @Test
    void five_columns_are_numbers_where_all_is_seen_nevertheless() {
        assertThat(figures(recurrent(849, 775))).hasOnlyElementsOfType(Figures.Numbers.class);
    }

    @Test
    void in_a_small_view_that_would_be_too_small_they_are_heat_maps() {
        assertThat(Stream.of("Wx", "Wh")
                        .map(name -> recurrent(560, 420).card(name).value().figures()))
                .hasOnlyElementsOfType(Figures.Heat.class);
    }

    @Test
    void a_larger_view_is_weighed_anew() {
        Drawn drawn = recurrent(560, 420);
        resize(drawn, 1120, 840);
        assertThat(figures(drawn)).hasOnlyElementsOfType(Figures.Numbers.class);
    }

    @Test
    void what_was_larger_for_a_while_is_drawn_as_it_was_before() {
        Drawn drawn = Drawn.of("mazur.chain");
        String before = drawn.controller.scene().draft().text();
        Picture first = drawn.picture();
        drawn.controller.edit(LayerEdit.units(before, 1, 2).orElseThrow());
        assertThat(drawn.picture().places()).isNotEqualTo(first.places());
        drawn.controller.edit(before);
        assertThat(drawn.picture().places()).isEqualTo(first.places());
        assertThat(drawn.picture().faces()).isEqualTo(first.faces());
    }
}
