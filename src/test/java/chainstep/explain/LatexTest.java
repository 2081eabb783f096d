package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A letter of a formula that stands bare in a text: neither ASCII nor Chinese. */
    private static List<String> bare(String body) {
        return body.codePoints()
                .filter(c -> c > 126 && Character.isLetter(c))
                .filter(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN)
                .mapToObj(Character::toString)
                .distinct()
                .toList();
    }

    @Test
    void no_letter_of_a_formula_stands_bare_in_a_text() throws IOException {
        List<Path> goldens;
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            goldens = files.filter(name -> name.toString().endsWith(".tex")).toList();
        }
        assertThat(goldens).hasSizeGreaterThan(8);
        for (Path golden : goldens) {
            String body = Files.readString(golden);
            assertThat(bare(body)).as(golden.toString()).isEmpty();
            assertThat(body).as(golden.toString()).doesNotContainPattern("\\\\[a-z]+\\$\\d");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd(lr=step_decay(0.1, every=2, factor=0.5))",
                "sgd(lr=exp_decay(0.1, rate=0.9))",
                "rmsprop(lr=step_decay(0.1, every=2, factor=0.1))",
                "momentum(lr=cosine(0.1, total=100), beta=0.9)",
                "sgd(lr=warmup(0.1, steps=3)), clip=1",
                "nesterov(lr=0.1, beta=0.9)",
                "adam(lr=0.1)",
                "adamw(lr=0.1, weight_decay=0.01)"
            })
    void the_numbers_of_an_optimiser_are_formulas(String optimiser) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String body = Derived.ofLines("w = param([1, 2])", "L = sum(w**2)", "minimize(L, " + optimiser + ")")
                    .report(locale, Detail.LINE)
                    .latex();
            String heading = body.lines()
                    .filter(line -> line.startsWith("\\section*{") && line.contains("eta"))
                    .findFirst()
                    .orElseThrow();
            assertThat(bare(body)).as(optimiser).isEmpty();
            assertThat(heading.replaceAll("\\$[^$]*\\$", "")).doesNotContain("=", "eta");
            assertThat(heading).doesNotContainPattern("\\\\[a-z]+\\$\\d");
        }
    }
}
