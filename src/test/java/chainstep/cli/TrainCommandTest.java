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
                "2",
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
        assertThat(played.err()).contains("stopped before update 5", "loss Infinity");
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
}
