package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SinkTest {
    /** What a run answers and complains of whose output fails in a system's words. */
    private static String played(String failure) {
        Sink sink = new Sink(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(failure);
            }
        });
        StringWriter err = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintWriter(sink),
                new PrintWriter(err),
                Locale.ENGLISH,
                false,
                sink::trouble);
        int answer = ChainStep.run(console, List.of("step", "samples/mazur.chain"));
        return answer + " " + err;
    }

    @Test
    void output_that_is_lost_is_told() {
        assertThat(played("No space left on device"))
                .isEqualTo("2 not all of the output could be written: No space left on device\n");
    }

    @Test
    void a_reader_that_has_gone_is_no_loss() {
        assertThat(played("Broken pipe")).isEqualTo("0 ");
    }
}
