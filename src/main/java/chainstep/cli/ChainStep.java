package chainstep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code chainstep COMMAND ...}.
 *
 * <p>Answers 0 when all is well, 1 when something is wrong in what was read (a file that is no model, an expectation not met, a
 * gradient that is wrong), 2 when something could not be read or the command line makes no sense,
 * 130 when it was broken off.
 */
@Command(name = "chainstep", versionProvider = ChainStep.Version.class)
public final class ChainStep implements Runnable {
    /** Something in the content is wrong. */
    public static final int WRONG = 1;

    /** A file cannot be read, or the command line makes no sense. */
    public static final int UNREADABLE = 2;

    /** It was broken off by Ctrl-C, as every shell says it. */
    public static final int BROKEN_OFF = 130;

    /** Another language than this one is spoken only where it is asked for. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    private ChainStep() {}

    /** Runs a command line with text alone. */
    public static int run(Console console, List<String> arguments) {
        return run(console, Faces.NONE, arguments);
    }

    /** Runs a command line in its language and returns what the process should answer. */
    public static int run(Console console, Faces faces, List<String> arguments) {
        Console spoken = console.in(Language.of(arguments, console.locale()));
        int answer = answer(spoken, faces, arguments);
        spoken.out().flush();
        spoken.err().flush();
        if (spoken.lost().get().isPresent()) {
            spoken.complain("lost", spoken.lost().get().get().getMessage());
            return UNREADABLE;
        }
        return answer;
    }

    private static int answer(Console console, Faces faces, List<String> arguments) {
        try {
            return commandLine(console, faces)
                    .execute(Shorthand.written(arguments).toArray(String[]::new));
        } catch (OutOfMemoryError full) {
            console.complain("memory", Runtime.getRuntime().maxMemory() >> 20);
            return UNREADABLE;
        } catch (StackOverflowError trouble) {
            console.complain("bug", trouble);
            return UNREADABLE;
        }
    }

    static CommandLine commandLine(Console console) {
        return commandLine(console, Faces.NONE);
    }

    private static CommandLine commandLine(Console console, Faces faces) {
        CommandLine line = new CommandLine(new ChainStep());
        line.addSubcommand(new OpenCommand(console, faces));
        line.addSubcommand(new StepCommand(console));
        line.addSubcommand(new TestCommand(console));
        line.addSubcommand(new GradcheckCommand(console));
        line.addSubcommand(new CheckCommand(console));
        line.addSubcommand(new MarkCommand(console, faces));
        line.addSubcommand(new WorksheetCommand(console, faces));
        line.addSubcommand(new SheetCommand(console));
        line.addSubcommand(new VariantsCommand(console, faces));
        line.addSubcommand(new TrainCommand(console));
        line.addSubcommand(new PredictCommand(console));
        line.addSubcommand(new BenchCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new DebugCommand(console));
        line.addSubcommand(new ScreenshotCommand(console, faces));
        line.setResourceBundle(bundle(console.locale()));
        line.setOut(console.out()).setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF));
        Troubles troubles = new Troubles(console);
        line.setParameterExceptionHandler(troubles::badUsage);
        line.setExecutionExceptionHandler(troubles::failed);
        return line;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("chainstep.cli", locale, ChainStep.class.getClassLoader(), NO_FALLBACK);
    }

    /** No command: nothing was asked for. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("usage.missing.command"));
    }

    /** The version, as the build wrote it down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            try (InputStream text = ChainStep.class.getResourceAsStream("/chainstep/cli/version.txt")) {
                return new String[] {"chainstep " + new String(text.readAllBytes(), StandardCharsets.UTF_8).strip()};
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
    }
}
