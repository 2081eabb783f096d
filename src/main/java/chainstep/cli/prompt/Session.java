package chainstep.cli.prompt;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.PlaceException;
import chainstep.debug.PlaceReader;
import chainstep.debug.PlaceText;
import chainstep.debug.Stop;
import chainstep.debug.Target;
import chainstep.explain.Explainer;
import chainstep.graph.BrokenOff;
import chainstep.graph.OperandException;
import chainstep.lang.Model;
import chainstep.lang.SourceError;
import chainstep.run.Iterations;
import chainstep.run.Progress;
import chainstep.run.Quantities;
import chainstep.run.Trace;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** One sitting at the prompt: a model, a debugger in it, and where to print. Mutable; one thread. */
final class Session {
    /** The most of a statement that the prompt shows. */
    private static final int LONG = 160;

    private final Model model;
    private final Iterations iterations;
    private final Quantities quantities;
    private final Debugger debugger;
    private final PrintWriter out;
    private final Locale locale;
    private final boolean talks;
    private final Words words;
    private final CommandBook book = new CommandBook();
    private final Set<Integer> temporary = new HashSet<>();
    private String last = "";
    private OptionalInt listed = OptionalInt.empty();
    private boolean ended;
    private boolean troubled;
    private Ticker progress;

    /** @param talks whether a person sits in front of it, who is told how far long work has come */
    Session(Model model, PrintWriter out, Locale locale, boolean talks) {
        this.model = model;
        this.talks = talks;
        this.out = out;
        this.locale = locale;
        this.words = Words.of("prompt", locale);
        this.iterations = new Iterations(model.program());
        this.quantities = new Quantities(model, iterations);
        this.progress = ticker();
        this.debugger = Debugger.of(model, quantities::value);
    }

    private Ticker ticker() {
        return Ticker.of(out, talks, iteration -> say("reached", iteration));
    }

    Model model() {
        return model;
    }

    Debugger debugger() {
        return debugger;
    }

    Quantities quantities() {
        return quantities;
    }

    /** What the source says from a line on, until its brackets are closed; cut where that is long. */
    String statement(int line) {
        String text = model.source().statements().get(line - 1).replaceAll("\\s+", " ");
        return text.length() > LONG ? text.substring(0, LONG) + " …" : text;
    }

    /** Reads where a run shall stop. */
    PlaceReader places() {
        return new PlaceReader(model, quantities::value, debugger.tree());
    }

    /** What a breakpoint waits for, in words. */
    String place(Breakpoint.Place place) {
        return PlaceText.words(place, node -> explainer().name(node).plain(), locale);
    }

    /** The value or gradient that a command names. */
    Target target(String text) {
        return Target.of(model, quantities::value, text);
    }

    Locale locale() {
        return locale;
    }

    CommandBook book() {
        return book;
    }

    /** Notes a breakpoint that is removed at its first stop. */
    void temporary(int id) {
        temporary.add(id);
    }

    /** Removes the breakpoint that stopped a run, where it was set for once. */
    void dropTemporary(DebugState state) {
        if (state.stop() instanceof Stop.Hit hit
                && temporary.remove(hit.breakpoint().id())) {
            debugger.remove(hit.breakpoint().id());
        }
    }

    /** Whether the user asked to leave, or can hear no more. */
    boolean hasEnded() {
        return ended || out.checkError();
    }

    /** Whether some command could not be carried out. */
    boolean wasTroubled() {
        return troubled;
    }

    void end() {
        ended = true;
    }

    /** How the command at work is followed and broken off. */
    Progress progress() {
        return progress;
    }

    /** Explains the cursor's iteration. */
    Explainer explainer() {
        return explainer(debugger.state().trace());
    }

    /** Explains another iteration. */
    Explainer explainer(long iteration) {
        return iteration == debugger.state().iteration() ? explainer() : explainer(iterations.trace(iteration));
    }

    /** Explains these values. */
    Explainer explainer(Trace trace) {
        return new Explainer(trace, model.source().statements(), model.labels(), locale);
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    void print(String text) {
        out.println(text);
    }

    /** The source line that {@code list} goes on with; empty after a move. */
    OptionalInt listed() {
        return listed;
    }

    void listed(int next) {
        listed = OptionalInt.of(next);
    }

    /** Begins the sitting: the file's title and notes, and where the cursor stands. */
    void begin() {
        model.title().ifPresent(this::print);
        model.notes().forEach(this::print);
        show(debugger.state());
    }

    /** Shows where the cursor stands after a move. */
    void show(DebugState state) {
        listed = OptionalInt.empty();
        new StateText(this, state).lines().forEach(this::print);
    }

    /** Carries out one line; an empty one repeats the last move. Comments begin with {@code #}. Broken off, a script ends. */
    void execute(String line) {
        String text = line.strip();
        if (text.startsWith("#")) {
            return;
        }
        String command = text.isEmpty() ? last : text;
        if (command.isEmpty()) {
            return;
        }
        last = command;
        try (Ticker ticker = ticker()) {
            progress = ticker;
            int space = nameEnd(command);
            book.find(command.substring(0, space))
                    .does()
                    .run(this, command.substring(space).strip());
        } catch (PromptError e) {
            boolean value = e.phrase().key().startsWith("unknown") && isQuantity(command);
            trouble(value ? Phrase.of("prompt", "unknown.value", command) : e.phrase());
        } catch (PlaceException e) {
            trouble(e.phrase());
        } catch (SourceError e) {
            trouble(e);
        } catch (OperandException e) {
            trouble(model.located(e));
        } catch (BrokenOff e) {
            trouble(say("stop.cancelled"));
        } catch (RuntimeException | StackOverflowError e) {
            trouble(Phrase.of("cli", "bug", e));
        }
        ended |= Thread.interrupted() && !talks;
        out.flush();
    }

    /** Whether a line is what {@code print} would show. */
    private boolean isQuantity(String text) {
        try {
            model.quantity(text).shape(model);
            return true;
        } catch (SourceError none) {
            return false;
        }
    }

    private static int nameEnd(String command) {
        int end = 0;
        while (end < command.length() && !Character.isWhitespace(command.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A command needs no place to be found in; a file does. */
    private void trouble(SourceError error) {
        if (error.source().equals(model.source())) {
            trouble(error.render(locale));
            return;
        }
        String message = error.message(locale);
        trouble(error.hint(locale)
                .map(hint -> Phrase.of("prompt", "trouble.hint", message, hint).in(locale))
                .orElse(message));
    }

    private void trouble(Phrase phrase) {
        trouble(phrase.in(locale));
    }

    private void trouble(String sentence) {
        troubled = true;
        print(sentence);
    }
}
