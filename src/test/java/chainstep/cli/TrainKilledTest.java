package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.App;
import chainstep.lang.Source;
import chainstep.run.Snapshot;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is killed as by {@code kill -9}, again and again: three times, or with {@code -Dkills=50} as often as that. */
class TrainKilledTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int EPOCHS = 300 * KILLS;
    private static final int LONGEST = 500;
    private static final String MODEL = """
            X, t = data("gauss", n=200, noise=0.4, seed=1)
            W1 = param(xavier(2, 6, seed=1))
            b1 = param(zeros(6))
            W2 = param(xavier(6, 1, seed=2))
            y = tanh(tanh(X @ W1 + b1) @ W2)
            L = mean((y - t)**2)
            minimize(L, adam(lr=0.002))
            train(epochs=EPOCHS, batch=10, shuffle=True, split=[60, 20, 20], seed=3, patience=1000000)
            """.replace("EPOCHS", String.valueOf(EPOCHS));

    @TempDir
    private Path folder;

    private Path model;
    private Path checkpoint;

    /** @param every how many seconds pass between two checkpoints */
    private Process start(int every) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName(),
                "train",
                model.toString(),
                "--json",
                "--keep-every",
                String.valueOf(every),
                "-o",
                checkpoint.getParent().toString()));
        if (Files.exists(checkpoint)) {
            command.addAll(List.of("--resume", checkpoint.toString()));
        }
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** Kills a process at a random moment: one in five times before it has said anything. */
    private static boolean kill(Process process, Random random) throws IOException, InterruptedException {
        if (random.nextInt(5) > 0) {
            process.getInputStream().read();
        }
        Thread reader = new Thread(() -> drain(process));
        reader.start();
        boolean isOver = process.waitFor(random.nextInt(LONGEST), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        reader.join();
        return !isOver;
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // killed, its output is closed
        }
    }

    @Test
    void killed_at_any_moment_it_goes_on_and_ends_to_the_bit_where_it_would_have() throws Exception {
        model = Files.writeString(folder.resolve("model.chain"), MODEL);
        Path straight = folder.resolve("straight");
        assertThat(Played.of("train", model.toString(), "-o", straight.toString())
                        .answer())
                .isZero();
        checkpoint = folder.resolve("killed").resolve("checkpoint.npz");
        Course course = Course.of(Source.read(model), folder);
        Random random = new Random(20260101);
        long reached = 0;
        int killed = 0;
        List<Long> moments = new ArrayList<>();
        for (int k = 0; k < KILLS; k++) {
            killed += kill(start(0), random) ? 1 : 0;
            if (Files.exists(checkpoint)) {
                Snapshot state = Checkpoint.read(checkpoint, course);
                assertThat(state.iteration()).isGreaterThanOrEqualTo(reached);
                reached = state.iteration();
            }
            moments.add(reached);
        }
        System.out.println("killed " + killed + " times, kept after so many updates: " + moments);
        assertThat(killed).as("killed before its end").isGreaterThan(KILLS / 2);
        Process last = start(1);
        drain(last);
        assertThat(last.waitFor()).isZero();
        for (String name : List.of("checkpoint.npz", "best.npz")) {
            assertThat(checkpoint.resolveSibling(name)).hasSameBinaryContentAs(straight.resolve(name));
        }
        assertThat(epochs(checkpoint.resolveSibling("log.csv"))).isEqualTo(epochs(straight.resolve("log.csv")));
        try (var left = Files.list(checkpoint.getParent())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("checkpoint.npz", "best.npz", "log.csv");
        }
    }

    /** The log's rows by epoch; of an epoch broken off in the middle the losses of the batches before are not known. */
    private static List<String> epochs(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(row -> row.split(","))
                .map(cells -> cells[0] + "," + cells[1] + "," + cells[3] + "," + cells[5])
                .toList();
    }
}
