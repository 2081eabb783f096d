package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of what is recalled share lines where they are many, and boxes are as high as their edges need. */
class RecalledNamesTest {
    private static RecalledNames names(int count, String name) {
        List<Link> links = IntStream.range(0, count)
                .mapToObj(from -> new Link(from, count))
                .toList();
        return RecalledNames.of(links, box -> name);
    }

    @Test
    void few_names_stand_alone_and_many_share_lines() {
        assertThat(names(4, "Wa").lines()).hasSize(4);
        assertThat(names(5, "Wa").lines()).hasSize(3);
        assertThat(names(12, "Wa").lines()).hasSize(4);
        assertThat(names(12, "Wa").columns()).isEqualTo(8);
    }

    @Test
    void long_names_share_no_line() {
        assertThat(names(12, "weights_of_a").lines()).hasSize(12);
        assertThat(names(12, "encoder").lines()).hasSize(6);
    }

    @Test
    void names_in_a_line_are_one_character_apart() {
        RecalledNames names = names(8, "abc");
        List<Link> line = names.lines().get(0);
        assertThat(line).hasSize(2);
        assertThat(names.ends().get(line.get(1))).isZero();
        assertThat(names.ends().get(line.get(0))).isEqualTo(4);
    }

    @Test
    void an_lstm_in_layers_recalls_its_gates_in_four_lines() {
        Drawn lstm = Drawn.of("worked/lstm_gomez.chain");
        lstm.view.fold(Grain.LAYER);
        Picture picture = lstm.picture();
        assertThat(picture.spot(lstm.node("out1")).height()).isLessThan(100);
        assertThat(picture.routes().values().stream()
                        .filter(route -> route.way() == Route.Way.RECALL)
                        .map(route -> route.end().y())
                        .distinct())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur.chain",
                "worked/lstm_gomez.chain",
                "lectures/hopfield.chain",
                "worked/mixed_ops_public.chain"
            })
    void arrow_heads_at_a_box_do_not_melt_together(String sample) {
        Drawn drawn = Drawn.of(sample);
        for (Grain grain : Grain.values()) {
            drawn.view.fold(grain);
            Map<Integer, List<Double>> ends = new HashMap<>();
            drawn.picture().routes().forEach((link, route) -> {
                if (route.way() == Route.Way.ACROSS || route.way() == Route.Way.RECALL) {
                    ends.merge(link.to(), List.of(route.end().y()), RecalledNamesTest::joined);
                }
            });
            assertThat(ends).isNotEmpty();
            ends.forEach((box, heights) -> assertThat(least(heights))
                    .as("at box " + box + " in " + grain)
                    .isGreaterThan(8.99));
        }
    }

    private static double least(List<Double> heights) {
        List<Double> sorted = heights.stream().distinct().sorted().toList();
        return IntStream.range(1, sorted.size())
                .mapToDouble(k -> sorted.get(k) - sorted.get(k - 1))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static List<Double> joined(List<Double> some, List<Double> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
