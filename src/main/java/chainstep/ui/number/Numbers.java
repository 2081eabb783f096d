package chainstep.ui.number;

import chainstep.graph.Leaf;
import chainstep.lang.Lexeme;
import chainstep.lang.Model;
import chainstep.lang.NumberEdit;
import chainstep.lang.Source;
import chainstep.lang.Span;
import chainstep.math.Digits;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.number.PlacedNumber.Use;
import chainstep.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers of the source that can be changed, by what they stand for or by where they stand. */
public final class Numbers {
    private static final Set<String> SIGNS = Set.of("-", "\u2212");
    private static final Set<String> OPENERS = Set.of("(", "[", ",", "=");

    private final DebugController controller;

    public Numbers(DebugController controller) {
        this.controller = controller;
    }

    /** An editor for an element of a leaf, of a whole leaf its first; empty for any other, of which the status bar then tells why. */
    public Optional<NumberEditor> of(Picked picked) {
        int element = Math.max(0, picked.element());
        Optional<Sitting> sitting = controller.scene().sitting().filter(each -> !each.stale());
        if (sitting.filter(each -> NumberEdit.canEdit(each.model(), picked.node()))
                .isEmpty()) {
            controller.change(picked.node(), element, 0);
            return Optional.empty();
        }
        Sitting at = sitting.get();
        Optional<Written> placed = NumberEdit.place(at.model(), picked.node(), element)
                .filter(place -> isRead(at.model()))
                .map(place -> element(at, new Picked(picked.node(), element), place));
        return Optional.of(new NumberEditor(
                controller,
                placed.orElseGet(() -> new DrawnNumber(
                        controller,
                        at.model().program().node(picked.node()),
                        element,
                        called(at, new Picked(picked.node(), element))))));
    }

    /** Its name; of what an update changes, in a later iteration, that it is the number it began with. */
    private String called(Sitting sitting, Picked number) {
        String name =
                sitting.explainer().element(number.node(), number.element()).plain();
        boolean later = sitting.state().iteration() > 0
                && sitting.model().program().next(number.node()).isPresent();
        return later ? Words.of("ui", controller.scene().settings().locale()).say("number.first", name) : name;
    }

    private Written element(Sitting sitting, Picked number, Span place) {
        Source source = sitting.model().source();
        int mark = mark();
        return new PlacedNumber(
                controller,
                called(sitting, number),
                Use.ELEMENT,
                ((Leaf) sitting.model().program().node(number.node()).op())
                        .supply()
                        .exact(number.element(), 0)
                        .doubleValue(),
                mark + source.index(place.line(), place.column()),
                mark + source.index(place.endLine(), place.endColumn()));
    }

    private String text() {
        return controller.scene().draft().text();
    }

    /** How many chars stand before the text that is read. */
    private int mark() {
        return text().startsWith("\uFEFF") ? 1 : 0;
    }

    private boolean isRead(Model model) {
        return text().substring(mark()).equals(model.source().text());
    }

    /** A number as it stands in a line of the draft, its own sign with it; columns are chars from 0. */
    public record Place(int line, int from, int to, boolean isCount) {}

    /** The number that a char of a line of the draft's text belongs to. */
    public Optional<Place> at(int line, int column) {
        Source source = Source.of("", text());
        String written = line <= source.lines() ? source.line(line) : "";
        List<Lexeme> pieces = Lexeme.of(written);
        for (int k = 0; k < pieces.size(); k++) {
            Lexeme piece = pieces.get(k);
            if (piece.kind() == Lexeme.Kind.NUMBER && piece.from() <= column && column <= piece.to()) {
                int from = isSigned(written, pieces, k) ? pieces.get(k - 1).from() : piece.from();
                return Optional.of(new Place(line, from, piece.to(), isCount(written, pieces, k)))
                        .filter(place -> isNumber(written.substring(from, piece.to())));
            }
        }
        return Optional.empty();
    }

    /** Whether the sign before a number is its own, and no difference of two. */
    private static boolean isSigned(String line, List<Lexeme> pieces, int k) {
        return k > 1
                && SIGNS.contains(written(line, pieces.get(k - 1)))
                && OPENERS.contains(written(line, pieces.get(k - 2)));
    }

    /** Whether it is a whole number given for a name in a call: {@code axis=0}. */
    private static boolean isCount(String line, List<Lexeme> pieces, int k) {
        return k > 2
                && written(line, pieces.get(k)).chars().allMatch(Character::isDigit)
                && written(line, pieces.get(k - 1)).equals("=")
                && pieces.get(k - 2).kind() == Lexeme.Kind.NAME;
    }

    private static String written(String line, Lexeme piece) {
        return line.substring(piece.from(), piece.to());
    }

    private static boolean isNumber(String text) {
        try {
            Digits.parse(text);
            return true;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    /** An editor for a number that {@link #at} found. */
    public NumberEditor of(Place place) {
        return new NumberEditor(controller, number(place));
    }

    private Written number(Place place) {
        return controller
                .scene()
                .sitting()
                .filter(sitting -> !sitting.stale() && isRead(sitting.model()))
                .flatMap(sitting -> NumberEdit.at(sitting.model(), span(place))
                        .map(leaf -> element(sitting, new Picked(leaf.node(), leaf.element()), leaf.place())))
                .orElseGet(() -> literal(place));
    }

    private Span span(Place place) {
        String line = Source.of("", text()).line(place.line());
        return new Span(
                place.line(),
                line.codePointCount(0, place.from()) + 1,
                place.line(),
                line.codePointCount(0, place.to()) + 1);
    }

    private Written literal(Place place) {
        Source source = Source.of("", text());
        Span span = span(place);
        int from = source.index(span.line(), span.column());
        int to = source.index(span.endLine(), span.endColumn());
        return new PlacedNumber(
                controller,
                Words.of("ui", controller.scene().settings().locale()).say("number.line", place.line()),
                place.isCount() ? Use.COUNT : Use.FACTOR,
                Digits.parse(source.text().substring(from, to)).value().doubleValue(),
                mark() + from,
                mark() + to);
    }
}
