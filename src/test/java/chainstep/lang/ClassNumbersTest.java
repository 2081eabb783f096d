package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class numbers that come from data are held, those of all rows, against the classes there are. */
class ClassNumbersTest {
    @TempDir
    private Path folder;

    /** Three classes, the third in the last row, which the first batch does not hold. */
    private Model rows(String first, String second, String last, int classes, String target) throws IOException {
        Files.writeString(
                folder.resolve("rows.csv"), "a,b,c\n1,2," + first + "\n3,4," + second + "\n5,6," + last + "\n");
        String text = """
                X, t = csv("rows.csv", x=["a", "b"], y="c", classes=True)
                s = t
                W = param(normal(2, CLASSES, seed=1))
                z = X @ W
                E = cross_entropy(z, TARGET)
                minimize(E, sgd(lr=0.1))
                train(epochs=1, batch=1)
                """.replace("CLASSES", Integer.toString(classes)).replace("TARGET", target);
        return ChainReader.read(Source.of("test.chain", text), folder);
    }

    private Model names(int classes, String target) throws IOException {
        return rows("cat", "dog", "emu", classes, target);
    }

    @Test
    void a_class_of_the_last_row_that_has_no_logit_is_told_at_the_target() {
        assertThat(catchThrowableOfType(SourceError.class, () -> names(2, "t")))
                .hasMessage("test.chain:5:22: there is no class number 2: the classes of `z` are 0 to 1");
    }

    @Test
    void another_name_for_the_target_is_seen_through() {
        assertThat(catchThrowableOfType(SourceError.class, () -> names(2, "s")))
                .hasMessage("test.chain:5:22: there is no class number 2: the classes of `z` are 0 to 1");
    }

    /** Column of a matrix, and the same numbers in another shape. */
    @ParameterizedTest
    @ValueSource(strings = {"reshape(t, [3, 1])[:, 0]", "reshape(t, 3)", "t[:]"})
    void a_new_shape_of_all_numbers_is_seen_through(String target) {
        String text = """
                W = param(normal(2, 2, seed=1))
                t = target([0, 1, 2])
                z = [[1, 2], [3, 4], [5, 6]] @ W
                E = cross_entropy(z, TARGET)
                """.replace("TARGET", target);
        assertThat(catchThrowableOfType(
                        SourceError.class, () -> ChainReader.read(Source.of("test.chain", text), folder)))
                .hasMessage("test.chain:4:22: there is no class number 2: the classes of `z` are 0 to 1");
    }

    @Test
    void a_part_of_given_numbers_is_checked_for_itself() {
        String text = """
                W = param(normal(2, 2, seed=1))
                z = [[1, 2], [3, 4]] @ W
                t = target([0, 1, 2])
                E = cross_entropy(z, PART)
                """;
        assertThat(ChainReader.read(Source.of("test.chain", text.replace("PART", "t[:2]")), folder)
                        .program()
                        .named("E"))
                .isPresent();
        assertThat(catchThrowableOfType(
                        SourceError.class,
                        () -> ChainReader.read(Source.of("test.chain", text.replace("PART", "t[::-2]")), folder)))
                .hasMessage("test.chain:4:22: there is no class number 2: the classes of `z` are 0 to 1");
    }

    private Model columns(String target, int batch) throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,b,c,d\n1,2,5,0\n3,4,6,1\n5,6,7,2\n7,8,9,0\n");
        String text = """
                X, t = csv("rows.csv", x=["a", "b"], y=["c", "d"])
                W = param(normal(2, 2, seed=1))
                z = X @ W
                E = cross_entropy(z, TARGET)
                train(epochs=1, batch=BATCH)
                """.replace("TARGET", target).replace("BATCH", Integer.toString(batch));
        return ChainReader.read(Source.of("test.chain", text), folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t[:, 1]", "t[:, -1]", "reshape(t[:, 1:], -1)", "t[:, 1:2][..., 0]"})
    void a_column_among_several_is_held_against_the_classes_in_all_rows(String target) {
        assertThat(catchThrowableOfType(SourceError.class, () -> columns(target, 2)))
                .hasMessage("test.chain:4:22: there is no class number 2: the classes of `z` are 0 to 1");
    }

    @Test
    void rows_of_a_batch_taken_in_another_order_are_left_to_the_run() throws IOException {
        assertThat(columns("t[::-1, 1]", 2).program().named("E")).isPresent();
    }

    @Test
    void the_one_column_of_a_matrix_of_targets_is_seen_through() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,b,c\n1,2,0\n3,4,1\n5,6,2\n");
        String text = """
                X, t = csv("rows.csv", x=["a", "b"], y=["c"])
                W = param(normal(2, 2, seed=1))
                z = X @ W
                E = cross_entropy(z, t[:, 0])
                train(epochs=1, batch=1)
                """;
        assertThat(catchThrowableOfType(
                        SourceError.class, () -> ChainReader.read(Source.of("test.chain", text), folder)))
                .hasMessage("test.chain:4:22: there is no class number 2: the classes of `z` are 0 to 1");
    }

    @Test
    void whole_numbers_in_range_are_classes() throws IOException {
        assertThat(names(3, "t").warnings()).isEmpty();
        assertThat(names(4, "s").program().loss()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-1", "0.5", "1e300"})
    void a_number_that_is_no_class_is_told_at_the_target(String number) {
        assertThat(catchThrowableOfType(SourceError.class, () -> rows("0", "2", number, 3, "t")))
                .hasMessage("test.chain:5:22: there is no class number " + number + ": the classes of `z` are 0 to 2");
    }
}
