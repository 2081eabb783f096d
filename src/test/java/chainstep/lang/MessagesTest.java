package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a text that is not in the language, word for word, in both languages. */
class MessagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/lang/messages.txt");

    @Test
    void every_mistake_gets_its_message() throws IOException {
        String golden = Files.readString(GOLDEN);
        String now = told(golden);
        if (System.getProperty("golden").equals("write")) {
            Files.writeString(GOLDEN, now);
            fail("rewrote " + GOLDEN + ": read it");
        }
        assertThat(now).isEqualTo(golden);
        assertThat(texts(golden)).hasSizeGreaterThan(100);
    }

    @Test
    void every_message_of_the_grammar_is_shown_by_a_mistake() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String text : texts(Files.readString(GOLDEN))) {
            keys.add(error(text).phrase().key());
        }
        assertThat(keys)
                .contains("assign.apart", "assign.augmented", "assign.inside", "assign.second", "assign.walrus")
                .contains("argument.name", "argument.order", "argument.twice", "call.what", "colon", "comma.missing")
                .contains("bracket.empty", "bracket.extra", "bracket.open", "bracket.other", "expected", "keyword")
                .contains("line.idle", "line.indented", "line.semicolon", "line.start", "matrix.semicolon")
                .contains(
                        "member.missing", "member.unknown", "name.digit", "name.prime", "number.points", "number.range")
                .contains("operand.before", "operand.missing", "operator.missing", "operator.two", "sign.hidden")
                .contains("sign.unknown", "target.call", "target.index", "target.other", "text.open", "text.prefix")
                .contains("unexpected", "value.several");
    }

    @ParameterizedTest
    @CsvSource({"(,200", "[,200", "-,200", "f(,200", "2**,200", "'not ',200", "-(,100", "2**(,100"})
    void one_level_too_deep_is_refused_where_it_begins(String opening, int levels) {
        SourceError error = error(opening.repeat(levels) + opening + "x");
        assertThat(error.phrase().key()).isEqualTo("nesting.deep");
        assertThat(error.column()).isGreaterThan(levels * opening.length());
    }

    @Test
    void a_chain_of_methods_is_refused_after_200() {
        SourceError error = error("y = x" + ".T".repeat(300));
        assertThat(error).hasMessage("test.chain:1:404: nested deeper than 200");
    }

    @Test
    void deep_brackets_are_refused_at_once() {
        assertThat(error("(".repeat(500_000))).hasMessage("test.chain:1:201: nested deeper than 200");
    }

    @Test
    void a_text_over_a_megabyte_is_refused() {
        assertThat(error("#".repeat(1_000_001)).render(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("test.chain:1:1: 文件超过了 1000000 字节\n  数据请放进 CSV 文件，用 csv(\"file.csv\", x=[...], y=[...]) 读入");
    }

    @Test
    void a_text_of_very_many_lines_is_refused() {
        assertThat(error("\n".repeat(20_000))).hasMessage("test.chain:20001:1: the file has more than 20000 lines");
    }

    @Test
    void a_text_of_very_many_words_is_refused() {
        assertThat(error("x = 1" + "+1".repeat(200_000)))
                .hasMessage("test.chain:1:250003: the file has more than 250000 words and signs");
    }

    @Test
    void the_first_mistake_in_the_file_is_told() {
        assertThat(error("a = 1\nb = a +\nc = $")).hasMessage("test.chain:2:7: something is missing after `+`");
        assertThat(error("a = 1\n3 = a\nc = (")).hasMessage("test.chain:2:1: on the left of `=` there must be a name");
    }

    @Test
    void nothing_is_not_an_expression() {
        SourceError error =
                catchThrowableOfType(SourceError.class, () -> SyntaxReader.expression(Source.of("watch", "  # h")));
        assertThat(error.render(Locale.ENGLISH))
                .isEqualTo("watch:1:6: an expression is expected, and there is nothing\n    # h\n       ^");
    }

    @Test
    void of_a_long_line_the_part_around_the_place_is_shown() {
        String[] page = error("y = " + "a + ".repeat(100) + "$" + " + b".repeat(100))
                .render(Locale.ENGLISH)
                .split("\n");
        assertThat(page[0]).startsWith("test.chain:1:405: ");
        assertThat(page[1]).startsWith("  …a + a").endsWith("…").hasSizeLessThan(110);
        assertThat(page[1].charAt(page[2].indexOf('^'))).isEqualTo('$');
    }

    @Test
    void a_tab_does_not_move_the_caret_and_no_control_reaches_the_terminal() {
        String page = error("y\t=\ta\u001b[31m $").render(Locale.ENGLISH);
        assertThat(page).doesNotContain("\t", "\u001b").contains("\n  y = a [31m $\n       ^");
    }

    @Test
    void the_nearest_known_name_is_offered() {
        Source source = Source.of("mazur.chain", "h = sigmod(W1 @ x + b1)");
        SourceError error = SourceError.at(source, new Span(1, 5, 1, 11), "unexpected", "sigmod")
                .nearest("sigmod", Set.of("sigmoid", "softmax"));
        assertThat(error.render(Locale.ENGLISH)).isEqualTo("""
                        mazur.chain:1:5: `sigmod` is not expected here
                          h = sigmod(W1 @ x + b1)
                              ^^^^^^
                          did you mean `sigmoid`?""");
        assertThat(error.hint(Locale.SIMPLIFIED_CHINESE)).hasValue("是不是想写 `sigmoid`？");
    }

    private static String told(String golden) {
        StringBuilder page = new StringBuilder();
        golden.lines()
                .takeWhile(line -> line.startsWith("#"))
                .forEach(line -> page.append(line).append('\n'));
        for (String text : texts(golden)) {
            page.append('\n');
            for (String line : text.split("\n", -1)) {
                page.append('|').append(line).append('\n');
            }
            SourceError error = error(text);
            page.append(error.render(Locale.ENGLISH)).append('\n');
            page.append(error.message(Locale.SIMPLIFIED_CHINESE)).append('\n');
            error.hint(Locale.SIMPLIFIED_CHINESE)
                    .ifPresent(hint -> page.append("  ").append(hint).append('\n'));
        }
        return page.toString();
    }

    private static List<String> texts(String golden) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : (golden + "\n.").split("\n")) {
            if (line.startsWith("|")) {
                text.append(text.isEmpty() ? "" : "\n").append(line.substring(1));
            } else if (!text.isEmpty()) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    private static SourceError error(String text) {
        SourceError error =
                catchThrowableOfType(SourceError.class, () -> SyntaxReader.file(Source.of("test.chain", text)));
        assertThat(error).as(text).isNotNull();
        return error;
    }
}
