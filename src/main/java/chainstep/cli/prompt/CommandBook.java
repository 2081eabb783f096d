package chainstep.cli.prompt;

import chainstep.words.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands, found as gdb finds them: by name, short name, or the beginning of a name where only one begins so. */
final class CommandBook {
    private final List<Command> commands = new ArrayList<>();

    CommandBook() {
        commands.addAll(MoveCommands.all());
        commands.addAll(StopCommands.all());
        commands.addAll(LookCommands.all());
        commands.add(Command.of(this::help, "help", "h", "?"));
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    /**
     * The command of this name.
     *
     * @throws PromptError when there is none, or several begin so
     */
    Command find(String written) {
        Optional<Command> exact = commands.stream()
                .filter(command -> command.names().contains(written))
                .findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Command> begun = commands.stream()
                .filter(command -> command.name().startsWith(written))
                .toList();
        if (begun.size() > 1) {
            throw new PromptError(
                    "ambiguous",
                    written,
                    String.join(", ", begun.stream().map(Command::name).toList()));
        } else if (begun.isEmpty()) {
            throw unknown(written);
        }
        return begun.get(0);
    }

    private PromptError unknown(String written) {
        List<String> names = commands.stream().map(Command::name).toList();
        return Spelling.nearest(written, names)
                .map(name -> new PromptError("unknown.near", written, name))
                .orElseGet(() -> new PromptError("unknown", written));
    }

    private void help(Session session, String argument) {
        if (!argument.isEmpty()) {
            Command command = find(argument);
            session.print(String.join(", ", command.names()) + "  " + session.say(command.helpKey()));
            return;
        }
        int width = commands.stream()
                .mapToInt(command -> String.join(", ", command.names()).length())
                .max()
                .orElse(0);
        for (Command command : commands) {
            String names = String.join(", ", command.names());
            session.print("  " + names + " ".repeat(width - names.length() + 2) + session.say(command.helpKey()));
        }
    }
}
