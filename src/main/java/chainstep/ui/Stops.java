package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Watch;
import chainstep.math.Tensor;
import chainstep.run.Progress;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The user's wishes about breakpoints and watches. They are written as at the prompt: {@code 12}, {@code h}, {@code grad(W1)},
 * {@code nan}, {@code if norm(grad(W1)) > 10}, {@code 12 if loss > 1}; what cannot be read is told in the scene's message.
 */
public final class Stops {
    /** How many iterations a history goes back. */
    public static final int HISTORY = 200;

    private final Changing changing;
    private final Asking asking;

    /** Carries out what changes the debugger. */
    interface Changing {
        /** @param refused told why it could not be done */
        void change(BiFunction<Running, Progress, DebugState> wish, Consumer<Phrase> refused);

        default void change(BiFunction<Running, Progress, DebugState> wish) {
            change(wish, refused -> {});
        }
    }

    /** Asks the debugger something. */
    interface Asking {
        <T> void ask(Function<Running, T> question, Consumer<T> answer);
    }

    Stops(Changing changing, Asking asking) {
        this.changing = changing;
        this.asking = asking;
    }

    /** Sets a breakpoint on a line, or takes away the one there. */
    public void toggle(int line) {
        changing.change((run, progress) -> {
            Debugger debugger = run.debugger();
            Optional<Breakpoint> there = debugger.breakpoints().stream()
                    .filter(breakpoint -> isOn(breakpoint.place(), line))
                    .findFirst();
            there.ifPresentOrElse(
                    breakpoint -> debugger.remove(breakpoint.id()),
                    () -> debugger.add(run.places().read(Integer.toString(line))));
            return debugger.state();
        });
    }

    /** Sets a breakpoint, or takes it away where there is the same already; one that is off is switched on. */
    public void toggle(Breakpoint.Place place) {
        changing.change((run, progress) -> {
            Debugger debugger = run.debugger();
            Optional<Breakpoint> there = debugger.breakpoints().stream()
                    .filter(breakpoint -> breakpoint.place().equals(place))
                    .findFirst();
            if (there.isEmpty()) {
                debugger.add(place);
            } else if (there.get().enabled()) {
                debugger.remove(there.get().id());
            } else {
                debugger.enable(there.get().id(), true);
            }
            return debugger.state();
        });
    }

    private static boolean isOn(Breakpoint.Place place, int line) {
        return place.line().equals(OptionalInt.of(line));
    }

    /** Sets a breakpoint. */
    public void add(String place) {
        add(place, refused -> {});
    }

    /** @param refused told why there is no such place */
    public void add(String place, Consumer<Phrase> refused) {
        changing.change(
                (run, progress) -> {
                    run.debugger().add(run.places().read(place));
                    return run.debugger().state();
                },
                refused);
    }

    /** Watches a quantity. */
    public void watch(String quantity) {
        watch(quantity, refused -> {});
    }

    /** @param refused told why there is no such quantity */
    public void watch(String quantity, Consumer<Phrase> refused) {
        changing.change(
                (run, progress) -> {
                    run.debugger().watch(run.places().measure(quantity));
                    return run.debugger().state();
                },
                refused);
    }

    /** Takes away a breakpoint or a watch. */
    public void remove(int id) {
        changing.change((run, progress) -> {
            if (!run.debugger().remove(id)) {
                run.debugger().unwatch(id);
            }
            return run.debugger().state();
        });
    }

    /** Switches a breakpoint on or off. */
    public void enable(int id, boolean on) {
        changing.change((run, progress) -> {
            run.debugger().enable(id, on);
            return run.debugger().state();
        });
    }

    /** What a watch was at the ends of the iterations up to this one. */
    public record History(long from, List<Tensor> values) {
        public History {
            values = List.copyOf(values);
        }
    }

    /** Asks what a watch has been in the last {@link #HISTORY} iterations, as far as it has been computed. */
    public void history(Watch watch, Consumer<History> told) {
        asking.ask(run -> history(run.debugger(), watch), told);
    }

    private static History history(Debugger debugger, Watch watch) {
        long now = debugger.state().iteration();
        Optional<Watch.Seen> there = debugger.state().watches().stream()
                .filter(seen -> seen.watch().id() == watch.id())
                .findFirst();
        boolean known =
                there.filter(seen -> seen.sight() instanceof Watch.Known).isPresent();
        long to = known ? now : now - 1;
        long from = Math.max(0, to - HISTORY + 1);
        return new History(
                from, there.isPresent() && to >= 0 ? debugger.history(watch, from, to, Progress.NONE) : List.of());
    }
}
