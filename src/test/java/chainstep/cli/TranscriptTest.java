package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole sessions at the terminal, word for word.
 *
 * <p>A transcript holds comments ({@code #}), command lines ({@code $ chainstep ...}), lines typed ({@code > ...}), and all that was
 * printed in answer.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/cli");

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_session_goes_as_written(Path transcript) throws IOException {
        String golden = Files.readString(transcript);
        String now = replay(golden);
        if (System.getProperty("golden", "read").equals("write")) {
            Files.writeString(transcript, now);
            fail("rewrote " + transcript + ": read it");
        }
        assertThat(now).isEqualTo(golden);
    }

    @Test
    void there_are_transcripts_of_every_command() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path transcript : transcripts()) {
            all.append(Files.readString(transcript));
        }
        for (String command :
                ChainStep.commandLine(Console.ofProcess()).getSubcommands().keySet()) {
            assertThat(all).contains("$ chainstep " + command + " ");
        }
        assertThat(transcripts()).hasSizeGreaterThanOrEqualTo(2);
    }

    private static String replay(String golden) {
        StringBuilder page = new StringBuilder();
        List<String> lines = golden.lines().toList();
        lines.stream()
                .takeWhile(line -> line.startsWith("#"))
                .forEach(line -> page.append(line).append('\n'));
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).startsWith("$ chainstep")) {
                List<String> typed = new ArrayList<>();
                for (int t = k + 1; t < lines.size() && lines.get(t).startsWith(">"); t++) {
                    typed.add(lines.get(t).substring(1).strip());
                }
                page.append('\n').append(lines.get(k)).append('\n');
                typed.forEach(line -> page.append(("> " + line).strip()).append('\n'));
                page.append(play(lines.get(k), typed));
            }
        }
        return page.toString();
    }

    private static String play(String command, List<String> typed) {
        String[] words = command.substring("$ chainstep".length()).strip().split(" +");
        String input = typed.isEmpty() ? "" : String.join("\n", typed) + "\n";
        return Played.typing(input, words[0].isEmpty() ? new String[0] : words).all();
    }
}
