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
import org.junit.jupiter.api.Test;

class DataWordsTest {
    private static final Pattern KEY =
            Pattern.compile("\"((?:hint|generate|batch|split|file|csv|idx|rows)\\.[a-z]+)\"");

    @Test
    void every_key_in_the_code_is_in_the_bundle_and_the_other_way() throws IOException {
        Set<String> used = keysIn("src/main/java/chainstep/data");
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(Words.of("data", Locale.ENGLISH).keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void every_message_is_provoked_by_a_test() throws IOException {
        Set<String> untested = keysIn("src/main/java/chainstep/data");
        untested.removeIf(key -> key.startsWith("hint."));
        untested.removeAll(keysIn("src/test/java/chainstep/data"));
        assertThat(untested).isEmpty();
    }

    private static Set<String> keysIn(String folder) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (var files = Files.list(Path.of(folder))) {
            for (Path file : files.toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
