package chainstep.cli;

import chainstep.cli.prompt.Prompt;
import chainstep.graph.OperandException;
import chainstep.lang.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code debug FILE}: steps through a model at a prompt, or by a script of commands. */
@Command(name = "debug")
final class DebugCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Option(
            names = {"-x", "--script"},
            paramLabel = "SCRIPT",
            descriptionKey = "debug.script")
    private Optional<Path> script;

    @Option(names = "--echo", descriptionKey = "debug.echo")
    private boolean echo;

    DebugCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Model model = file.read(console);
        if (script.isPresent()) {
            ModelFile.requireNoFolder(script.get(), console);
        }
        try {
            return run(new Prompt(model, console.locale()));
        } catch (OperandException trouble) {
            throw model.located(trouble);
        }
    }

    private int run(Prompt prompt) throws IOException {
        if (script.isPresent()) {
            try (var commands = Files.newInputStream(script.get())) {
                return prompt.script(commands, console.out(), echo) ? 0 : ChainStep.WRONG;
            }
        } else if (console.terminal()) {
            prompt.talk();
            return 0;
        }
        return prompt.script(console.in(), console.out(), echo) ? 0 : ChainStep.WRONG;
    }
}
