package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What LaTeX would stumble over, in every sample's derivation. */
class LatexTest {
    private static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".chain") && !name.contains("broken"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_sample_is_set_in_ascii_with_matching_braces() throws IOException {
        List<String> samples = samples();
        assertThat(samples).hasSizeGreaterThan(100);
        for (String sample : samples) {
            for (Detail detail : List.of(Detail.LINE, Detail.TERM)) {
                String body = Derived.of(sample).report(Locale.ENGLISH, detail).latex();
                assertThat(body.chars().filter(c -> c > 126).count()).as(sample).isZero();
                body.lines().forEach(line -> {
                    String bare = line.replaceAll("\\\\[{}]", "");
                    assertThat(count(bare, "{")).as("%s: %s", sample, line).isEqualTo(count(bare, "}"));
                    assertThat(count(line, "\\left") - count(line, "\\leftarrow"))
                            .as("%s: %s", sample, line)
                            .isEqualTo(count(line, "\\right") - count(line, "\\rightarrow"));
                });
            }
        }
    }

    private static int count(String text, String what) {
        return (text.length() - text.replace(what, "").length()) / what.length();
    }
}
