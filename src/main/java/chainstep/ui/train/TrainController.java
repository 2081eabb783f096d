package chainstep.ui.train;

import chainstep.data.Rows;
import chainstep.graph.Program;
import chainstep.lang.Source;
import chainstep.run.Snapshot;
import chainstep.train.Course;
import chainstep.train.Engine;
import chainstep.train.Engines;
import chainstep.train.Predictor;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.train.TrainScene.Choice;
import chainstep.ui.train.TrainScene.Kind;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.swing.Timer;

/**
 * Alone trains: every wish about it comes in here, and every view is shown the scene it leads to.
 *
 * <p>Called on the event thread. Training goes on beside it, and what is shown of it is asked for thirty times a second.
 */
public final class TrainController implements DebugView {
    /** How many epochs there are where the file does not say. */
    static final int EPOCHS_UNSAID = 100;

    private static final int FRAME_MS = 33;
    /** At every so many frames the units are asked. */
    private static final int LOOKS = 2;

    private final Tasks training;
    private final Tasks asking;
    private final LongSupplier nanos;
    private final Observer observer;
    private final List<TrainView> views = new ArrayList<>();
    private final Timer frames = new Timer(FRAME_MS, tick -> look());
    private TrainScene scene;
    /** The text that the lesson was made from. */
    private Optional<Draft> read = Optional.empty();

    /** After a gentle change: whether it was running. */
    private Optional<Boolean> going = Optional.empty();

    private boolean seen;
    private long readings;
    private long frame;

    /** @param nanos a clock */
    public TrainController(Tasks tasks, Settings settings, LongSupplier nanos) {
        this.training = tasks.beside();
        this.asking = tasks.beside();
        this.nanos = nanos;
        this.observer = new Observer(tasks, this::take, () -> scene);
        this.scene = TrainScene.of(Draft.EMPTY, settings, new Choice("jvm", Pace.FULL));
    }

    public TrainScene scene() {
        return scene;
    }

    /** Adds a view, which is shown the scene at once. */
    public void add(TrainView view) {
        views.add(view);
        view.show(scene);
    }

    /** The page is turned to, or away from: only what is seen is made ready; training goes on. */
    public void turn(boolean now) {
        seen = now;
        follow();
    }

    @Override
    public void show(DebugScene debug) {
        boolean same = debug.draft().equals(scene.draft()) && debug.settings().equals(scene.settings());
        scene = scene.with(debug.draft()).with(debug.settings());
        if (!debug.reading()) {
            follow();
        }
        if (!same) {
            show(scene);
        }
    }

    /** Makes a lesson of the text where it is another, and the page is seen. */
    private void follow() {
        Draft draft = scene.draft();
        boolean known = read.filter(draft(draft)::equals).isPresent();
        if (!seen || known) {
            return;
        } else if (draft.text().isBlank()) {
            close(Kind.EMPTY);
        } else if (!draft.troubles().isEmpty()) {
            close(Kind.BROKEN);
        } else {
            read = Optional.of(draft(draft));
            read(draft, scene.choice().engine(), going.flatMap(running -> scene.state()));
        }
    }

    /** What a lesson depends on of a draft. */
    private static Draft draft(Draft draft) {
        return new Draft(draft.text(), draft.file(), draft.origin(), "", List.of(), OptionalInt.empty());
    }

    /**
     * Tries another text: where it can be run it is taken, else the reason is told.
     *
     * @param gentle whether training goes on where it is
     * @param taken writes it
     */
    public void propose(String text, boolean gentle, Runnable taken) {
        Draft draft = scene.draft();
        asking.run(
                progress -> course(draft.edited(text)),
                iteration -> {},
                course -> {
                    going = gentle && scene.isOpen() ? Optional.of(scene.isRunning()) : Optional.empty();
                    taken.run();
                },
                trouble -> say(new Said(Outcome.why(trouble), true)));
    }

    /** The lesson there was stays to be seen while a text is broken; nothing runs. */
    private void close(Kind kind) {
        pause();
        read = Optional.empty();
        show(scene.with(kind).saying(Optional.empty()));
    }

    /** @param from where it goes on; the beginning where it is empty */
    private void read(Draft draft, String engine, Optional<Snapshot> from) {
        long reading = ++readings;
        training.cancel();
        frames.stop();
        show(scene.with(Kind.READING).saying(Optional.empty()));
        training.run(
                progress -> lesson(draft, engine, from),
                iteration -> {},
                lesson -> {
                    if (reading == readings) {
                        begin(lesson);
                    }
                },
                trouble -> {
                    if (reading == readings) {
                        refuse(trouble);
                    }
                });
    }

    private Lesson lesson(Draft draft, String engine, Optional<Snapshot> from) {
        Engine chosen = Engines.named(engine).orElseThrow();
        Course course = course(draft);
        Runner runner = new Runner(course, chosen, nanos);
        from.filter(state -> isOf(course.program(), state)).ifPresent(runner::begin);
        return Lesson.of(course, engine, runner);
    }

    private static Course course(Draft draft) {
        return Course.of(Source.of(draft.name().orElse("model"), draft.text()), draft.folder());
    }

    /** Whether a program carries as many numbers as a state holds. */
    private static boolean isOf(Program program, Snapshot state) {
        boolean fits = program.carries().size() == state.size();
        for (int k = 0; fits && k < state.size(); k++) {
            int size = program.node(program.carries().get(k).leaf()).shape().size();
            fits = size == state.values(k).length;
        }
        return fits;
    }

    private void begin(Lesson lesson) {
        show(scene.begun(lesson, KeptRuns.before(scene, lesson)));
        observer.begin(lesson);
        boolean on = going.orElse(false);
        going = Optional.empty();
        if (on) {
            start();
        }
    }

    /** Lets go of a training kept to compare with. */
    public void forget(int place) {
        show(scene.beside(
                scene.earlier().stream().filter(run -> run.place() != place).toList()));
    }

    public void forgetAll() {
        show(scene.beside(List.of()));
    }

    private void refuse(RuntimeException trouble) {
        Phrase why = Outcome.why(trouble);
        show(scene.with(Kind.UNTRAINABLE).saying(Optional.of(new Said(why, true))));
    }

    /** Trains to the last epoch that the file asks for; where that has come, as many again. */
    public void start() {
        long goal = Math.max(1, scene.goal());
        scene.state().ifPresent(at -> run((at.iteration() / goal + 1) * goal));
    }

    public void oneUpdate() {
        scene.state().ifPresent(at -> run(at.iteration() + 1));
    }

    public void oneEpoch() {
        scene.state().ifPresent(at -> {
            long each = scene.lesson().orElseThrow().course().perEpoch();
            run((at.iteration() / each + 1) * each);
        });
    }

    /** Trains up to so many epochs since the beginning. */
    public void toEpoch(long epoch) {
        scene.lesson().ifPresent(lesson -> run(epoch * lesson.course().perEpoch()));
    }

    private void run(long end) {
        if (!scene.isOpen() || scene.isRunning()) {
            return;
        }
        Lesson lesson = scene.lesson().orElseThrow();
        lesson.runner().pace(scene.choice().pace());
        rewind(lesson);
        observer.work();
        show(scene.with(Kind.RUNNING).showing(-1).saying(Optional.empty()));
        frames.start();
        training.run(
                progress -> lesson.runner().to(end, progress), iteration -> {}, far -> ended(lesson, far), trouble -> {
                    frames.stop();
                    refuse(trouble);
                });
    }

    /** Goes on from the state that is looked at. */
    private void rewind(Lesson lesson) {
        if (scene.shown() >= 0) {
            Snapshot from = scene.state().orElseThrow();
            training.run(
                    progress -> {
                        lesson.runner().resume(from);
                        return from;
                    },
                    iteration -> {},
                    done -> {},
                    trouble -> {});
        }
    }

    private void ended(Lesson lesson, Progressed far) {
        if (scene.lesson().filter(lesson::equals).isEmpty()) {
            return;
        }
        frames.stop();
        Optional<Said> said = Outcome.said(lesson, far, scene.goal());
        show(scene.with(far)
                .with(scene.kind() == Kind.RUNNING ? Kind.READY : scene.kind())
                .saying(said));
        observer.rest();
    }

    /** Ends training for now. */
    public void pause() {
        if (scene.isRunning()) {
            training.cancel();
        }
    }

    /** Back to the parameters of the beginning; what was trained stays as a curve to compare with. */
    public void reset() {
        if (scene.lesson().isPresent()) {
            read(scene.draft(), scene.choice().engine(), Optional.empty());
        }
    }

    /** Trains with another engine; it goes on where the one before it was. */
    public void engine(String engine) {
        if (!engine.equals(scene.choice().engine())) {
            show(scene.with(new Choice(engine, scene.choice().pace())));
            if (scene.lesson().isPresent()) {
                read(scene.draft(), engine, scene.state());
            }
        }
    }

    /** Goes by otherwise; a training under way too. */
    public void pace(Pace pace) {
        show(scene.with(new Choice(scene.choice().engine(), pace)));
        scene.lesson().ifPresent(lesson -> lesson.runner().pace(pace));
    }

    /** Looks at a state of the reel; −1 for the one the training is in. */
    public void look(int frame) {
        if (scene.shown() != frame) {
            show(scene.showing(frame));
            observer.look();
        }
    }

    private void look() {
        frame++;
        scene.lesson().ifPresent(lesson -> {
            scene = scene.with(lesson.runner().now());
            views.stream().filter(view -> view.isDue(frame)).toList().forEach(view -> view.show(scene));
        });
        if (frame % LOOKS == 0) {
            observer.look();
        }
    }

    /** What was found out: while it runs, the next frame shows it. */
    private void take(TrainScene next) {
        scene = next;
        if (!next.isRunning()) {
            show(next);
        }
    }

    /**
     * Asks the model, in the state looked at, about rows of one's own.
     *
     * @param told given the answers
     * @param refused given why there are none
     */
    public void predict(Supplier<Rows> rows, Consumer<Answered> told, Consumer<Phrase> refused) {
        Course course = scene.lesson().orElseThrow().course();
        Snapshot state = scene.state().orElseThrow();
        asking.run(
                progress -> {
                    Rows asked = rows.get();
                    return new Answered(asked, state, Predictor.of(course, state, asked));
                },
                iteration -> {},
                told,
                trouble -> refused.accept(Outcome.why(trouble)));
    }

    /** Says something below the page. */
    public void say(Said said) {
        show(scene.saying(Optional.of(said)));
    }

    private void show(TrainScene next) {
        scene = next;
        List.copyOf(views).forEach(view -> view.show(next));
    }
}
