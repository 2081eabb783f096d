package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.words.Words;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/**
 * Where a command reads and prints, and in which language. All text is UTF-8, whatever the machine's own charset.
 *
 * @param terminal whether a person sits in front of it
 * @param lost why what was printed did not arrive, where it did not
 */
public record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Locale locale,
        boolean terminal,
        Supplier<Optional<IOException>> lost) {
    private static final String INTERRUPT = "INT";

    /** The process's own streams, and the machine's language; Ctrl-C interrupts the thread that asks, and again ends the process. */
    public static Console ofProcess() {
        Thread worker = Thread.currentThread();
        Signals.register(INTERRUPT, () -> {
            Signals.registerDefault(INTERRUPT);
            worker.interrupt();
        });
        Sink sink = new Sink(new FileOutputStream(FileDescriptor.out));
        return new Console(
                new FileInputStream(FileDescriptor.in),
                writer(sink),
                writer(new FileOutputStream(FileDescriptor.err)),
                machineLocale(),
                System.console() != null,
                sink::trouble);
    }

    /** The environment's language, even where the machine has no data for it; else the Java system's. */
    public static Locale machineLocale() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System.getenv()::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("zh"))
                .map(value -> Locale.CHINESE)
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** The same in another language. */
    Console in(Locale other) {
        return new Console(in, out, err, other, terminal, lost);
    }

    /** A sentence of this room. */
    String say(String key, Object... arguments) {
        return Words.of("cli", locale).say(key, arguments);
    }

    /** Prints a sentence of this room as a line. */
    void tell(String key, Object... arguments) {
        out.println(say(key, arguments));
    }

    /** Prints a sentence of this room as a line of trouble. */
    void complain(String key, Object... arguments) {
        out.flush();
        err.println(say(key, arguments));
        err.flush();
    }

    /** Counts on the terminal what a sentence of this room names. */
    Ticker ticker(String key) {
        return Ticker.of(err, terminal, count -> say(key, count));
    }
}
