package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.cli.ChainStep;
import chainstep.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Carries out a command line, made from a seed, on a bad file, and looks at what a user would see. */
final class FuzzedCommands {
    private static final long SECOND = 1_000_000_000;
    private static final Pattern PLACE = Pattern.compile("(?s).*fuzz\\.chain:\\d+:\\d+: .*");
    private static final Pattern TRACE =
            Pattern.compile("\\bat (chainstep|java|org)\\.|\\w+(Exception|Error)\\b|bug in ChainStep|ChainStep 的程序错误");
    private static final List<String> MOVES = List.of(
            "step",
            "step 3",
            "next",
            "into",
            "out",
            "back",
            "back 2",
            "phase",
            "previous",
            "restart",
            "continue",
            "rc",
            "depth element",
            "depth term",
            "depth op",
            "depth line",
            "depth iteration",
            "jump 1",
            "jump 2:3",
            "jump 0:99999",
            "run-to 3",
            "where",
            "list",
            "list 1,3",
            "explain",
            "info",
            "info locals",
            "history 1",
            "limit 3",
            "");
    private static final List<String> ASKS = List.of(
            "print %s",
            "print grad(%s)",
            "why %s",
            "why grad(%s)",
            "hops %s",
            "hops grad(%s)[0]",
            "paths %s",
            "paths grad(%s)[0, 0]",
            "run-to %s",
            "run-to grad(%s)",
            "break %s",
            "break if sum(%s) > 1",
            "tbreak grad(%s)",
            "watch norm(grad(%s))",
            "watch new(%s)",
            "print after(%s)",
            "print jac(%s, v0)",
            "print %s[...]",
            "%s");
    private static final List<String> NAMES =
            List.of("v0", "v1", "v2", "L", "x", "y", "E", "W1", "h", "nan", "1", "v0[0]", "(", "=");

    private final Random random;
    private final Path file;

    FuzzedCommands(long seed, Path folder) {
        this.random = new Random(seed);
        this.file = folder.resolve("fuzz.chain");
    }

    /** Carries one out and returns its name. */
    String run(Watched watched, String text) throws Throwable {
        Files.writeString(file, text.replace('\uD800', '?'), StandardCharsets.UTF_8);
        List<String> line = line();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String script = line.get(0).equals("debug") ? script() : "";
        Console console = new Console(
                new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                Locale.ENGLISH,
                false,
                Optional::empty);
        int[] answer = new int[1];
        try {
            watched.interrupted(SECOND, 3 * SECOND, () -> answer[0] = ChainStep.run(console, line));
            check(answer[0], out.toString(), err.toString());
        } catch (AssertionError bug) {
            throw new AssertionError(line + "\n" + script + "\n" + out + "\n" + err, bug);
        }
        return line.get(0);
    }

    private static void check(int answer, String out, String err) {
        assertThat(TRACE.matcher(out).results().map(found -> found.group())).isEmpty();
        assertThat(TRACE.matcher(err).results().map(found -> found.group())).isEmpty();
        assertThat(answer).isIn(0, 1, 2, ChainStep.BROKEN_OFF);
        if (answer == 1 && out.isEmpty()) {
            assertThat(err).matches(PLACE);
        } else if (answer == 2) {
            assertThat(err.lines().filter(line -> !line.isBlank())).isNotEmpty();
        }
    }

    private List<String> line() {
        List<String> line = new ArrayList<>(
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> List.of("step", "--depth", one(List.of("line", "op", "term", "element")));
                    case 3 -> List.of("test");
                    case 4 -> List.of("gradcheck", "--elements", "3");
                    default -> List.of("debug", "--echo");
                });
        if (line.get(0).equals("step") && random.nextInt(3) == 0) {
            line.add(one(List.of("--latex", "--json", "--iterations=2", "--from=3")));
        }
        line.add("--lang=" + one(List.of("en", "zh")));
        line.add(file.toString());
        return line;
    }

    private String script() {
        StringBuilder script = new StringBuilder();
        for (int commands = 3 + random.nextInt(12); commands > 0; commands--) {
            String command = random.nextInt(3) > 0 ? one(MOVES) : String.format(Locale.ROOT, one(ASKS), one(NAMES));
            script.append(command).append('\n');
        }
        return script.toString();
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
