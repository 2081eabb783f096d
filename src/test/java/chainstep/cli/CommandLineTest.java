package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
        assertThat(Played.of("--lang", "zh", "gradchek").err()).startsWith("没有命令 gradchek （是不是 gradcheck？）\n");
        assertThat(Played.of("gradcheck", "--lang=zh").err()).startsWith("缺少 FILE\n");
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
