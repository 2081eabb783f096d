package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pages for users quote of the terminal is what the terminal prints.
 *
 * <p>A quotation is a fenced block that begins with {@code $ chainstep}; a line of it that is {@code …} stands for lines left out, and
 * the line after it says where the quotation goes on. What was typed stands after the prompt.
 */
class PagesTest {
    private static final String COMMAND = "$ chainstep ";
    private static final String PROMPT = "(chainstep) ";
    private static final String LEFT_OUT = "…";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/terminal.md"})
    void a_page_quotes_what_is_printed(Path page) throws IOException {
        String written = Files.readString(page);
        String now = requoted(written.lines().toList());
        if (System.getProperty("golden", "read").equals("write") && !now.equals(written)) {
            Files.writeString(page, now);
            fail("rewrote " + page + ": read it");
        }
        assertThat(now).isEqualTo(written);
    }

    @Test
    void the_pages_quote_every_command() throws IOException {
        String all = Files.readString(Path.of("README.md")) + Files.readString(Path.of("docs/terminal.md"));
        for (String command : List.of("step", "debug", "test", "gradcheck")) {
            assertThat(all).contains("\n```\n" + COMMAND + command + " ");
        }
    }

    private static String requoted(List<String> lines) {
        List<String> page = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            page.add(lines.get(k));
            if (lines.get(k).startsWith(COMMAND)) {
                int end = k + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                page.addAll(quotation(lines.get(k), lines.subList(k + 1, end)));
                k = end - 1;
            }
        }
        return String.join("\n", page) + "\n";
    }

    private static List<String> quotation(String command, List<String> quoted) {
        List<String> printed = play(command, quoted);
        List<String> now = new ArrayList<>();
        int at = 0;
        for (int k = 0; k < quoted.size(); k++) {
            String line = quoted.get(k);
            if (line.equals(LEFT_OUT)) {
                now.add(line);
                at = k + 1 == quoted.size() ? printed.size() : from(at, quoted.get(k + 1), printed);
            } else if (at < printed.size()) {
                now.add(printed.get(at++));
            }
        }
        now.addAll(printed.subList(at, printed.size()));
        return now;
    }

    private static int from(int at, String line, List<String> printed) {
        int place = printed.subList(at, printed.size()).indexOf(line);
        assertThat(place).as("quoted and no longer printed: " + line).isNotNegative();
        return at + place;
    }

    private static List<String> play(String command, List<String> quoted) {
        List<String> words =
                new ArrayList<>(List.of(command.substring(COMMAND.length()).split(" ")));
        if (words.contains("debug")) {
            words.add("--echo");
        }
        StringBuilder typed = new StringBuilder();
        quoted.stream()
                .filter(line -> line.startsWith(PROMPT))
                .forEach(line -> typed.append(line.substring(PROMPT.length())).append('\n'));
        Played played = Played.typing(typed.toString(), words.toArray(String[]::new));
        return (played.out() + played.err()).lines().toList();
    }
}
