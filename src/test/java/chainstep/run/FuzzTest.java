package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.BrokenOff;
import chainstep.graph.OperandException;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the file: a model that runs, or one message with a place inside it; never a stack trace, never more than two
 * seconds without an end or an answer to Ctrl-C, never out of memory (the build gives this test half a gigabyte).
 *
 * <p>{@code -Dfuzz=100000} tries more inputs, {@code -Dfuzz.seed=} others.
 */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101);
    private static final long SECOND = 1_000_000_000;
    private static final long LONGEST = 2 * SECOND;

    /** Every so many inputs go through the commands too. */
    private static final int COMMANDS = 3;

    private final Path samples = Path.of("samples", "worked");
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void every_input_ends_in_a_model_or_a_message() throws IOException {
        Fuzz fuzz = new Fuzz(SEED);
        FuzzedCommands commands = new FuzzedCommands(SEED, folder);
        try (Watched watched = new Watched()) {
            for (int round = 0; round < ROUNDS; round++) {
                String text = fuzz.next(round);
                try {
                    outcomes.merge(outcome(watched, text), 1, Integer::sum);
                    if (round % COMMANDS == 0 || round % 100 == 99) {
                        outcomes.merge(commands.run(watched, text), 1, Integer::sum);
                    }
                } catch (Throwable bug) {
                    throw new AssertionError("round " + round + ", seed " + SEED + ": " + shown(text), bug);
                }
            }
        }
        assertThat(outcomes.get("model")).isGreaterThan(ROUNDS / 20);
        assertThat(outcomes.get("message")).isGreaterThan(ROUNDS / 4);
        assertThat(outcomes.keySet()).contains("step", "test", "gradcheck", "debug");
    }

    private String outcome(Watched watched, String text) throws Throwable {
        Source source = Source.of("fuzz.chain", text);
        Model[] model = new Model[1];
        try {
            watched.within(LONGEST, () -> model[0] = ChainReader.read(source, samples));
            model[0].warnings().forEach(warning -> check(source, warning));
            watched.interrupted(SECOND, SECOND + LONGEST, () -> run(model[0]));
            return "model";
        } catch (SourceError error) {
            check(source, error);
            return "message";
        } catch (BrokenOff enough) {
            return "broken off";
        }
    }

    /** All that the file asks for. */
    private static void run(Model model) {
        try {
            Iterations iterations = new Iterations(model.program());
            iterations.trace(0);
            iterations.trace(1);
            ExpectCheck.of(model);
        } catch (OperandException trouble) {
            assertThat(trouble.origin().line()).isPositive();
            throw model.located(trouble);
        }
    }

    private static void check(Source source, SourceError error) {
        assertThat(error.line()).isBetween(1, source.lines());
        String line = source.line(error.line());
        assertThat(error.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(error.render(locale)).startsWith("fuzz.chain:" + error.line() + ":" + error.column() + ": ");
            assertThat(error.message(locale)).doesNotContain("{0}", "{1}", "{2}", "null");
        }
    }

    private static String shown(String text) {
        return text.length() > 3000 ? text.substring(0, 3000) + "… (" + text.length() + ")" : text;
    }
}
