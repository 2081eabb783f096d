package chainstep.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chainstep.graph.Op;
import chainstep.lang.Source;
import chainstep.op.Ops;
import chainstep.run.Evaluator;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import chainstep.train.Engines;
import chainstep.train.Npz;
import chainstep.train.TrainException;
import chainstep.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyTorchScriptTest {
    private static final int EPOCHS = 2;
    /** Of the largest number of a parameter: PyTorch adds in another order. */
    private static final double NEAR = 1e-9;

    private static final String PARSE =
            "import ast, sys\nfor f in sys.argv[1:]: ast.parse(open(f, encoding='utf-8').read(), f)";
    private static final String RUN = """
            import runpy, sys
            files, epochs = sys.argv[2:], sys.argv[1]
            for file in files:
                sys.argv = [file, "--epochs", epochs, "--json"]
                try:
                    runpy.run_path(file, run_name="__main__")
                except SystemExit as stopped:
                    print(stopped)
            """;
    private static final String SHARE = """
            import os, socket, subprocess, sys
            free = socket.socket()
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
            free.close()
            shared = dict(os.environ, WORLD_SIZE="2", MASTER_ADDR="127.0.0.1", MASTER_PORT=port, OMP_NUM_THREADS="1")
            started = [
                subprocess.Popen([sys.executable, sys.argv[1], "--epochs", sys.argv[2]], env=dict(shared, RANK=r, LOCAL_RANK=r))
                for r in ("0", "1")
            ]
            sys.exit(max(abs(one.wait(timeout=120)) for one in started))
            """;
    /** What the samples leave out: dropout, clipping, a schedule, extrema, normalisations, slices backwards, class numbers. */
    private static final String REST = """
            X, t = csv("data/iris.csv", classes=True)
            W1 = param(xavier(4, 6, seed=1))
            g1 = param(ones(6))
            d1 = param(zeros(6))
            W2 = param(xavier(6, 3, seed=2))
            k = const([0.5, 1.5, -1])
            z = layer_norm(batch_norm(X @ W1, g1, d1), g1, d1)
            h = dropout(gelu(z) + softplus(z) * elu(z) + silu(z), p=0.25, seed=4)
            s = concat([h[:, ::-2] * k, (h @ W2)[:, 0:1]], axis=1)[:, 0:3] + h @ W2
            L = cross_entropy(s, t) + 0.1 * mean(max(h, axis=1) - min(h)) + 0.01 * huber(s, s.T.T * 2) + norm(W2) * 0.01
            minimize(L, nesterov(lr=cosine(0.1, 30), beta=0.8), l1=0.001, l2=0.01, clip=0.5)
            train(batch=20, shuffle=True, split=[80, 20], seed=5)
            """;

    /** A loss that is a vector of one number. */
    private static final String ROW = """
            X, t = data("gauss", n=20, seed=1)
            W = param([[0.1], [0.2]])
            d = X @ W - t
            L = (d.T @ d)[0]
            minimize(L, sgd(lr=0.001))
            train(batch=5)
            """;

    @TempDir
    private Path folder;

    private static Course course(Path file) throws IOException {
        return Course.of(Source.read(file), file.resolveSibling(""));
    }

    /** Every sample that learns. */
    private static Map<String, Course> samples() throws IOException {
        Map<String, Course> courses = new LinkedHashMap<>();
        try (var files = Files.walk(Path.of("samples"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList()) {
                try {
                    String name = file.getFileName().toString().replace(".chain", "");
                    courses.put(name.replace('-', '_'), course(file));
                } catch (TrainException learnsNothing) {
                    assertThat(learnsNothing)
                            .hasMessageContaining(file.getFileName().toString());
                }
            }
        }
        courses.put("row", Course.of(Source.of("row", ROW), Path.of("samples")));
        courses.put("rest", Course.of(Source.of("rest", REST), Path.of("samples")));
        return courses;
    }

    private Path export(String name, Course course) throws IOException {
        return export(name, course, new Evaluator(course.program()).start());
    }

    private Path export(String name, Course course, Snapshot start) throws IOException {
        PyTorchScript script = PyTorchScript.of(course, start, name);
        Npz.write(folder.resolve(name + "-data.npz"), new TreeMap<>(script.data()));
        Checkpoint.write(folder.resolve(name + "-state.npz"), course, start);
        return Files.writeString(folder.resolve(name + ".py"), script.text());
    }

    private String python(String code, List<String> arguments) throws IOException, InterruptedException {
        for (String python : List.of("/usr/bin/python3", "python3")) {
            List<String> command = new ArrayList<>(List.of(python, "-c", code));
            command.addAll(arguments);
            try {
                Path said = folder.resolve("said");
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                if (process.waitFor() == 0) {
                    return "";
                }
                String text = Files.readString(said, UTF_8);
                if (!text.contains("No module named")) {
                    return text;
                }
            } catch (IOException none) {
                assertThat(none).hasMessageContaining(python);
            }
        }
        return "none";
    }

    @Test
    void every_operation_a_file_can_name_has_a_form() {
        TorchOps ops = new TorchOps();
        List<String> without = Ops.all().stream()
                .filter(op -> !ops.knows(op))
                .map(Op::getClass)
                .map(Class::getSimpleName)
                .distinct()
                .toList();
        assertThat(without).allMatch(name -> name.endsWith("Pullback") || name.endsWith("Curvature"));
        assertThat(Ops.all().stream().filter(ops::knows)).hasSizeGreaterThan(80);
    }

    @Test
    void the_spiral_is_written_as_in_the_golden() throws IOException {
        Path golden = Path.of("src", "test", "resources", "golden", "export", "spiral.py");
        Course course = course(Path.of("samples", "spiral.chain"));
        String text = PyTorchScript.of(course, new Evaluator(course.program()).start(), "spiral")
                .text();
        if (System.getProperty("golden", "read").equals("write")) {
            Files.writeString(golden, text);
            fail("rewrote " + golden + ": read it");
        }
        assertThat(text).isEqualTo(Files.readString(golden));
        assertThat(text).doesNotContain("@@");
    }

    @Test
    void the_scripts_of_all_samples_are_python() throws Exception {
        List<String> scripts = new ArrayList<>();
        for (Map.Entry<String, Course> sample : samples().entrySet()) {
            scripts.add(export(sample.getKey(), sample.getValue()).toString());
        }
        assertThat(scripts).hasSizeGreaterThan(60);
        String trouble = python(PARSE, scripts);
        assumeTrue(!trouble.equals("none"), "there is no Python");
        assertThat(trouble).isEmpty();
    }

    @Test
    void in_pytorch_training_ends_where_the_reference_does() throws Exception {
        assumeTrue(python("import torch", List.of()).isEmpty(), "there is no PyTorch");
        Map<String, Course> samples = samples();
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(EPOCHS)));
        for (Map.Entry<String, Course> sample : samples.entrySet()) {
            arguments.add(export(sample.getKey(), sample.getValue()).toString());
        }
        assertThat(python(RUN, arguments)).isEmpty();
        int compared = 0;
        for (Map.Entry<String, Course> sample : samples.entrySet()) {
            Course course = sample.getValue();
            Trainer trainer = new Trainer(course, Engines.named("ejml").orElseThrow(), System::nanoTime);
            boolean trained = trainer.to((long) EPOCHS * course.perEpoch(), Progress.NONE);
            Path file = folder.resolve(sample.getKey() + "-trained.npz");
            assertThat(Files.exists(file)).as(sample.getKey()).isEqualTo(trained);
            if (!trained) {
                continue;
            }
            compared++;
            Snapshot theirs = Checkpoint.read(file, course);
            assertThat(theirs.iteration()).isEqualTo(trainer.state().iteration());
            for (int k = 0; k < theirs.size(); k++) {
                assertNear(sample.getKey(), theirs.values(k), trainer.state().values(k));
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    /** What {@code torchrun --nproc_per_node 2} starts: two processes that share each batch, here going on from a state on the way. */
    @Test
    void shared_by_two_processes_it_goes_on_to_where_the_reference_does() throws Exception {
        assumeTrue(python("import torch", List.of()).isEmpty(), "there is no PyTorch");
        Course course = course(Path.of("samples", "spiral.chain"));
        Trainer trainer = new Trainer(course, Engines.named("ejml").orElseThrow(), System::nanoTime);
        trainer.to(2L * course.perEpoch(), Progress.NONE);
        Path script = export("shared", course, trainer.state());
        assertThat(Files.readString(script)).contains("at update 60.", "shared.py --epochs 22\n");
        // a new tensor for each sum once locked the end of a process, seldom, on a busy machine
        assertThat(Files.readString(script)).contains("total.copy_(", "\n    del net\n");
        assertThat(python(SHARE, List.of(script.toString(), "4"))).isEmpty();
        trainer.to(4L * course.perEpoch(), Progress.NONE);
        Snapshot theirs = Checkpoint.read(folder.resolve("shared-trained.npz"), course);
        assertThat(theirs.iteration()).isEqualTo(trainer.state().iteration());
        for (int k = 0; k < theirs.size(); k++) {
            assertNear("shared", theirs.values(k), trainer.state().values(k));
        }
    }

    private static void assertNear(String name, double[] theirs, double[] ours) {
        double most = 0;
        double off = 0;
        for (int k = 0; k < ours.length; k++) {
            most = Math.max(most, Math.abs(ours[k]));
            off = Math.max(off, Math.abs(ours[k] - theirs[k]));
        }
        assertThat(off).as(name).isLessThanOrEqualTo(NEAR * most);
    }

    @Test
    void what_pytorch_has_no_form_for_is_told_with_its_line() {
        Course course = Course.of(Source.of("test", """
                X, t = data("gauss", n=20, seed=1)
                W = param([[0.5, 1], [1, 2]])
                p = softmax(X @ W)
                q = gradient(p[0, 0], W)
                L = mean((p - t)**2) + sum(q * q)
                minimize(L, sgd(lr=0.1))
                """), Path.of(""));
        Snapshot start = new Evaluator(course.program()).start();
        assertThatThrownBy(() -> PyTorchScript.of(course, start, "test"))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("has no form in PyTorch");
    }
}
