package chainstep.homework.mistake;

import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.Finding;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import chainstep.math.Digits;
import chainstep.op.Slice;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a student what went wrong, with their own numbers and never the exact one. */
final class Telling {
    /** How the explainer tells gradients of one name from each other. */
    private static final Pattern MARKED = Pattern.compile("\\bvia ");

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
        this.marking = new Marking(ground, explainer, spoken(worked.places(question), key));
    }

    /** Of an answer in another shape there may be no such place. */
    private static Place spoken(List<Place> places, int key) {
        return places.get(Math.min(key, places.size() - 1));
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
                about.isEmpty() ? site : about,
                change.about().size() == 2 ? link(change) : about);
        return new Finding.Slip(
                code, Phrase.of("homework", words + ".name"), explanation, change.site(), marking.of(alternative));
    }

    /** What a mistake speaks of: for paths, what they lead through. */
    private String about(Change change) {
        Optional<Link> link = ground.link(ground.node(change.site()));
        Stream<String> names = change.parts().isEmpty() || link.isEmpty()
                ? change.about().stream().map(change.mistake() instanceof WrongElement ? this::name : this::through)
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
                                .map(link -> beyond(link.through()))
                                .orElse(node)
                        : node);
    }

    /** A part that is picked, w₁ of w, is no way by itself: the named value that reads it is. */
    private int beyond(Node through) {
        Node at = through;
        while (!at.isNamed() && (at != through || at.op() instanceof Slice)) {
            List<Node> next = ground.readers(at.id()).stream()
                    .map(ground::node)
                    .filter(ground::isForward)
                    .toList();
            if (next.size() != 1) {
                return through.id();
            }
            at = next.get(0);
        }
        return at.id();
    }

    /** ∂z/∂h, of a link of the chain. */
    private String link(Change change) {
        return fraction(change.about().get(0), change.about().get(1));
    }

    private String asked() {
        List<Place> places = worked.places(question);
        Place first = places.get(0);
        Node node = ground.node(first.node());
        boolean own = first.node() < ground.own() && !(node.role() instanceof Role.Update) || ground.isGradient(node);
        if (!own || places.stream().anyMatch(place -> place.node() != first.node())) {
            return worked.assignment().questions().get(question).text();
        }
        return places.size() == 1 && node.shape().size() > 1
                ? explainer.element(first.node(), first.element()).plain()
                : name(first.node());
    }

    private String name(int node) {
        return ground.later(node)
                .map(later -> "at(" + later.iteration() + ", " + own(later.node()) + ")")
                .orElseGet(() -> own(node));
    }

    /** A gradient by a value without a name is written without the mark that tells which use it came back by. */
    private String own(int node) {
        String name = explainer.name(node).plain();
        OptionalInt by = ground.by(ground.node(node));
        return by.isPresent() && MARKED.matcher(name).find() ? fraction(ground.loss(node), by.getAsInt()) : name;
    }

    private String fraction(int above, int below) {
        return "∂" + bracketed(explainer.name(above).plain()) + "/∂"
                + bracketed(explainer.name(below).plain());
    }

    private static String bracketed(String name) {
        return name.contains(" ") && !name.endsWith(")") ? "(" + name + ")" : name;
    }
}
