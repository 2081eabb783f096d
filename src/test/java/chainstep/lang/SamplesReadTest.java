package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sample that is not broken on purpose is in the language. */
class SamplesReadTest {
    @Test
    void every_sample_is_read() throws IOException {
        List<Path> samples;
        try (var files = Files.walk(Path.of("samples"))) {
            samples = files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
        String refused = samples.stream().flatMap(SamplesReadTest::refusal).collect(Collectors.joining("\n"));
        assertThat(refused).isEmpty();
        assertThat(samples).hasSizeGreaterThan(60);
    }

    private static Stream<String> refusal(Path sample) {
        try {
            assertThat(SyntaxReader.file(Source.read(sample)).statements()).isNotEmpty();
            return Stream.empty();
        } catch (SourceError error) {
            return Stream.of(error.getMessage());
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }
}
