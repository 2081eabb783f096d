package chainstep.cli;

import chainstep.lang.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command takes. {@link Language} has read {@code --lang} before; here it is only known and explained. */
@Command(mixinStandardHelpOptions = true)
final class CommonOptions {
    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "lang")
    private Language.Known language;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Refuses a command line whose option has a value out of range.
     *
     * @param takes the key of what it takes, with its arguments
     */
    void require(boolean holds, String option, Object value, Console console, String takes, Object... arguments) {
        if (!holds) {
            String allowed = console.say(takes, arguments);
            throw new ParameterException(command.commandLine(), console.say("usage.value", option, value, allowed));
        }
    }

    /** Refuses a whole number beyond these bounds. */
    void requireWithin(long least, long most, String option, long value, Console console) {
        require(least <= value && value <= most, option, value, console, "takes.range", least, most);
    }

    /** Refuses an iteration that no file can ask for either. */
    void requireIteration(String option, long value, Console console) {
        requireWithin(0, Quantity.LAST_ITERATION, option, value, console);
    }
}
