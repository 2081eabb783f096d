package chainstep.homework.mistake;

import chainstep.explain.Explainer;
import chainstep.graph.Role;
import chainstep.homework.Finding;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import chainstep.math.Digits;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a student what went wrong, with their own numbers and never the exact one. */
final class Telling {
    private final Worked worked;
    private final Ground ground;
    private final int question;
    private final String written;
    private final Explainer explainer;
    private final Marking marking;

    /** @param key which of the numbers is spoken of */
    Telling(Worked worked, Ground ground, int question, List<Optional<Digits>> numbers, int key) {
        Model model = worked.assignment().model();
        this.worked = worked;
        this.ground = ground;
        this.question = question;
        this.written = numbers.get(key).orElseThrow().text();
        this.explainer = new Explainer(worked.trace(), model.source().statements(), model.labels(), Locale.ENGLISH);
        this.marking = new Marking(ground, explainer, worked.places(question).get(key));
    }

    Finding.Slip slip(Alternative alternative) {
        String code = alternative.mistake().code();
        String words = "mistake." + alternative.mistake().words();
        Change change = alternative.nearest();
        String about = about(change);
        String site = name(change.site());
        Phrase explanation = Phrase.of(
                "homework",
                words + ".explanation",
                written,
                asked(),
                site.isEmpty() ? asked() : site,
                about.isEmpty() ? site : about);
        return new Finding.Slip(
                code, Phrase.of("homework", words + ".name"), explanation, change.site(), marking.of(alternative));
    }

    /** What a mistake speaks of: for paths, what they lead through. */
    private String about(Change change) {
        Optional<Link> link = ground.link(ground.node(change.site()));
        Stream<String> names = change.parts().isEmpty() || link.isEmpty()
                ? change.about().stream().map(this::through)
                : change.parts().stream()
                        .map(part ->
                                explainer.element(link.get().upstream(), part).plain());
        return names.distinct().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    private String through(int node) {
        boolean term = ground.node(node).role() instanceof Role.Term one
                && ground.gradient(one.of(), one.wrt()).orElse(-1) != node;
        return name(
                term
                        ? ground.link(ground.node(node))
                                .map(link -> link.through().id())
                                .orElse(node)
                        : node);
    }

    private String asked() {
        return worked.assignment().questions().get(question).text();
    }

    private String name(int node) {
        return ground.later(node)
                .map(later -> "at(" + later.iteration() + ", "
                        + explainer.name(later.node()).plain() + ")")
                .orElseGet(() -> explainer.name(node).plain());
    }
}
