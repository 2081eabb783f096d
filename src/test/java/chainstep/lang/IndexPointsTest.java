package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points among indices that are no {@code ...} by themselves are told in one way, wherever the grammar stumbles. */
class IndexPointsTest {
    private static SourceError error(String line) {
        String text = "x = param([[1, 2], [3, 4]])\n" + line + "\n";
        return catchThrowableOfType(
                SourceError.class, () -> ChainReader.read(Source.of("test.chain", text), Path.of("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y = x[.., 0] | 2:7 | ..",
                "y = x[0...] | 2:7 | 0...",
                "y = x[0..1] | 2:7 | 0..1",
                "y = x[...0] | 2:7 | ...0",
                "y = x[0, ..] | 2:10 | ..",
                "y = sum(x)[0, 1..] | 2:15 | 1.."
            })
    void points_among_indices_are_told_whole_and_in_place(String line, String place, String points) {
        SourceError error = error(line);
        assertThat(error)
                .hasMessage("test.chain:" + place + ": `" + points
                        + "` is no index: `...` stands by itself, and a range is written with a colon");
        assertThat(error.hint(Locale.ENGLISH)).contains("x[..., 0] or x[1:3]");
        assertThat(error.hint(Locale.CHINESE)).contains("写 x[..., 0] 或 x[1:3]");
    }

    @Test
    void points_elsewhere_are_told_as_before() {
        assertThat(error("y = [1..3]").phrase().key()).isEqualTo("number.points");
        assertThat(error("y = ...").phrase().key()).isEqualTo("ellipsis");
        assertThat(error("y = x[0, 1 2...]").phrase().key()).isNotEqualTo("index.points");
    }
}
