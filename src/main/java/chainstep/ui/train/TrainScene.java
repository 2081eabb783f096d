package chainstep.ui.train;

import chainstep.run.Snapshot;
import chainstep.train.Agreement;
import chainstep.train.LossSurface;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Trained;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the Train page shows, at one moment.
 *
 * @param lesson empty where nothing can be trained
 * @param now how far it is; there with a lesson
 * @param shown which state of the reel is looked at; −1 for the one it is in
 * @param earlier trainings with other settings, to compare with, the oldest first
 */
public record TrainScene(
        Kind kind,
        Draft draft,
        Settings settings,
        Choice choice,
        Optional<Lesson> lesson,
        Optional<Progressed> now,
        int shown,
        Optional<Vision> vision,
        Optional<LossSurface> surface,
        Optional<Agreement> agreement,
        List<Run> earlier,
        Optional<Said> said) {
    /** How things stand. */
    public enum Kind {
        /** No file is open. */
        EMPTY,
        /** The text cannot be run. */
        BROKEN,
        /** The text minimizes nothing, or nothing in it can change. */
        UNTRAINABLE,
        /** It is being made ready. */
        READING,
        /** It can be trained. */
        READY,
        /** It is being trained. */
        RUNNING
    }

    /**
     * How it is trained.
     *
     * @param engine by its name
     */
    public record Choice(String engine, Pace pace) {}

    public TrainScene {
        earlier = List.copyOf(earlier);
    }

    static TrainScene of(Draft draft, Settings settings, Choice choice) {
        return new TrainScene(
                Kind.EMPTY,
                draft,
                settings,
                choice,
                Optional.empty(),
                Optional.empty(),
                -1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The state looked at; there with a lesson. */
    Optional<Snapshot> state() {
        return now.map(
                far -> shown >= 0 && shown < far.reel().size() ? far.reel().get(shown) : far.state());
    }

    /** What was measured up to the state looked at. */
    Optional<Mark> mark() {
        long updates = state().map(Snapshot::iteration).orElse(0L);
        return now.flatMap(far ->
                far.marks().stream().filter(mark -> mark.updates() <= updates).reduce((first, second) -> second));
    }

    /** How many updates the training has in all; 0 without a lesson. */
    long goal() {
        return lesson.map(each -> each.updates(TrainController.EPOCHS_UNSAID)).orElse(0L);
    }

    /** How many samples a second are learnt from, as it is told; empty where unknown. */
    public Optional<String> speed() {
        double rate = now.map(Progressed::rate).orElse(0.0);
        return rate > 0 ? lesson.map(each -> Rate.told(rate * each.course().batch())) : Optional.empty();
    }

    /** The update that comes next after the state looked at; there with a lesson. */
    public Optional<Trained> trained() {
        return now.map(far -> {
            Snapshot at = state().orElseThrow();
            return new Trained(with(far.reel(), at), at.iteration(), Trained.Place.START, Optional.empty());
        });
    }

    /** The update that training stopped at by itself. */
    public Optional<Trained> stopped() {
        return now.flatMap(far -> far.diverged()
                .map(at -> new Trained(
                        with(far.reel(), at.before()), at.iteration(), Trained.Place.NOT_FINITE, Optional.empty()))
                .or(() -> far.halted()
                        .map(at -> new Trained(
                                with(far.reel(), at.before()),
                                at.iteration(),
                                Trained.Place.BREAKPOINT,
                                Optional.empty()))));
    }

    private static List<Snapshot> with(List<Snapshot> reel, Snapshot one) {
        return Stream.concat(reel.stream(), Stream.of(one)).toList();
    }

    /** Whether there are trainings to compare with. */
    public boolean compares() {
        return !earlier.isEmpty();
    }

    /** Whether answers are right or wrong, not near or far. */
    public boolean hasAccuracy() {
        return lesson.filter(each -> !each.classes().isEmpty()).isPresent();
    }

    /** Whether rows of one's own can be asked about. */
    public boolean canPredict() {
        return lesson.filter(
                        each -> each.outlook().isPresent() && each.prediction().isPresent())
                .isPresent();
    }

    public boolean isRunning() {
        return kind == Kind.RUNNING;
    }

    /** Whether it can be trained, or is. */
    public boolean isOpen() {
        return lesson.isPresent() && (kind == Kind.READY || kind == Kind.RUNNING);
    }

    TrainScene with(Kind other) {
        return new TrainScene(
                other, draft, settings, choice, lesson, now, shown, vision, surface, agreement, earlier, said);
    }

    TrainScene with(Draft other) {
        return new TrainScene(
                kind, other, settings, choice, lesson, now, shown, vision, surface, agreement, earlier, said);
    }

    TrainScene with(Settings other) {
        return new TrainScene(
                kind, draft, other, choice, lesson, now, shown, vision, surface, agreement, earlier, said);
    }

    TrainScene with(Choice other) {
        return new TrainScene(
                kind, draft, settings, other, lesson, now, shown, vision, surface, agreement, earlier, said);
    }

    /** With another course, at its beginning. */
    TrainScene begun(Lesson other, List<Run> before) {
        return new TrainScene(
                Kind.READY,
                draft,
                settings,
                choice,
                Optional.of(other),
                Optional.of(other.runner().now()),
                -1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                Optional.empty());
    }

    TrainScene with(Progressed other) {
        return new TrainScene(
                kind,
                draft,
                settings,
                choice,
                lesson,
                Optional.of(other),
                shown,
                vision,
                surface,
                agreement,
                earlier,
                said);
    }

    TrainScene showing(int frame) {
        return new TrainScene(
                kind, draft, settings, choice, lesson, now, frame, vision, surface, agreement, earlier, said);
    }

    TrainScene with(Vision other) {
        return new TrainScene(
                kind,
                draft,
                settings,
                choice,
                lesson,
                now,
                shown,
                Optional.of(other),
                surface,
                agreement,
                earlier,
                said);
    }

    TrainScene with(LossSurface other) {
        return new TrainScene(
                kind,
                draft,
                settings,
                choice,
                lesson,
                now,
                shown,
                vision,
                Optional.of(other),
                agreement,
                earlier,
                said);
    }

    TrainScene with(Agreement other) {
        return new TrainScene(
                kind, draft, settings, choice, lesson, now, shown, vision, surface, Optional.of(other), earlier, said);
    }

    TrainScene beside(List<Run> others) {
        return new TrainScene(
                kind, draft, settings, choice, lesson, now, shown, vision, surface, agreement, others, said);
    }

    TrainScene saying(Optional<Said> other) {
        return new TrainScene(
                kind, draft, settings, choice, lesson, now, shown, vision, surface, agreement, earlier, other);
    }
}
