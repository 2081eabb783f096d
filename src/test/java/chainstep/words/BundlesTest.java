package chainstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every room's bundle says the same things in both languages. */
class BundlesTest {
    @Test
    void both_languages_have_the_same_keys() {
        List<String> rooms = rooms();
        assertThat(rooms).contains("lang");
        for (String room : rooms) {
            Words english = Words.of(room, Locale.ENGLISH);
            assertThat(new TreeSet<>(Words.of(room, Locale.CHINESE).keys()))
                    .as(room)
                    .isEqualTo(new TreeSet<>(english.keys()));
        }
    }

    @Test
    void every_room_has_its_chinese_file() {
        for (String room : rooms()) {
            assertThat(Words.class.getResource("/chainstep/" + room + "_zh.properties"))
                    .as(room)
                    .isNotNull();
        }
    }

    @Test
    void both_languages_fill_the_same_holes() {
        int sentences = 0;
        for (String room : rooms()) {
            for (String key : Words.of(room, Locale.ENGLISH).keys()) {
                assertThat(holes(room, key, Locale.CHINESE))
                        .as("%s: %s", room, key)
                        .isEqualTo(holes(room, key, Locale.ENGLISH));
                sentences++;
            }
        }
        assertThat(sentences).isPositive();
    }

    @Test
    void messages_are_fragments_that_begin_small_and_end_without_a_stop() {
        int sentences = 0;
        for (String room : List.of("lang", "op", "data")) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Words words = Words.of(room, locale);
                for (String key : words.keys()) {
                    String sentence = words.say(key, "2", "2", "2", "2", "2", "2", "2", "2", "2", "2");
                    assertThat(sentence)
                            .as(key)
                            .doesNotMatch("(?s)[A-Z][a-z]* .*|.*[^.][.。]|.*[。].*|.*[^.][.] [A-Z].*");
                    sentences++;
                }
            }
        }
        assertThat(sentences).isGreaterThan(400);
    }

    private static TreeSet<String> holes(String room, String key, Locale locale) {
        Object[] nine = {"\1{0", "\1{1", "\1{2", "\1{3", "\1{4", "\1{5", "\1{6", "\1{7", "\1{8", "\1{9"};
        return Pattern.compile("\1\\{(\\d)")
                .matcher(Words.of(room, locale).say(key, nine))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rooms() {
        try {
            Path folder = Path.of(Objects.requireNonNull(Words.class.getResource("/chainstep/lang.properties"))
                            .toURI())
                    .getParent();
            try (var files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".properties") && !name.endsWith("_zh.properties"))
                        .map(name -> name.substring(0, name.length() - ".properties".length()))
                        .sorted()
                        .toList();
            }
        } catch (IOException | URISyntaxException trouble) {
            throw new AssertionError(trouble);
        }
    }
}
