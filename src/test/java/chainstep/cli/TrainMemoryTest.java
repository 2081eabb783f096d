package chainstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training in a process that has too little memory: told at the line of the array, and what was there before is still there. */
class TrainMemoryTest {
    private static final String ROWS = """
            X, t = data("gauss", n=1000000, noise=0.1, seed=1)
            w = param([[0.1], [0.2]])
            L = mse(X @ w, t)
            minimize(L, sgd(lr=0.01))
            train(epochs=1, batch=1000000)
            """;
    private static final String WIDE = """
            X, t = data("gauss", n=500, noise=0.1, seed=1)
            W1 = param(xavier(2, 3000, seed=1))
            W2 = param(xavier(3000, 3000, seed=1))
            W3 = param(xavier(3000, 1, seed=1))
            L = mse(relu(relu(X @ W1) @ W2) @ W3, t)
            minimize(L, adam(lr=0.01))
            train(epochs=1, batch=100)
            """;

    @TempDir
    private Path folder;

    private Path checkpoint() throws IOException {
        Path place = Files.createDirectories(folder.resolve("run"));
        return Files.writeString(place.resolve("checkpoint.npz"), "of an earlier run");
    }

    private String refused(String model, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("m.chain"), model);
        Path checkpoint = checkpoint();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName(),
                "train",
                file.toString(),
                "-o",
                checkpoint.getParent().toString(),
                "--overwrite");
        command.command().addAll(List.of(more));
        Path said = folder.resolve("said");
        Process process =
                command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(ChainStep.WRONG);
        assertThat(checkpoint).hasContent("of an earlier run");
        return Files.readString(said, UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm"})
    void rows_that_do_not_fit_are_told_at_their_line(String engine) throws Exception {
        assertThat(refused(ROWS, "--engine", engine))
                .contains("m.chain:1:", "MB", "use smaller arrays, or start Java with more memory (-Xmx)")
                .doesNotContain("bug");
    }

    @Test
    void what_an_optimizer_remembers_and_does_not_fit_is_told_at_its_line() throws Exception {
        assertThat(refused(WIDE, "--lang", "zh")).contains("m.chain:6:", "64 MB 内存放不下", "adam(lr=0.01)");
    }
}
