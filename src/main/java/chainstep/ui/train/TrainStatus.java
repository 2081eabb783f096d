package chainstep.ui.train;

import chainstep.lang.Take;
import chainstep.math.Format;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.derivation.Style;
import chainstep.ui.status.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The line below the Train page: the engine, loss and accuracy at the state looked at, and what there is to say. */
public final class TrainStatus extends StatusLine implements TrainView {
    /** @param pressed opens the batch that training stopped at */
    public TrainStatus(Runnable pressed) {
        super("train.status", pressed);
    }

    @Override
    public void show(TrainScene scene) {
        Style style = new Style(scene.settings());
        boolean open = scene.lesson().isPresent() && scene.kind() != TrainScene.Kind.UNTRAINABLE;
        boolean stopped = scene.now()
                .filter(far -> far.diverged().isPresent() || far.halted().isPresent())
                .isPresent();
        tell(
                scene.settings(),
                new Told(
                        open
                                ? "● "
                                        + style.say("train.engine."
                                                + scene.lesson().orElseThrow().engine())
                                : "",
                        open ? scene.mark().map(mark -> scores(mark, style)).orElse("") : "",
                        scene.said()
                                .map(said -> said.phrase().in(scene.settings().locale()))
                                .orElse(""),
                        scene.said().filter(Said::wrong).isPresent(),
                        "",
                        stopped && scene.said().isPresent()
                                ? Optional.of(style.say("train.stopped.open"))
                                : Optional.empty()));
    }

    private static String scores(Mark mark, Style style) {
        List<String> parts = new ArrayList<>();
        for (Take.Part part : List.of(Take.Part.TRAINING, Take.Part.VALIDATION, Take.Part.TEST)) {
            String name = style.say("train.part." + part.name().toLowerCase(Locale.ROOT));
            mark.loss(part)
                    .ifPresent(loss -> parts.add(
                            style.say("train.status.loss", name, Format.typographic(Format.significant(loss, 4)))));
        }
        Take.Part last = mark.accuracy(Take.Part.TEST).isPresent()
                ? Take.Part.TEST
                : mark.accuracy(Take.Part.VALIDATION).isPresent() ? Take.Part.VALIDATION : Take.Part.TRAINING;
        mark.accuracy(last)
                .ifPresent(accuracy -> parts.add(style.say(
                        "train.status.accuracy",
                        style.say("train.part." + last.name().toLowerCase(Locale.ROOT)),
                        String.format(Locale.ROOT, "%.1f", 100 * accuracy))));
        return String.join(" · ", parts);
    }
}
