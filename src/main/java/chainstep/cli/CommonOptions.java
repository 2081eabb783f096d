package chainstep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command takes. {@link Language} has read {@code --lang} before; here it is only known and explained. */
@Command(mixinStandardHelpOptions = true)
final class CommonOptions {
    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "lang")
    private Language.Known language;
}
