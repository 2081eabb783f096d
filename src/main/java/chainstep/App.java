package chainstep;

import chainstep.cli.ChainStep;
import chainstep.cli.Console;
import java.util.List;

/**
 * The door: chooses a face for the command line it was given, and alone ends the process.
 *
 * <p>Without a command line it shows what the program does: the derivation of {@code samples/mazur.chain}.
 */
public final class App {
    private static final List<String> SHOW = List.of("step", "samples/mazur.chain");

    private App() {}

    /** Ends the process only on failure: a run inside Maven goes on to Maven's own end. */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        int answer = ChainStep.run(console, args.length == 0 ? SHOW : List.of(args));
        if (answer != 0) {
            System.exit(answer);
        }
    }
}
