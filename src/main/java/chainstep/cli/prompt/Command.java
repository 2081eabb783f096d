package chainstep.cli.prompt;

import java.util.List;

/**
 * One command of the prompt.
 *
 * @param names what it is called: the full name first, then short ones
 * @param does what it does with the rest of the line
 */
record Command(List<String> names, Action does) {
    /** What a command does; trouble is a {@link PromptError}, a source error or an operand error. */
    @FunctionalInterface
    interface Action {
        void run(Session session, String argument);
    }

    Command {
        names = List.copyOf(names);
    }

    static Command of(Action does, String... names) {
        return new Command(List.of(names), does);
    }

    String name() {
        return names.get(0);
    }

    /** The key of its line in the help. */
    String helpKey() {
        return "help." + name();
    }
}
