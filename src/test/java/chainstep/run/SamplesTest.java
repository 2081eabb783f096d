package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every sample that is not broken on purpose keeps every {@code expect} it makes. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("samples");

    private final List<String> broken = new ArrayList<>();
    private int expects;

    @Test
    void every_sample_keeps_what_it_expects() throws IOException {
        int files = 0;
        for (Path sample : samples(SAMPLES)) {
            check(sample);
            files++;
        }
        assertThat(broken).isEmpty();
        assertThat(files).isGreaterThanOrEqualTo(126);
        assertThat(expects).isGreaterThanOrEqualTo(2291);
    }

    @Test
    void every_published_example_and_every_lecture_is_there() throws IOException {
        assertThat(samples(SAMPLES.resolve("worked"))).hasSize(61);
        assertThat(samples(SAMPLES.resolve("lectures"))).hasSizeGreaterThanOrEqualTo(64);
    }

    private void check(Path sample) throws IOException {
        Model model = ChainReader.read(sample);
        model.warnings().forEach(warning -> broken.add(warning.render(Locale.ENGLISH)));
        for (ExpectCheck check : ExpectCheck.of(model)) {
            expects++;
            if (!check.isMet()) {
                broken.add(sample + ":" + check.expect().span() + ": "
                        + check.expect().quantity().text() + " is " + check.value() + ", wrong at " + check.wrong());
            }
        }
    }

    private static List<Path> samples(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
    }
}
