package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
    @Test
    void lines_end_as_windows_unix_and_old_macs_end_them() {
        Source source = Source.of("t", "a\r\nb\n\rc\n");
        assertThat(source.lines()).isEqualTo(5);
        assertThat(source.line(1)).isEqualTo("a");
        assertThat(source.line(2)).isEqualTo("b");
        assertThat(source.line(3)).isEmpty();
        assertThat(source.line(4)).isEqualTo("c");
        assertThat(source.line(5)).isEmpty();
        assertThat(source.end()).isEqualTo(new Span(5, 1, 5, 1));
    }

    @Test
    void a_span_may_cross_lines() {
        Source source = Source.of("t", "𝑥 = [1,\n 𝑦]\n");
        Span span = source.span(4, 11);
        assertThat(span).isEqualTo(new Span(1, 5, 2, 4));
        assertThat(source.text(span)).isEqualTo("[1,\n 𝑦]");
    }

    @Test
    void a_file_is_read_as_utf_8(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.chain"), "σ = 1\n");
        assertThat(Source.read(file).text()).isEqualTo("σ = 1\n");
        assertThat(Source.read(file).name()).isEqualTo(file.toString());
    }

    @Test
    void a_file_in_another_encoding_is_told_where(@TempDir Path folder) throws IOException {
        byte[] western = "x = 1\n# é\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.chain"), western);
        assertThatThrownBy(() -> Source.read(file))
                .isInstanceOfSatisfying(
                        SourceError.class,
                        error -> assertThat(error.render(Locale.ENGLISH))
                                .isEqualTo(
                                        file
                                                + ":2:3: from here on the file is not UTF-8 text\n  #\n    ^\n  save it as UTF-8 in your editor (in Notepad: Save As, Encoding, UTF-8)"));
    }

    @Test
    void a_file_cut_within_a_letter_is_not_utf_8(@TempDir Path folder) throws IOException {
        byte[] whole = "σ".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.chain"), new byte[] {'a', whole[0]});
        assertThatThrownBy(() -> Source.read(file))
                .hasMessageEndingWith(":1:2: from here on the file is not UTF-8 text");
    }

    @Test
    void a_missing_file_is_the_callers_trouble(@TempDir Path folder) {
        assertThatThrownBy(() -> Source.read(folder.resolve("no.chain"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_statement_is_as_long_as_its_brackets_are_open() {
        Source source = Source.of("a.chain", "y = (a[0]  # one )\n  + b(\")\"))\nz = 1\n");
        assertThat(source.statements()).startsWith("y = (a[0] + b(\")\"))", "+ b(\")\"))", "z = 1");
        assertThat(source.begin(1)).isEqualTo(1);
        assertThat(source.begin(2)).isEqualTo(1);
        assertThat(source.begin(3)).isEqualTo(3);
    }

    @Test
    void a_file_over_a_megabyte_is_refused_unread(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.chain"), new byte[Source.LARGEST + 1]);
        assertThatThrownBy(() -> Source.read(file)).hasMessage(file + ":1:1: the file is larger than 1000000 bytes");
    }
}
