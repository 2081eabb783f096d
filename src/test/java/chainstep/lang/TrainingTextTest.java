package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.TrainingText.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingTextTest {
    private static final String TEXT = """
            X, t = data("spiral",  n=500, noise=0)   # two arms
            W = param(xavier(2, 1, seed=1))
            L = mean((tanh(X @ W) - t)**2)
            minimize(L, adam(lr=0.01, beta1=0.8), l2=0.001)

            train(epochs=300, batch=10,
                  split=[60, 20, 20])
            expect(L, 1.3)
            """;

    private static String with(Field field, String value) {
        return TrainingText.of(TEXT).with(field, value).orElseThrow();
    }

    @Test
    void what_is_written_is_told_and_what_is_unsaid_is_not() {
        TrainingText text = TrainingText.of(TEXT);
        assertThat(text.get(Field.DATA)).contains("\"spiral\"");
        assertThat(text.get(Field.SAMPLES)).contains("500");
        assertThat(text.get(Field.DATA_SEED)).isEmpty();
        assertThat(text.get(Field.OPTIMIZER)).contains("adam");
        assertThat(text.get(Field.RATE)).contains("0.01");
        assertThat(text.get(Field.L2)).contains("0.001");
        assertThat(text.get(Field.CLIP)).isEmpty();
        assertThat(text.get(Field.SPLIT)).contains("[60, 20, 20]");
        assertThat(text.get(Field.SHUFFLE)).isEmpty();
    }

    @Test
    void only_what_is_concerned_is_another() {
        String held = TEXT.replace("expect(", "# expect(");
        assertThat(with(Field.DATA, "\"circle\"")).isEqualTo(held.replace("spiral", "circle"));
        assertThat(with(Field.NOISE, "0.5")).isEqualTo(held.replace("noise=0)", "noise=0.5)"));
        assertThat(with(Field.DATA_SEED, "7")).isEqualTo(held.replace("noise=0)", "noise=0, seed=7)"));
        assertThat(with(Field.RATE, "cosine(0.1, total=900)"))
                .isEqualTo(held.replace("lr=0.01", "lr=cosine(0.1, total=900)"));
        assertThat(with(Field.L2, "0")).isEqualTo(held.replace("l2=0.001", "l2=0"));
        assertThat(with(Field.CLIP, "5")).isEqualTo(held.replace("l2=0.001", "l2=0.001, clip=5"));
        assertThat(with(Field.BATCH, "20")).isEqualTo(held.replace("batch=10", "batch=20"));
        assertThat(with(Field.SEED, "3")).isEqualTo(held.replace("20, 20])", "20, 20], seed=3)"));
    }

    @Test
    void more_epochs_leave_what_was_expected() {
        assertThat(with(Field.EPOCHS, "30")).isEqualTo(TEXT.replace("epochs=300", "epochs=30"));
    }

    @Test
    void another_optimizer_keeps_the_rate_and_what_it_knows() {
        assertThat(TrainingText.of(with(Field.OPTIMIZER, "adamw")).get(Field.RATE))
                .contains("0.01");
        assertThat(with(Field.OPTIMIZER, "adamw")).contains("minimize(L, adamw(lr=0.01, beta1=0.8), l2=0.001)");
        assertThat(with(Field.OPTIMIZER, "sgd")).contains("minimize(L, sgd(lr=0.01), l2=0.001)");
    }

    @Test
    void what_is_missing_is_added() {
        String bare = "w = param(1)\nL = w**2\nminimize(L)  # down\nn = 3";
        assertThat(TrainingText.of(bare).with(Field.RATE, "0.2"))
                .contains("w = param(1)\nL = w**2\nminimize(L, sgd(lr=0.2))  # down\nn = 3");
        assertThat(TrainingText.of(bare).with(Field.EPOCHS, "9"))
                .contains("w = param(1)\nL = w**2\nminimize(L)  # down\ntrain(epochs=9)\nn = 3");
        assertThat(TrainingText.of("minimize(L)").with(Field.EPOCHS, "9")).contains("minimize(L)\ntrain(epochs=9)\n");
        assertThat(TrainingText.of(bare).with(Field.NOISE, "1")).isEmpty();
        assertThat(TrainingText.of("w = (").with(Field.EPOCHS, "1")).isEmpty();
        assertThat(TrainingText.of(TEXT).with(Field.BATCH, " ")).isEmpty();
    }

    @Test
    void arguments_without_names_are_known_by_their_place() {
        String brief = "X, t = data(\"xor\", 40, 0.1, 2)\nminimize(L, momentum(0.1, 0.5))\n";
        TrainingText text = TrainingText.of(brief);
        assertThat(text.get(Field.SAMPLES)).contains("40");
        assertThat(text.with(Field.DATA_SEED, "9")).contains(brief.replace("0.1, 2)", "0.1, 9)"));
        assertThat(text.with(Field.OPTIMIZER, "nesterov"))
                .contains(brief.replace("momentum(0.1, 0.5)", "nesterov(lr=0.1, beta=0.5)"));
    }

    /** Any order of changes gives a text that can be read, and going back to what was there gives that text again. */
    @Test
    void changes_in_any_order_can_be_read_and_taken_back() throws IOException {
        String spiral = Files.readString(Path.of("samples/spiral.chain"));
        Random chance = new Random(5);
        List<List<String>> values = List.of(
                List.of("DATA", "\"circle\"", "\"xor\"", "\"gauss\""),
                List.of("SAMPLES", "100", "200"),
                List.of("NOISE", "0.1", "0"),
                List.of("OPTIMIZER", "sgd", "momentum", "rmsprop", "adamw"),
                List.of("RATE", "0.5", "1e-3"),
                List.of("SCHEDULE", "constant", "warmup(steps=10)", "cosine(total=50, min=0.01)"),
                List.of("L1", "0.01"),
                List.of("CLIP", "1"),
                List.of("BATCH", "5", "20"),
                List.of("SPLIT", "[80, 20]", "[50, 25, 25]"),
                List.of("SHUFFLE", "False"));
        for (int round = 0; round < 30; round++) {
            String text = spiral;
            for (int k = 0; k < 8; k++) {
                List<String> choice = values.get(chance.nextInt(values.size()));
                Field field = Field.valueOf(choice.get(0));
                String value = choice.get(1 + chance.nextInt(choice.size() - 1));
                String next = TrainingText.of(text).with(field, value).orElseThrow();
                assertThat(ChainReader.read(Source.of("next", next), Path.of("samples"))
                                .program()
                                .loss())
                        .isPresent();
                assertThat(TrainingText.of(next).get(field)).contains(value);
                Optional<String> before = TrainingText.of(text).get(field);
                if (before.isPresent() && field != Field.OPTIMIZER && !text.contains("\nexpect")) {
                    assertThat(TrainingText.of(next).with(field, before.get())).contains(text);
                }
                text = next;
            }
        }
    }
}
