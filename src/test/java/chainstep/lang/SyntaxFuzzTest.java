package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text: a tree, or a message with a place inside the text. */
class SyntaxFuzzTest {
    private static final int ROUNDS = 10_000;
    private static final String[] PIECES = {
        "(", ")", "[", "]", ",", "=", "==", "+", "-", "**", "^", "@", ".", ":", ";", "not ", " and ", "x", "W1", "σ",
        "2", "1e5", ".5", "\"", "'", "“", "”", "\n", "\r", "\t", " ", "#", "\\", "import ", "for ", "True", "（", "）",
        "，", "²", "⁻¹", "ᵀ", "√", "np.", "F.", "f(", "x[", "𝑥", "\uD800", "\uDC00", "\u0000", "\uFEFF", "\u2028", "́",
        "1e999", "≤", "|", "+=", "_",
    };

    private final Random random = new Random(20_260_101);
    private int trees;
    private int messages;

    @Test
    void every_text_ends_in_a_tree_or_a_message_with_a_place_in_it() throws IOException {
        List<String> samples = samples();
        for (int round = 0; round < ROUNDS; round++) {
            String text = switch (round % 4) {
                case 0 -> pieces(1 + random.nextInt(40));
                case 1 -> noise(random.nextInt(60));
                case 2 -> mutated(samples.get(random.nextInt(samples.size())), 1 + random.nextInt(3));
                default -> nested();
            };
            read(text);
        }
        assertThat(trees).isGreaterThan(ROUNDS / 20);
        assertThat(messages).isGreaterThan(ROUNDS / 2);
    }

    private void read(String text) {
        Source source = Source.of("fuzz", text);
        try {
            for (Syntax.Statement statement : SyntaxReader.file(source).statements()) {
                assertThat(source.text(statement.span())).isNotEmpty();
            }
            trees++;
        } catch (SourceError error) {
            assertInside(source, error);
            messages++;
        } catch (RuntimeException | StackOverflowError bug) {
            throw new AssertionError("on: " + text, bug);
        }
    }

    private static void assertInside(Source source, SourceError error) {
        assertThat(error.line()).isBetween(1, source.lines());
        String line = source.line(error.line());
        assertThat(error.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
        assertThat(error.render(Locale.ENGLISH)).startsWith("fuzz:" + error.line() + ":" + error.column() + ": ");
        assertThat(error.render(Locale.CHINESE)).doesNotContain("{0}");
    }

    private String pieces(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String noise(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int limit = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x10000 : 0x110000;
            text.appendCodePoint(random.nextInt(limit));
        }
        return text.toString();
    }

    private String mutated(String sample, int times) {
        StringBuilder text = new StringBuilder(sample);
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(4));
            text.replace(from, to, random.nextBoolean() ? "" : pieces(1));
        }
        return text.toString();
    }

    private String nested() {
        String opening = pieces(1 + random.nextInt(2));
        String closing = pieces(1);
        int depth = random.nextInt(400);
        return "y = " + opening.repeat(depth) + pieces(1) + closing.repeat(random.nextBoolean() ? depth : depth / 2);
    }

    private static List<String> samples() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.walk(Path.of("samples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".chain"))
                    .sorted()
                    .toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts).hasSizeGreaterThan(60);
        return texts;
    }
}
