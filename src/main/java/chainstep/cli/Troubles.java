package chainstep.cli;

import chainstep.export.ExportException;
import chainstep.graph.BrokenOff;
import chainstep.lang.SourceError;
import chainstep.train.TrainException;
import chainstep.words.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one message, and turns it into an exit code; a stack trace only on request. */
final class Troubles {
    /** Set to anything, this environment variable adds the stack trace to a report of a bug. */
    private static final String TRACE = "CHAINSTEP_TRACE";

    /** The options in picocli's own words about them. */
    private static final Pattern OPTIONS = Pattern.compile("-[-\\w]+(, -[-\\w]+)*");

    private final Console console;

    Troubles(Console console) {
        this.console = console;
    }

    int badUsage(ParameterException trouble, String[] arguments) {
        CommandLine line = trouble.getCommandLine();
        console.complain(
                "usage.bad",
                message(trouble, List.of(arguments)),
                line.getCommandSpec().qualifiedName());
        return ChainStep.UNREADABLE;
    }

    private String message(ParameterException trouble, List<String> arguments) {
        if (trouble instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), trouble.getCommandLine());
        } else if (trouble instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing, arguments);
        } else if (trouble instanceof MutuallyExclusiveArgsException) {
            Matcher options = OPTIONS.matcher(trouble.getMessage());
            return console.say("usage.exclusive", options.find() ? options.group() : "");
        } else if (trouble.getArgSpec() != null && trouble.getValue() != null) {
            return value(trouble.getArgSpec(), trouble.getValue());
        }
        return trouble.getMessage();
    }

    /** An unknown option is told before what is missing, which may be what it was meant for. */
    private String missing(MissingParameterException trouble, List<String> arguments) {
        CommandLine line = trouble.getCommandLine();
        Optional<String> unknown = arguments.stream()
                .takeWhile(argument -> !argument.equals("--"))
                .filter(argument -> argument.matches("--?[a-zA-Z].*")
                        && !line.getCommandSpec().optionsMap().containsKey(argument.split("=", 2)[0]))
                .findFirst();
        CommandLine.Model.ArgSpec first = trouble.getMissing().get(0);
        boolean bare = first instanceof CommandLine.Model.OptionSpec option
                && Stream.of(option.names()).anyMatch(arguments::contains);
        String what = bare
                ? console.say("usage.missing.value", name(first), first.paramLabel())
                : console.say("usage.missing", name(first));
        return unknown.map(option -> unmatched(option, line)).orElse(what);
    }

    private String value(CommandLine.Model.ArgSpec argument, String given) {
        Class<?> type = argument.type();
        if (type == boolean.class) {
            return console.say("usage.flag", name(argument));
        }
        boolean whole = type == int.class || type == long.class || argument.auxiliaryTypes()[0] == Long.class;
        String takes = whole
                ? console.say("takes.whole")
                : type == double.class ? console.say("takes.number") : argument.paramLabel();
        return console.say("usage.value", name(argument), given, takes);
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String unmatched(String first, CommandLine line) {
        boolean option = first.startsWith("-");
        List<String> known = option
                ? List.copyOf(line.getCommandSpec().optionsMap().keySet())
                : List.copyOf(line.getSubcommands().keySet());
        Optional<String> near = Spelling.nearest(first, known);
        String key = option ? "usage.unknown.option" : known.isEmpty() ? "usage.surplus" : "usage.unknown.command";
        return near.map(name -> console.say("suggest", console.say(key, first), name))
                .orElseGet(() -> console.say(key, first));
    }

    int failed(Exception trouble, CommandLine line, ParseResult parsed) {
        if (trouble instanceof SourceError error) {
            console.out().flush();
            console.err().println(error.render(console.locale()));
            return ChainStep.WRONG;
        } else if (trouble instanceof TrainException untrained) {
            console.err().println(untrained.phrase().in(console.locale()));
            return ChainStep.UNREADABLE;
        } else if (trouble instanceof ExportException unexported) {
            console.err().println(unexported.phrase().in(console.locale()));
            return ChainStep.UNREADABLE;
        } else if (trouble instanceof BrokenOff) {
            Thread.interrupted();
            console.complain("broken.off");
            return ChainStep.BROKEN_OFF;
        } else if (trouble instanceof Outlet.Unwritten unwritten) {
            console.complain("unwritable", unwritten.getMessage(), why(unwritten.reason()));
            return ChainStep.UNREADABLE;
        } else if (trouble instanceof IOException unreadable) {
            console.complain("unreadable", why(unreadable));
            return ChainStep.UNREADABLE;
        }
        console.complain("bug", trouble);
        if (System.getenv(TRACE) != null) {
            trouble.printStackTrace(new PrintWriter(console.err(), true));
        }
        return ChainStep.UNREADABLE;
    }

    /** Why a file could not be read or written, in a few words. */
    String why(IOException trouble) {
        String what = String.valueOf(trouble.getMessage());
        if (trouble instanceof NoSuchFileException) {
            return console.say("file.none", what);
        } else if (trouble instanceof AccessDeniedException) {
            return console.say("file.denied", what);
        } else if (trouble instanceof FileAlreadyExistsException) {
            return console.say("file.file", what);
        }
        return what;
    }
}
