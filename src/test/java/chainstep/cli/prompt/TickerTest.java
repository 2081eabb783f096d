package chainstep.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far long work has come, on one line. */
class TickerTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter out = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    private Ticker ticker(boolean speaks) {
        return new Ticker(new PrintWriter(out), speaks, clock::get, count -> "iteration " + count);
    }

    @Test
    void nothing_is_said_of_short_work() {
        try (Ticker ticker = ticker(true)) {
            ticker.reached(1);
            clock.set(SECOND);
            ticker.reached(2);
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void long_work_is_counted_on_a_line_that_is_gone_in_the_end() {
        try (Ticker ticker = ticker(true)) {
            clock.set(3 * SECOND);
            ticker.reached(7);
            ticker.reached(8);
            assertThat(out.toString()).isEqualTo("\riteration 7");
        }
        assertThat(out.toString()).endsWith("\r").isNotEqualTo("\riteration 7");
    }

    @Test
    void a_script_hears_nothing() {
        try (Ticker ticker = ticker(false)) {
            clock.set(3 * SECOND);
            ticker.reached(7);
        }
        assertThat(out.toString()).isEmpty();
    }
}
