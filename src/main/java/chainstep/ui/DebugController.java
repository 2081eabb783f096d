package chainstep.ui;

import chainstep.debug.Cause;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.Step;
import chainstep.explain.Explainer;
import chainstep.lang.NumberEdit;
import chainstep.lang.SourceError;
import chainstep.run.Progress;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Alone talks to the debugger: every wish of the user comes in here, and every view is shown the scene it leads to.
 *
 * <p>Called on the event thread. Wishes are carried out in the order they came; nothing here waits.
 */
public final class DebugController {
    private static final Phrase RUNNING = Phrase.of("ui", "busy.running");

    private final Tasks tasks;
    private final List<DebugView> views = new ArrayList<>();
    private DebugScene scene;
    private Optional<Running> running = Optional.empty();
    private Optional<Going> going = Optional.empty();
    /** Where the first text that can be run begins. */
    private Start start = Start.BEGINNING;

    private long edits;
    /** The text that the last change of a number made, which may not have been read yet. */
    private String written = "";

    public DebugController(Tasks tasks, Settings settings) {
        this.tasks = tasks;
        this.scene = DebugScene.of(Draft.EMPTY, settings);
    }

    public DebugScene scene() {
        return scene;
    }

    /** Adds a view, which is shown the scene at once. */
    public void add(DebugView view) {
        views.add(view);
        view.show(scene);
    }

    /** Starts anew with another text. */
    public void open(Draft draft) {
        open(draft, Start.BEGINNING);
    }

    /** Starts anew with another text, the cursor at a certain place. */
    public void open(Draft draft, Start there) {
        running = Optional.empty();
        start = there;
        show(DebugScene.of(draft, scene.settings()).reading(true));
        read();
    }

    /** The text has been changed: it is read again, and the cursor kept where it can be. */
    public void edit(String text) {
        if (!text.equals(scene.draft().text())) {
            show(scene.with(scene.draft().edited(text)).saying(Optional.empty()).reading(true));
            read();
        }
    }

    /** A change of the text is complete: the next one is taken back by itself. */
    public void settle() {
        views.forEach(DebugView::settle);
    }

    /** Looks at one row of each batch alone, counted from 1, or at all of them again; the cursor is kept. */
    public void sample(OptionalInt sample) {
        Draft wish = scene.draft().sampled(sample);
        if (!wish.equals(scene.draft()) && !scene.isEmptied()) {
            read(() -> Reading.strictly(wish), this::unsampled);
        }
    }

    /** The sample is not to be had: the text is read without, if it has not been. */
    private void unsampled(SourceError trouble) {
        complain(trouble.phrase());
        if (scene.sitting().filter(this::isRead).isEmpty()) {
            read();
        }
    }

    /** Whether the text is the one that is run. */
    private boolean isRead(Sitting sitting) {
        return scene.draft()
                .text()
                .equals(scene.draft().mark() + sitting.model().source().text());
    }

    /** The text is what a file holds now. */
    public void saved(Draft draft) {
        show(scene.with(draft));
    }

    public void settings(Settings settings) {
        DebugScene next = scene.with(settings);
        show(scene.sitting()
                .flatMap(sitting -> running.map(run ->
                        next.with(sitting.toldBy(run.explainer(sitting.state().trace(), settings)))))
                .orElse(next));
    }

    /** Points at a value or a number; at what is picked already, lets go of it. */
    public void pick(Optional<Picked> picked) {
        show(scene.picking(picked));
    }

    public void step() {
        move((debugger, progress) -> debugger.step());
    }

    /** A step, or as much of it as there is before a breakpoint. */
    public void play() {
        move(Debugger::play);
    }

    public void back() {
        move((debugger, progress) -> debugger.back());
    }

    public void into() {
        move((debugger, progress) -> debugger.into());
    }

    public void out() {
        move((debugger, progress) -> debugger.out());
    }

    public void nextLine() {
        move((debugger, progress) -> debugger.nextLine());
    }

    public void previousLine() {
        move((debugger, progress) -> debugger.previousLine());
    }

    public void endOfPhase() {
        move((debugger, progress) -> debugger.endOfPhase());
    }

    public void restart() {
        move((debugger, progress) -> debugger.restart());
    }

    public void runTo(int node) {
        move((debugger, progress) -> debugger.runTo(node));
    }

    public void depth(Depth depth) {
        move((debugger, progress) -> debugger.depth(depth));
    }

    public void jump(Step step) {
        move((debugger, progress) -> debugger.jump(step, progress));
    }

    /** To the {@code index}-th step of an iteration at the depth it then has; to the last, where it has no such step. */
    public void jump(long iteration, long index) {
        move((debugger, progress) ->
                debugger.jump(iteration, Math.min(index, debugger.state().count() - 1), progress));
    }

    /** To an update of a training; breakpoints and watches stay. */
    public void travel(Trained trained) {
        start = trained.start(scene.sitting().map(Standing::of));
        read(() -> trained.reading(scene.draft()), Optional.empty(), trouble -> complain(trouble.phrase()));
    }

    public void continueRun() {
        run(Debugger::continueRun);
    }

    public void reverseContinue() {
        run(Debugger::reverseContinue);
    }

    private void run(BiFunction<Debugger, Progress, DebugState> wish) {
        run(new Going(wish), wish);
    }

    /** A run to the next stop; where there is none to come to, its words say so. */
    private void run(Going run, BiFunction<Debugger, Progress, DebugState> wish) {
        going = Optional.of(run);
        boolean stops = scene.sitting().filter(Sitting::stops).isPresent();
        change(
                stops ? RUNNING : Phrase.of("ui", "busy.unstopped"),
                (model, progress) -> wish.apply(model.debugger(), progress),
                () -> going = going.filter(now -> now != run),
                refused -> {});
    }

    /** Breakpoints and watches are taken at once: a run under way is broken off for them, and goes on. */
    private void changeStops(BiFunction<Running, Progress, DebugState> wish, Consumer<Phrase> refused) {
        Optional<Going> interrupted = going;
        interrupted.ifPresent(run -> tasks.cancel());
        change(RUNNING, wish, () -> {}, refused);
        interrupted.ifPresent(run -> run(new Going(run.wish()), run::on));
    }

    /** Ends the work under way early. */
    public void cancel() {
        tasks.cancel();
    }

    /** The breakpoints and watches, to be changed. */
    public Stops stops() {
        return new Stops(this::changeStops, this::ask);
    }

    /** Asks who wrote one number, and from what; told once it is known. */
    public void why(long iteration, int node, int element, Consumer<Cause> told) {
        ask(run -> run.debugger().why(iteration, node, element), told);
    }

    /** Writes another number into the source, for one element of a leaf, and runs it again; says why where it cannot. */
    public void change(int node, int element, double value) {
        scene.sitting().ifPresent(sitting -> {
            if (sitting.stale() || !isRead(sitting) && !scene.draft().text().equals(written)) {
                complain(Phrase.of("ui", "change.stale"));
                return;
            }
            try {
                written = scene.draft().mark() + NumberEdit.of(sitting.model(), node, element, value);
                edit(written);
            } catch (SourceError trouble) {
                complain(trouble.phrase());
            }
        });
    }

    private void read() {
        Draft draft = scene.draft();
        if (draft.text().isBlank()) {
            edits++;
            emptied();
            return;
        }
        read(() -> Reading.of(draft), this::troubled);
    }

    private void read(Supplier<Reading> reading, Consumer<SourceError> troubled) {
        read(reading, running, troubled);
    }

    /** @param before the run that it goes on from */
    private void read(Supplier<Reading> reading, Optional<Running> before, Consumer<SourceError> troubled) {
        Start first = start;
        long edit = ++edits;
        going.ifPresent(run -> tasks.cancel());
        going = Optional.empty();
        tasks.run(
                progress -> {
                    Reading read = reading.get();
                    boolean nothing = read.model().program().size() == 0 && before.isPresent();
                    return nothing ? Optional.<Begun>empty() : Optional.of(Begun.of(read, before, first, progress));
                },
                iteration -> reached(RUNNING, iteration),
                begun -> {
                    if (edit == edits) {
                        begun.ifPresentOrElse(this::begin, this::emptied);
                    }
                },
                trouble -> {
                    if (edit == edits && trouble instanceof SourceError error) {
                        troubled.accept(error);
                    } else if (edit == edits) {
                        scene = scene.reading(false);
                        complain(Mishap.phrase(trouble));
                    }
                });
    }

    private void begin(Begun begun) {
        Running run = begun.run();
        running = Optional.of(run);
        Optional<DebugScene.Said> said = scene.said();
        Optional<Picked> picked = scene.sitting()
                .map(old -> new Counterpart(
                        old.state().program(), begun.moved().state().program()))
                .flatMap(other -> scene.picked().flatMap(other::of));
        scene = scene.with(scene.draft().troubled(List.of()).sampled(run.model().sample()))
                .reading(false);
        sit(run, begun.moved(), false, picked);
        if (said.isPresent()) {
            show(scene.saying(said));
        }
        if (!begun.lost().isEmpty()) {
            say(Phrase.of("ui", "handover.lost", String.join(", ", begun.lost())));
        }
        begun.widened().ifPresent(why -> say(Phrase.of("ui", "sample.widened", why.phrase())));
    }

    private void troubled(SourceError trouble) {
        stay(List.of(trouble));
    }

    /** A text that computes nothing: what it computed last stays to be seen, and to be gone on with. */
    private void emptied() {
        stay(List.of());
    }

    private void stay(List<SourceError> troubles) {
        DebugScene next = scene.with(scene.draft().troubled(troubles))
                .with(Optional.empty())
                .reading(false);
        show(next.sitting().map(sitting -> next.with(sitting.outdated())).orElse(next));
    }

    /** Made from where a run under way has come to, which it breaks off. */
    private void move(BiFunction<Debugger, Progress, DebugState> wish) {
        going.ifPresent(run -> tasks.cancel());
        change(RUNNING, (run, progress) -> wish.apply(run.debugger(), progress), () -> {}, refused -> {});
    }

    /**
     * @param ended told when it is done, or has failed
     * @param refused told why it has failed
     */
    private void change(
            Phrase doing, BiFunction<Running, Progress, DebugState> wish, Runnable ended, Consumer<Phrase> refused) {
        running.ifPresent(run -> tasks.run(
                progress -> Moved.of(run, wish.apply(run, progress)),
                iteration -> reached(doing, iteration),
                moved -> {
                    ended.run();
                    if (running.filter(now -> now == run).isPresent()) {
                        boolean stale = scene.sitting().filter(Sitting::stale).isPresent();
                        sit(run, moved, stale, Optional.empty());
                    }
                },
                trouble -> {
                    ended.run();
                    complain(Mishap.phrase(trouble));
                    refused.accept(Mishap.phrase(trouble));
                }));
    }

    /** Asks the debugger something that changes nothing. */
    private <T> void ask(Function<Running, T> question, Consumer<T> answer) {
        running.ifPresent(run -> tasks.run(
                progress -> question.apply(run),
                iteration -> reached(RUNNING, iteration),
                answer,
                trouble -> complain(Mishap.phrase(trouble))));
    }

    /** @param stale whether the text has moved on, and cannot be run as it is */
    private void sit(Running run, Moved moved, boolean stale, Optional<Picked> picked) {
        DebugState state = moved.state();
        Explainer explainer = scene.sitting()
                .filter(sitting -> sitting.state().trace() == state.trace())
                .map(Sitting::explainer)
                .orElseGet(() -> run.explainer(state.trace(), scene.settings()));
        show(DebugScene.of(scene.draft(), scene.settings())
                .reading(scene.reading())
                .picking(picked)
                .with(new Sitting(
                        run.model(), state, moved.breakpoints(), moved.notFinite(), moved.pasts(), explainer, stale)));
    }

    private void reached(Phrase doing, long iteration) {
        show(scene.with(Optional.of(new DebugScene.Busy(doing, iteration))));
    }

    /** Says something in the status bar. */
    public void say(Phrase message) {
        say(new DebugScene.Said(message, false));
    }

    /** Says in the status bar what went wrong, or cannot be done. */
    public void complain(Phrase message) {
        say(new DebugScene.Said(message, true));
    }

    private void say(DebugScene.Said line) {
        show(scene.saying(Optional.of(line)).with(Optional.empty()));
    }

    private void show(DebugScene next) {
        scene = next;
        List.copyOf(views).forEach(view -> view.show(next));
    }
}
