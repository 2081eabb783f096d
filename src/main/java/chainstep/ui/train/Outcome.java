package chainstep.ui.train;

import chainstep.data.DataException;
import chainstep.graph.OperandException;
import chainstep.lang.SourceError;
import chainstep.train.TrainException;
import chainstep.ui.DebugScene.Said;
import chainstep.words.Phrase;
import java.util.Optional;

/** What came of a training, in words. */
final class Outcome {
    private Outcome() {}

    /** Why it stands where it does; nothing where somebody stopped it. */
    static Optional<Said> said(Lesson lesson, Progressed far, long goal) {
        long each = lesson.course().perEpoch();
        if (far.diverged().isPresent()) {
            long update = far.diverged().get().iteration();
            return Optional.of(new Said(Phrase.of("ui", "train.diverged", update / each + 1, update), true));
        } else if (far.halted().isPresent()) {
            long update = far.halted().get().iteration();
            String condition = lesson.conditions().get(far.halted().get().condition());
            return Optional.of(new Said(Phrase.of("ui", "train.halted", condition, update / each + 1, update), false));
        } else if (far.early().isPresent()) {
            return Optional.of(new Said(
                    Phrase.of(
                            "ui",
                            "train.early",
                            far.state().iteration() / each,
                            far.early().get()),
                    false));
        } else if (far.state().iteration() > 0 && far.state().iteration() == goal) {
            return Optional.of(new Said(Phrase.of("ui", "train.ended", goal / each), false));
        }
        return Optional.empty();
    }

    /** What kept it from being. */
    static Phrase why(RuntimeException trouble) {
        if (trouble instanceof TrainException none) {
            return none.phrase();
        } else if (trouble instanceof SourceError error) {
            return error.phrase();
        } else if (trouble instanceof DataException data) {
            return data.phrase();
        }
        return trouble instanceof OperandException operand
                ? new Phrase("op", operand.key(), operand.arguments())
                : Phrase.of("ui", "bug", trouble);
    }
}
