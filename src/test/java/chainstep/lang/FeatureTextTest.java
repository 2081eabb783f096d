package chainstep.lang;

import static chainstep.lang.Feature.PRODUCT;
import static chainstep.lang.Feature.SIN_X1;
import static chainstep.lang.Feature.SIN_X2;
import static chainstep.lang.Feature.X1;
import static chainstep.lang.Feature.X1_SQUARED;
import static chainstep.lang.Feature.X2;
import static chainstep.lang.Feature.X2_SQUARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Playground's features are a line of the text. */
class FeatureTextTest {
    private static String spiral() throws IOException {
        return Files.readString(Path.of("samples", "spiral.chain")).replace("\nexpect(", "\n# expect(");
    }

    private static String read(Optional<String> text) {
        ChainReader.read(Source.of("changed", text.orElseThrow()), Path.of("samples"));
        return text.orElseThrow();
    }

    @Test
    void the_data_as_they_are_need_no_line() throws IOException {
        TrainingText text = TrainingText.of(spiral());
        assertThat(text.features()).containsExactlyInAnyOrder(X1, X2);
        assertThat(text.withFeatures(Set.of(X2, X1))).contains(spiral());
        assertThat(text.withFeatures(Set.of())).isEmpty();
    }

    @Test
    void features_are_a_line_behind_the_data_that_the_first_layer_reads() throws IOException {
        String more = read(TrainingText.of(spiral()).withFeatures(EnumSet.of(X1, X2, PRODUCT, SIN_X1)));
        assertThat(more)
                .isEqualTo(spiral().replace(
                                "seed=1)\nW1 = param(xavier(2, 16",
                                "seed=1)\nF = concat([X[:, 0:1], X[:, 1:2], X[:, 0:1] * X[:, 1:2], sin(X[:, 0:1])], axis=1)\n"
                                        + "W1 = param(xavier(4, 16")
                        .replace("X @ W1", "F @ W1"));
        assertThat(TrainingText.of(more).features()).containsExactlyInAnyOrder(X1, X2, PRODUCT, SIN_X1);
        assertThat(TrainingText.of(more).withFeatures(Feature.PLAIN)).contains(spiral());
        assertThat(LayerEdit.layers(more)).hasSize(3);
    }

    @Test
    void every_choice_can_be_read_and_taken_back() throws IOException {
        for (int bits = 1; bits < 128; bits++) {
            Set<Feature> chosen = EnumSet.noneOf(Feature.class);
            for (Feature feature : Feature.values()) {
                if ((bits >> feature.ordinal() & 1) == 1) {
                    chosen.add(feature);
                }
            }
            String text = read(TrainingText.of(spiral()).withFeatures(chosen));
            assertThat(TrainingText.of(text).features()).isEqualTo(chosen);
            assertThat(TrainingText.of(text).withFeatures(Feature.PLAIN)).contains(spiral());
        }
    }

    @Test
    void lines_written_by_hand_are_known() throws IOException {
        String hand = spiral().replace(
                        "W1 = param(xavier(2",
                        "Q = np.concatenate([X, X ** 2,  # squares\n  np.sin( X )], axis=1)   # mine\nW1 = param(xavier(6")
                .replace("X @ W1", "Q @ W1");
        read(Optional.of(hand));
        Set<Feature> known = new HashSet<>(List.of(X1, X2, X1_SQUARED, X2_SQUARED, SIN_X1, SIN_X2));
        assertThat(TrainingText.of(hand).features()).isEqualTo(known);
        known.remove(X1_SQUARED);
        assertThat(read(TrainingText.of(hand).withFeatures(known)))
                .contains(
                        "Q = concat([X[:, 0:1], X[:, 1:2], X[:, 1:2]**2, sin(X[:, 0:1]), sin(X[:, 1:2])], axis=1)   # mine")
                .contains("xavier(5, 16");
    }

    @Test
    void what_reads_something_else_has_no_features() throws IOException {
        assertThat(TrainingText.of(Files.readString(Path.of("samples", "digits.chain")))
                        .features())
                .isEmpty();
        assertThat(TrainingText.of(Files.readString(Path.of("samples", "mazur.chain")))
                        .withFeatures(Set.of(X1)))
                .isEmpty();
        String taken = spiral().replace("\n# expect(L", "\nF = 3\n# expect(L");
        assertThat(read(TrainingText.of(taken).withFeatures(Set.of(X1)))).contains("F1 = concat([X[:, 0:1]], axis=1)");
        String free = spiral().replace("W1 = param(xavier(2", "F = concat([X, exp(X)], axis=1)\nW1 = param(xavier(4")
                .replace("X @ W1", "F @ W1");
        assertThat(TrainingText.of(free).features()).isEmpty();
        assertThat(TrainingText.of(free).withFeatures(Set.of(X1))).isEmpty();
    }
}
