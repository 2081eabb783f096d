package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Page;
import chainstep.ui.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures painted where a window could be shown too. */
class RealPictureTest extends OnDisplay {
    @ParameterizedTest
    @ValueSource(strings = {"mazur", "digits"})
    void a_picture_is_painted_beside_a_display(String sample) throws IOException {
        Path file = Path.of("samples", sample + ".chain");
        byte[] png = Picture.png(new Picture.Wish(
                Optional.of(file),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                OptionalInt.empty(),
                Page.DEBUG,
                Optional.empty(),
                0,
                Settings.FIRST,
                1280,
                800,
                1));
        assertThat(png).hasSizeGreaterThan(20_000);
    }
}
