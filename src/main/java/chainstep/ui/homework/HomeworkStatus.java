package chainstep.ui.homework;

import chainstep.homework.Verdict;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Settings;
import chainstep.ui.status.StatusLine;
import chainstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The line below the Homework page: when it was marked, how the answers stand, what there is to say, whether the sheet is saved. */
public final class HomeworkStatus extends StatusLine implements HomeworkView {
    /** @param pressed breaks the marking of a folder off, or shows what came of it */
    public HomeworkStatus(Runnable pressed) {
        super("homework.status", pressed);
    }

    @Override
    public void show(HomeworkScene scene) {
        Settings settings = scene.settings();
        Words words = Words.of("ui", settings.locale());
        boolean sheet = scene.kind() == HomeworkScene.Kind.SHEET;
        Optional<ClassRun> going = scene.run().filter(ClassRun::going);
        String line = going.map(run -> words.say("homework.mark.going", run.done(), run.of()))
                .or(() -> scene.said().map(said -> said.phrase().in(settings.locale())))
                .orElse("");
        boolean page = scene.run().flatMap(ClassRun::page).isPresent() && !line.isEmpty();
        tell(
                settings,
                new Told(
                        sheet ? "● " + checked(words, scene) : "",
                        sheet
                                ? scene.checked()
                                        .map(last -> counts(words, scene, last))
                                        .orElse("")
                                : "",
                        line,
                        going.isEmpty() && scene.said().filter(Said::wrong).isPresent(),
                        sheet ? saved(words, scene) : "",
                        going.isPresent()
                                ? Optional.of(words.say("status.cancel"))
                                : Optional.of("command.homework.class")
                                        .filter(key -> page)
                                        .map(words::say)));
    }

    private static String checked(Words words, HomeworkScene scene) {
        Optional<Checked> last = scene.checked();
        if (scene.working()) {
            return words.say("homework.status.checking");
        } else if (last.isEmpty()) {
            return words.say("homework.status.unchecked");
        }
        boolean current = last.get().paper().written().equals(scene.paper().written());
        long millis = last.get().millis();
        return current
                ? millis > 0 ? words.say("homework.status.checked.in", millis) : words.say("homework.status.checked")
                : words.say("homework.status.changed");
    }

    private static String counts(Words words, HomeworkScene scene, Checked last) {
        List<String> parts = new ArrayList<>();
        long blank = scene.count(Verdict.BLANK);
        long answers = last.paper().lines().size() - blank;
        parts.add(words.say("homework.status.answers", answers));
        for (Verdict verdict : List.of(Verdict.RIGHT, Verdict.SLIP, Verdict.CARRIED, Verdict.UNREADABLE)) {
            long count = scene.count(verdict);
            if (count > 0) {
                parts.add(words.say("homework.status." + verdict.name().toLowerCase(Locale.ROOT), count));
            }
        }
        long revealed =
                last.paper().lines().stream().filter(Paper.Line::revealed).count();
        if (revealed > 0) {
            parts.add(words.say("homework.status.revealed", revealed));
        }
        if (blank > 0) {
            parts.add(words.say("homework.status.blank", blank));
        }
        return String.join(" · ", parts);
    }

    private static String saved(Words words, HomeworkScene scene) {
        if (scene.paper().isBlank()) {
            return "";
        }
        return scene.file()
                .map(file -> words.say(
                        scene.saved() ? "homework.status.saved" : "homework.status.unsaved",
                        file.getFileName().toString()))
                .orElseGet(() -> words.say("homework.status.kept"));
    }
}
