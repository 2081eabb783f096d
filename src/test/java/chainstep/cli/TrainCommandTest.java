package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
    private static final String SPIRAL = "samples/spiral.chain";

    @TempDir
    private Path folder;

    private static Played train(String... arguments) {
        List<String> line = new ArrayList<>(List.of("train"));
        line.addAll(List.of(arguments));
        return Played.of(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void resumed_training_ends_where_training_in_one_go_does(String engine) throws IOException {
        train(
                SPIRAL,
                "--engine",
                engine,
                "--epochs",
                "4",
                "-o",
                folder.resolve("whole").toString());
        train(
                SPIRAL,
                "--engine",
                engine,
                "--epochs",
                "2",
                "-o",
                folder.resolve("half").toString());
        Path half = folder.resolve("half/checkpoint.npz");
        train(
                SPIRAL,
                "--engine",
                engine,
                "--epochs",
                "4",
                "--resume",
                half.toString(),
                "-o",
                folder.resolve("rest").toString());
        assertThat(folder.resolve("rest/checkpoint.npz"))
                .hasSameBinaryContentAs(folder.resolve("whole/checkpoint.npz"));
        assertThat(Files.readAllLines(folder.resolve("whole/log.csv")))
                .hasSize(6)
                .first()
                .isEqualTo(
                        "epoch,updates,batch_loss,training_loss,training_accuracy,validation_loss,validation_accuracy,"
                                + "test_loss,test_accuracy,seconds");
    }

    @Test
    void the_engines_agree_over_an_epoch() throws IOException {
        String reference = train(SPIRAL, "--engine", "ejml", "--epochs", "1").out();
        assertThat(train(SPIRAL, "--engine", "jvm", "--epochs", "1").out()).isEqualTo(reference);
    }

    @Test
    void what_diverges_is_told_with_the_update_and_leaves_a_whole_state() throws IOException {
        Path file = Files.writeString(folder.resolve("a.chain"), "w = param(1)\nL = w**4\nminimize(L, sgd(lr=10))\n");
        Played played = train(file.toString(), "--epochs", "50", "-o", folder.toString());
        assertThat(played.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(played.err())
                .contains("stopped in epoch 6, before update 5", "loss Infinity", "comes from line 2: L = w**4");
        assertThat(folder.resolve("checkpoint.npz")).exists();
    }

    @Test
    void what_cannot_be_trained_says_why() throws IOException {
        Path nothing = Files.writeString(folder.resolve("a.chain"), "w = param(1)\nL = w**4\n");
        assertThat(train(nothing.toString()).err()).contains("minimizes nothing: add a line such as minimize");
        assertThat(train(SPIRAL, "--engine", "abacus").err()).contains("it takes one of ejml, jvm, jvm32");
        Path other = Files.writeString(folder.resolve("b.npz"), "no zip");
        Played played = train(SPIRAL, "--resume", other.toString());
        assertThat(played.err()).contains("is no whole checkpoint");
        assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(train(SPIRAL, "--resume", folder.resolve("c.npz").toString()).err())
                .contains("c.npz");
    }

    @Test
    void a_run_goes_on_with_its_log_and_knows_when_nothing_is_left() throws IOException {
        String run = folder.toString();
        String checkpoint = folder.resolve("checkpoint.npz").toString();
        train(SPIRAL, "--epochs", "2", "-o", run);
        train(SPIRAL, "--epochs", "4", "-o", run, "--resume", checkpoint);
        assertThat(Files.readAllLines(folder.resolve("log.csv")).stream().map(row -> row.split(",")[0]))
                .containsExactly("epoch", "0", "1", "2", "3", "4");
        Played again = train(SPIRAL, "--epochs", "4", "-o", run, "--resume", checkpoint);
        assertThat(again.out()).contains("trained for 4 epochs, and --epochs counts from the beginning");
        assertThat(again.answer()).isZero();
    }

    @Test
    void without_a_lower_loss_it_stops_early_and_keeps_the_best() throws IOException {
        Played played = train(SPIRAL, "--patience", "3", "-o", folder.toString());
        assertThat(played.answer()).isZero();
        assertThat(played.out())
                .contains("the loss over the validation rows was lowest after epoch")
                .contains(folder.resolve("best.npz").toString());
        assertThat(Files.readAllLines(folder.resolve("log.csv"))).hasSizeLessThan(250);
        String wrong = Files.readString(Path.of(SPIRAL)).replace("[60, 20, 20]", "[80, 20]");
        Path file = Files.writeString(folder.resolve("a.chain"), wrong);
        assertThat(train(file.toString(), "--patience", "3").err()).contains("keeps no rows to validate with");
    }

    @Test
    void the_classes_of_the_test_rows_stand_at_the_end() {
        assertThat(train(SPIRAL, "--epochs", "1").out()).endsWith("""
                test rows: their class down, the answer across
                    -1   1
                -1  35  16
                1   16  33
                """);
    }

    @Test
    void json_says_each_epoch_and_the_end() {
        Played played = train(SPIRAL, "--epochs", "30", "--json", "--patience", "40");
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> lines = played.out().lines().map(mapper::readTree).toList();
        assertThat(lines).hasSize(32);
        assertThat(lines.get(30).get("updates").asLong()).isEqualTo(900);
        assertThat(lines.get(30).get("test").get("accuracy").asDouble()).isBetween(0.5, 1.0);
        assertThat(lines.get(0).get("batch_loss").isNull()).isTrue();
        JsonNode end = lines.get(31);
        assertThat(end.get("end").asString()).isEqualTo("trained");
        assertThat(end.get("best_updates").asLong()).isPositive();
        assertThat(end.get("confusion").get("counts").get(0)).hasSize(2);
    }

    @Test
    void broken_off_it_keeps_the_state_and_says_how_to_go_on() {
        Thread.currentThread().interrupt();
        Played played = train(SPIRAL, "-o", folder.toString());
        assertThat(Thread.interrupted()).isFalse();
        assertThat(played.answer()).isEqualTo(ChainStep.BROKEN_OFF);
        String checkpoint = folder.resolve("checkpoint.npz").toString();
        assertThat(played.err())
                .contains("broken off in epoch 1, after 0 updates")
                .contains("to go on: chainstep train " + Path.of(SPIRAL) + " --resume " + checkpoint + " --output "
                        + folder);
        assertThat(train(SPIRAL, "--epochs", "1", "--resume", checkpoint).answer())
                .isZero();
    }

    @Test
    void the_bar_says_how_fast_it_is_and_what_is_left() {
        Console console = new Console(null, null, null, java.util.Locale.ENGLISH, true, java.util.Optional::empty);
        TrainBar bar = new TrainBar(console, 100, 1100, 10);
        assertThat(bar.text(350, 2000))
                .isEqualTo("██████░░░░░░░░░░░░░░░░░░ update 350 / 1100  1250 samples/s  0:06 left");
        assertThat(bar.text(100, 10)).contains("? left");
        assertThat(bar.text(1050, 2)).contains("4.75M samples/s");
        assertThat(bar.text(150, 4)).contains("125k samples/s");
    }
}
