package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @Test
    void no_command_is_bad_usage() {
        Played played = Played.of();
        assertThat(played.err()).isEqualTo("a command is missing\n  see: chainstep --help\n");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void an_unknown_command_is_answered_with_the_nearest_known_one() {
        Played played = Played.of("gradchek", "samples/mazur.chain");
        assertThat(played.err()).startsWith("there is no command gradchek (did you mean gradcheck?)\n");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void an_unknown_option_is_answered_with_the_nearest_known_one() {
        Played played = Played.of("gradcheck", "--tolerence", "1", "samples/mazur.chain");
        assertThat(played.err()).startsWith("there is no option --tolerence (did you mean --tolerance?)\n");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void a_missing_file_argument_is_named() {
        Played played = Played.of("gradcheck");
        assertThat(played.err()).startsWith("FILE is missing\n");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void complaints_come_in_the_language_asked_for() {
        assertThat(Played.of("--lang", "zh", "gradchek").err()).startsWith("没有命令 gradchek（是不是 gradcheck？）\n");
        assertThat(Played.of("gradcheck", "--lang=zh").err()).startsWith("缺少 FILE\n");
    }

    /** What is wrong with the options, and what they take, in both languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step F --iterations abc | --iterations cannot be abc: it takes a whole number",
                "step F --iterations 0 | --iterations cannot be 0: it takes a whole number from 1 to 10000000",
                "step F --from 99999999999 | it takes a whole number from 0 to 10000000",
                "step F --depth | --depth needs a value: line|op|term|element",
                "step F --json=3 | --json takes no value",
                "step F --lang zh --depth | --depth 后面缺少值：line|op|term|element",
                "step F --lang zh --from x | --from 不能是 x，应为 整数",
                "gradcheck F --tolerance abc | --tolerance cannot be abc: it takes a number",
                "gradcheck F --tolerance -1 | it takes a number greater than 0",
                "gradcheck F --elements 0 | it takes a whole number from 1 to 16777216",
                "gradcheck F --iteration -1 --lang zh | --iteration 不能是 -1，应为 0 到 10000000 的整数",
                "screenshot F -o x.png --size 10 | it takes a width and a height from 100 to 9999, such as 1600x1000",
                "screenshot F -o x.png --scale 9 | it takes a number greater than 0 and at most 4",
                "screenshot F -o x.png --step x | --step cannot be x: it takes a whole number",
                "screenshot F -o x.png --palette red | --palette cannot be red: it takes plain|safe",
                "screenshot F -o x.jpg | --output cannot be x.jpg: it takes a name that ends in .png",
                "screenshot F -o | --output needs a value: PNG",
                "test --tolerance 3 | there is no option --tolerance",
                "step --jsn | there is no option --jsn (did you mean --json?)",
            })
    void a_wrong_option_is_told_with_what_it_takes(String line, String message) {
        Played played = Played.of(line.replace("F", "samples/mazur.chain").split(" "));
        assertThat(played.err().lines().findFirst().orElse("")).contains(message);
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_or_written_is_told_with_its_reason() {
        assertThat(Played.of("step", "samples/mazur.chain", "-o", "samples").err())
                .isEqualTo("cannot write samples: samples is a folder\n");
        assertThat(Played.of("step", "samples/mazur.chain", "-o", "no/such/x.txt")
                        .err())
                .startsWith("cannot write no/such/x.txt: there is no ")
                .endsWith("such\n");
        assertThat(Played.of("debug", "samples/mazur.chain", "--script", "samples", "--lang", "zh"))
                .satisfies(played -> {
                    assertThat(played.err()).isEqualTo("无法读取：samples 是一个文件夹\n");
                    assertThat(played.out()).isEmpty();
                });
        assertThat(Played.of("screenshot", "samples/mazur.chain", "-o", "samples")
                        .err())
                .isEqualTo("cannot write samples: samples is a folder\n");
        assertThat(Played.of("screenshot", "-o", "no/such/x.png").err()).startsWith("cannot write no/such/x.png: ");
        assertThat(Played.of("screenshot", "samples", "-o", "x.png", "--lang", "zh")
                        .err())
                .isEqualTo("无法读取：samples 是一个文件夹\n");
        assertThat(Played.of("step", "").err()).isEqualTo("cannot read: . is a folder\n");
    }

    @Test
    void help_is_a_command_too() {
        assertThat(Played.of("help").out()).isEqualTo(Played.of("--help").out());
        assertThat(Played.of("help", "step").out())
                .isEqualTo(Played.of("step", "--help").out())
                .isNotEmpty();
        assertThat(Played.of("--lang", "zh", "help", "step").out()).contains("粒度");
    }

    @Test
    void the_machines_language_counts_only_when_it_is_spoken() {
        assertThat(Language.of(List.of(), Locale.SIMPLIFIED_CHINESE)).isEqualTo(Locale.CHINESE);
        assertThat(Language.of(List.of(), Locale.FRENCH)).isEqualTo(Locale.ENGLISH);
        assertThat(Language.of(List.of("step", "--lang", "en"), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Language.of(List.of("step", "--", "--lang=zh"), Locale.ROOT)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void the_version_is_that_of_the_build() {
        Played played = Played.of("--version");
        assertThat(played.out()).matches("chainstep \\d+\\.\\d+\\.\\d+(-\\w+)?\n");
        assertThat(played.answer()).isZero();
    }

    @Test
    void a_folder_is_no_file() {
        Played played = Played.of("gradcheck", "samples");
        assertThat(played.err()).isEqualTo("cannot read: samples is a folder\n");
        assertThat(played.answer()).isEqualTo(2);
    }
}
