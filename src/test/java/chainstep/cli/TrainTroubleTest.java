package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Source;
import chainstep.math.Shape;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import chainstep.train.Npz;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can do wrong when training: one message in each language, an answer, and what was there before is still there. */
class TrainTroubleTest {
    private static final String MODEL = """
            X, t = csv("f.csv", x=["a"], y=["b"])
            w = param([[0.1]])
            L = mse(X @ w, t)
            minimize(L, sgd(lr=0.01))
            train(epochs=3, batch=2)
            """;
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    private Path model;
    private Path checkpoint;
    private byte[] before;

    @BeforeEach
    void trained() throws IOException {
        model = Files.writeString(folder.resolve("m.chain"), MODEL);
        Files.writeString(folder.resolve("f.csv"), "a,b\n1,2\n3,4\n4,5\n");
        checkpoint = folder.resolve("run").resolve("checkpoint.npz");
        assertThat(train("en").answer()).isZero();
        before = Files.readAllBytes(checkpoint);
    }

    private Played train(String language) {
        return Played.of(
                "train",
                model.toString(),
                "--lang",
                language,
                "-o",
                checkpoint.getParent().toString(),
                "--overwrite");
    }

    private void refused(String english, String chinese) throws IOException {
        Played told = train("en");
        assertThat(told.err()).startsWith(model + ":").contains(english).doesNotContain("bug");
        assertThat(told.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(train("zh").err()).contains(chinese);
        assertThat(checkpoint).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "'a,b;1,2;3;4,5'   | line 3: 1 value where the lines above have 2 | 第 3 行：有 1 个值",
                "'a,b;1,2;3,x;4,5' | line 3, column `b`: `x` is not a number      | `x` 不是数",
                "'a,b;1,2;,3;4,5'  | line 3, column `a`: the value is missing     | 缺少值",
                "''                | is empty                                     | 是空的",
                "'a,b;1,2'         | a batch has 1 to 1 rows                      | 每批应有 1 到 1 行",
            })
    void a_bad_table_is_told_by_line_and_column(String rows, String english, String chinese) throws IOException {
        Files.writeString(folder.resolve("f.csv"), rows.replace(';', '\n'));
        refused(english, chinese);
    }

    @Test
    void a_table_of_a_gigabyte_is_refused_with_its_size() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("f.csv").toFile(), "rw")) {
            file.setLength(GIGABYTE);
        }
        refused("has 1073741824 bytes; the limit is 100000000", "有 1073741824 字节");
    }

    @Test
    void a_class_that_is_none_is_told() throws IOException {
        Files.writeString(folder.resolve("f.csv"), "a,b\n1,0\n3,1\n4,7\n");
        Files.writeString(
                model,
                MODEL.replace("y=[\"b\"]", "y=[\"b\"], classes=True")
                        .replace("[[0.1]]", "[[0.1, 0.2, 0.3]]")
                        .replace("mse(", "cross_entropy("));
        refused("there is no class number 7", "没有编号为 7 的类别");
    }

    @Test
    void what_diverges_is_told_by_epoch_update_and_line_and_leaves_the_state_before_it() throws IOException {
        Files.writeString(model, MODEL.replace("lr=0.01", "lr=10").replace("epochs=3", "epochs=900"));
        Played told = train("en");
        assertThat(told.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(told.err())
                .containsPattern("stopped in epoch \\d+, before update \\d+")
                .contains("comes from line 3: L = mse(X @ w, t)");
        assertThat(train("zh").err())
                .containsPattern("在第 \\d+ 轮、第 \\d+ 次更新之前停止")
                .contains("第 3 行");
        Course course = Course.of(Source.read(model), folder);
        assertThat(Checkpoint.read(checkpoint, course).isFinite()).isTrue();
        assertThat(Checkpoint.read(checkpoint, course).iteration()).isPositive();
    }

    @Test
    void a_place_that_cannot_be_written_to_is_told_before_training() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        Played told = Played.of("train", model.toString(), "--out", file.toString());
        assertThat(told.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(told.err()).contains("cannot write " + file, "is a file, and a folder is needed here");
        assertThat(told.out()).isEmpty();
    }

    @Test
    void a_state_that_cannot_be_kept_is_told_as_such_and_the_one_before_stays() throws IOException {
        Path log = checkpoint.resolveSibling("log.csv");
        Files.delete(log);
        Files.createDirectories(log.resolve("in its place"));
        Played told = train("en");
        assertThat(told.err()).contains("cannot write " + checkpoint.getParent() + ": ");
        assertThat(told.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(checkpoint).hasBinaryContent(before);
        Files.createDirectories(folder.resolve("m-data.npz").resolve("in its place"));
        Path script = folder.resolve("m.py");
        Played exported = Played.of("export", model.toString(), "--pytorch", "-o", script.toString());
        assertThat(exported.err()).contains("cannot write " + script + ": ");
        assertThat(script).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"-5", "1.5", "NaN", "1e300"})
    void a_checkpoint_that_counts_no_updates_is_refused(double updates) throws IOException {
        Path odd = folder.resolve("odd.npz");
        Npz.write(
                odd,
                Map.of(
                        "w",
                        new Npz.Array(Shape.of(1, 1), new double[] {1}),
                        "iteration",
                        new Npz.Array(Shape.SCALAR, new double[] {updates})));
        Played told = Played.of("train", model.toString(), "--resume", odd.toString(), "--epochs", "9");
        assertThat(told.err())
                .contains("odd.npz counts " + updates + " updates")
                .doesNotContain("bug");
        assertThat(told.answer()).isEqualTo(ChainStep.UNREADABLE);
    }

    @Test
    void a_folder_for_a_checkpoint_is_answered_by_the_file_in_it() {
        Path run = checkpoint.getParent();
        Played told = Played.of("train", model.toString(), "--resume", run.toString(), "--epochs", "9");
        assertThat(told.err()).contains(run + " is a folder", "do you mean " + checkpoint + "?");
        assertThat(told.answer()).isEqualTo(ChainStep.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"-1", "2", "1.5"})
    void a_label_that_is_no_class_is_told(String label) throws IOException {
        Files.writeString(folder.resolve("f.csv"), "a,b\n1,0\n3,1\n4," + label + "\n");
        Files.writeString(
                model,
                MODEL.replace("y=[\"b\"]", "y=[\"b\"], classes=True")
                        .replace("[[0.1]]", "[[0.1, 0.2]]")
                        .replace("mse(", "cross_entropy("));
        refused("there is no class number " + label + ": the classes of `X @ w` are 0 to 1", "没有编号为 " + label);
    }

    @Test
    void rows_that_no_batch_takes_are_told() throws IOException {
        Played told = train("en");
        assertThat(told.err()).contains("3 rows in batches of 2: the last 1 row of each epoch is passed over");
        assertThat(told.answer()).isZero();
    }

    @Test
    void an_earlier_training_is_overwritten_only_when_that_is_asked_for() throws IOException {
        String run = checkpoint.getParent().toString();
        Played again = Played.of("train", model.toString(), "-o", run, "--lang", "en");
        assertThat(again.answer()).isEqualTo(2);
        assertThat(again.err())
                .contains(
                        "it takes a folder without an earlier checkpoint; --resume " + checkpoint + " goes on from it");
        assertThat(Played.of("train", model.toString(), "-o", run, "--lang", "zh")
                        .err())
                .contains("--overwrite 重新开始");
        assertThat(Files.readAllBytes(checkpoint)).isEqualTo(before);
        assertThat(Played.of("train", model.toString(), "-o", run, "--overwrite", "--epochs", "5")
                        .answer())
                .isZero();
        assertThat(Files.readAllBytes(checkpoint)).isNotEqualTo(before);
    }

    @Test
    void seconds_are_quoted_as_they_were_written() {
        assertThat(Played.of("train", model.toString(), "--keep-every", "-1").err())
                .contains("--keep-every cannot be -1: it takes a number of seconds from 0 to 86400");
        assertThat(Played.of("train", model.toString(), "--keep-every", "-1.5").err())
                .contains("cannot be -1.5:");
    }

    @Test
    void seeds_may_have_64_bits() throws IOException {
        Files.writeString(model, MODEL.replace("batch=2", "batch=2, shuffle=True, seed=9223372036854775807"));
        assertThat(Played.of("train", model.toString()).answer()).isZero();
        Files.writeString(model, MODEL.replace("batch=2", "batch=2, seed=9223372036854775808"));
        assertThat(Played.of("train", model.toString(), "--lang", "en").err()).contains("wants a whole number here");
    }
}
