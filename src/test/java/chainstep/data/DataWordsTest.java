package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DataWordsTest {
    private static final Pattern KEY = Pattern.compile("\"((?:hint|generate|batch|split|file|csv|idx)\\.[a-z]+)\"");

    @Test
    void every_key_in_the_code_is_in_the_bundle_and_the_other_way() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.list(Path.of("src/main/java/chainstep/data"))) {
            for (Path file : files.toList()) {
                used.addAll(KEY.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(Words.of("data", Locale.ENGLISH).keys()).containsExactlyInAnyOrderElementsOf(used);
    }
}
