package chainstep.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A command line run inside the test, with what it answered and printed; lines end with {@code \n} on every machine. */
public record Played(int answer, String out, String err) {
    public static Played of(String... arguments) {
        return typing("", arguments);
    }

    /** The same with something on standard input. */
    static Played typing(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                Locale.ENGLISH,
                false,
                Optional::empty);
        int answer = ChainStep.run(console, List.of(arguments));
        return new Played(answer, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }

    /** Everything in one text, for goldens. */
    public String all() {
        return out + (err.isEmpty() ? "" : "--- errors\n" + err) + "--- answers " + answer + "\n";
    }
}
