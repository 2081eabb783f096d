package chainstep.cli;

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

    /** Refuses a command line whose option has a value out of range. */
    void require(boolean holds, String option, Object value, Console console) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), console.say("usage.range", option, value));
        }
    }
}
