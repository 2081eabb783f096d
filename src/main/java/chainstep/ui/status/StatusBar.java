package chainstep.ui.status;

import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.math.Format;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.words.Words;
import java.util.Locale;
import java.util.Optional;

/** The line below the page: engine and size of the model, what there is to say or is being done, and whether the text is saved. */
public final class StatusBar extends StatusLine implements DebugView {
    public StatusBar(DebugController controller) {
        super("status", controller::cancel);
    }

    @Override
    public void show(DebugScene scene) {
        Settings settings = scene.settings();
        Words words = Words.of("ui", settings.locale());
        Optional<String> trouble = trouble(words, scene, settings.locale())
                .or(() -> scene.sitting().flatMap(sitting -> notFinite(words, sitting)));
        String line = scene.busy()
                .map(busy -> busy(words, busy, settings.locale()))
                .or(() -> scene.message().map(phrase -> phrase.in(settings.locale())))
                .or(() -> trouble)
                .or(() -> Optional.of("status.emptied")
                        .filter(key -> scene.isEmptied())
                        .map(words::say))
                .or(() -> scene.sitting().flatMap(sitting -> Halt.of(sitting, settings.locale())))
                .orElse("");
        boolean wrong = scene.busy().isEmpty()
                && scene.said().map(DebugScene.Said::wrong).orElse(trouble.isPresent());
        tell(
                settings,
                new Told(
                        "● " + words.say("status.engine"),
                        scene.sitting().map(sitting -> counts(words, sitting)).orElse(""),
                        line,
                        wrong,
                        saved(words, scene.draft()),
                        scene.busy().map(busy -> words.say("status.cancel"))));
    }

    private static String counts(Words words, Sitting sitting) {
        Program program = sitting.model().program();
        long parameters = program.nodes().stream()
                .filter(node -> node.isLeaf(Leaf.Kind.PARAM))
                .mapToLong(node -> node.shape().size())
                .sum();
        return words.say("status.counts", sitting.model().names().size(), parameters);
    }

    private static String busy(Words words, DebugScene.Busy busy, Locale locale) {
        String what = busy.what().in(locale);
        return busy.iteration() < 0 ? what : words.say("status.busy", what, busy.iteration());
    }

    /** What is wrong with the text, and whether what is stepped is therefore the last one that worked. */
    private static Optional<String> trouble(Words words, DebugScene scene, Locale locale) {
        String key = scene.sitting().filter(Sitting::stale).isPresent() ? "status.trouble.stale" : "status.trouble";
        return scene.draft().troubles().stream()
                .findFirst()
                .map(one -> words.say(key, one.line(), one.message(locale)));
    }

    /** The first number that is not finite, and the line that wrote it. */
    private static Optional<String> notFinite(Words words, Sitting sitting) {
        return sitting.notFinite()
                .map(first -> words.say(
                        "status.notfinite",
                        sitting.explainer()
                                .element(first.node(), first.element())
                                .plain(),
                        Format.typographic(Format.significant(first.value(), 6)),
                        sitting.model().program().node(first.node()).origin().line()));
    }

    private static String saved(Words words, Draft draft) {
        if (draft.isEmpty()) {
            return "";
        }
        return draft.name()
                .map(name -> words.say(draft.isChanged() ? "status.changed" : "status.saved", name))
                .orElseGet(() -> words.say("status.unsaved"));
    }
}
