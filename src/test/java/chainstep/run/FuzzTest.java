package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.OperandException;
import chainstep.lang.ChainReader;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever the file: a model that runs, or one message with a place inside it; never a stack trace, never more than two
 * seconds, never out of memory (the build gives this test half a gigabyte).
 *
 * <p>{@code -Dfuzz=100000} tries more inputs, {@code -Dfuzz.seed=} others.
 */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101);
    private static final long LONGEST_NANOS = 2_000_000_000;

    /** What takes more steps than this is read but not run: a file that asks for minutes of arithmetic gets them. */
    private static final long MOST_POINTS = 1L << 25;

    private final Path folder = Path.of("samples", "worked");
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void every_input_ends_in_a_model_or_a_message() throws IOException {
        Fuzz fuzz = new Fuzz(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = fuzz.next(round);
            long before = cpu();
            String outcome = outcome(text, round);
            long taken = cpu() - before;
            assertThat(taken)
                    .as("nanoseconds in round %d for %s", round, shown(text))
                    .isLessThan(LONGEST_NANOS);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes.get("model")).isGreaterThan(ROUNDS / 20);
        assertThat(outcomes.get("message")).isGreaterThan(ROUNDS / 4);
    }

    /** The processor time of this thread: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String outcome(String text, int round) {
        Source source = Source.of("fuzz.chain", text);
        try {
            run(ChainReader.read(source, folder));
            return "model";
        } catch (SourceError error) {
            check(source, error);
            return "message";
        } catch (RuntimeException | Error bug) {
            throw new AssertionError("round " + round + ", seed " + SEED + ": " + shown(text), bug);
        }
    }

    private void run(Model model) {
        model.warnings().forEach(warning -> check(model.source(), warning));
        if (model.program().points() > MOST_POINTS) {
            return;
        }
        try {
            Iterations iterations = new Iterations(model.program());
            iterations.trace(0);
            iterations.trace(1);
            Quantities quantities = new Quantities(model, iterations);
            model.directives(Directive.Expect.class).stream()
                    .filter(expect ->
                            expect.at() < 20 && !expect.quantity().text().contains("at("))
                    .limit(20)
                    .forEach(expect -> quantities.value(expect.at(), expect.quantity()));
        } catch (OperandException e) {
            assertThat(new Phrase("op", e.key(), e.arguments()).in(Locale.ENGLISH))
                    .doesNotContain("{");
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
