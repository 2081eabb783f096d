package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.ui.Page;
import chainstep.ui.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    private static final Path ASSIGNMENT = Path.of("samples/homework/mazur-assignment.chain");

    @TempDir
    Path folder;

    private static byte[] picture(Path model, Path sheet) throws IOException {
        return Picture.png(new Picture.Wish(
                Optional.of(model),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                OptionalInt.empty(),
                Page.HOMEWORK,
                Optional.of(sheet),
                0,
                Settings.FIRST,
                800,
                600,
                1));
    }

    @Test
    void a_sheet_that_cannot_be_read_is_told_instead_of_painted_without() throws IOException {
        Path bad = Files.write(folder.resolve("bad.xlsx"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> picture(ASSIGNMENT, bad))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bad.xlsx");
        Path sheet = Path.of("samples/homework/answers-slip.csv");
        assertThatThrownBy(() -> picture(Path.of("samples/mazur.chain"), sheet))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answers nothing");
        assertThat(picture(ASSIGNMENT, sheet)).isNotEmpty();
    }
}
