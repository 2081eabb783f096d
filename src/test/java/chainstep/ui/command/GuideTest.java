package chainstep.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of keys in the guide name the key of every command, in both languages. */
class GuideTest {
    private static final Pattern RANGE = Pattern.compile("(\\S+\\+)(\\d) … \\1(\\d)");
    private static final Map<String, List<String>> TITLES = Map.of(
            "docs/guide.md", List.of("## Keys", "On the page *Homework*:", "On the page *Train*:"),
            "docs/guide.zh.md", List.of("## 按键", "在“作业”页上：", "在“训练”页上："));

    /** The commands of a page begin so; those of no page of their own are the first. */
    private static final List<String> PAGES = List.of("", "homework.", "train.");

    private static List<String> missing(String table, int page) {
        Keys keys = Keys.read();
        return keys.ids().stream()
                .filter(id -> page
                        == PAGES.stream()
                                .filter(id::startsWith)
                                .mapToInt(PAGES::indexOf)
                                .max()
                                .orElseThrow())
                .filter(id -> !names(table, Keys.told(keys.of(id).orElseThrow())))
                .toList();
    }

    private static boolean names(String table, String key) {
        return Pattern.compile("(?<![\\w+])" + Pattern.quote(key) + "(?![\\w+])")
                .matcher(table)
                .find();
    }

    private static String spelledOut(String table) {
        return RANGE.matcher(table)
                .replaceAll(range -> String.join(
                        " ",
                        IntStream.rangeClosed(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)))
                                .mapToObj(k -> range.group(1) + k)
                                .toList()));
    }

    /** The rows below a line that begins so, up to the next table. */
    private static String table(List<String> lines, String title) {
        int at = IntStream.range(0, lines.size())
                .filter(k -> lines.get(k).startsWith(title))
                .findFirst()
                .orElseThrow();
        Stream<String> rows = lines.stream()
                .skip(at)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"));
        return spelledOut(String.join("\n", rows.toList()));
    }

    @Test
    void the_guide_names_the_key_of_every_command_in_both_languages() throws IOException {
        assertThat(Keys.read().ids()).hasSizeGreaterThan(95);
        for (String guide : TITLES.keySet()) {
            List<String> lines = Files.readAllLines(Path.of(guide));
            for (int page = 0; page < PAGES.size(); page++) {
                assertThat(missing(table(lines, TITLES.get(guide).get(page)), page))
                        .as(guide)
                        .isEmpty();
            }
        }
    }
}
