package chainstep.homework.mistake;

import chainstep.explain.Explainer;
import chainstep.homework.Finding;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import chainstep.math.Digits;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a student what went wrong, with their own numbers and never the exact one. */
final class Telling {
    private final Worked worked;
    private final int question;
    private final String written;
    private final Explainer explainer;

    /** @param key which of the numbers is spoken of */
    Telling(Worked worked, int question, List<Optional<Digits>> numbers, int key) {
        Model model = worked.assignment().model();
        this.worked = worked;
        this.question = question;
        this.written = numbers.get(key).orElseThrow().text();
        this.explainer = new Explainer(worked.trace(), model.source().statements(), model.labels(), Locale.ENGLISH);
    }

    Finding.Slip slip(Alternative alternative) {
        String code = alternative.mistake().code();
        Change change = alternative.nearest();
        String about = change.about().stream()
                .distinct()
                .map(this::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        String site = name(change.site());
        Phrase explanation = Phrase.of(
                "homework",
                "mistake." + code + ".explanation",
                written,
                asked(),
                site.isEmpty() ? asked() : site,
                about.isEmpty() ? site : about);
        return new Finding.Slip(
                code, Phrase.of("homework", "mistake." + code + ".name"), explanation, change.site(), "");
    }

    private String asked() {
        return worked.assignment().questions().get(question).text();
    }

    private String name(int node) {
        return explainer.name(node).plain();
    }
}
