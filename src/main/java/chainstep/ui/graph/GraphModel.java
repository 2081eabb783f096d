package chainstep.ui.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that the graph shows at one moment, and nothing of where or in which colours.
 *
 * @param cards in program order
 */
record GraphModel(Scheme scheme, List<Card> cards, List<Wire> wires) {
    static final String ARROW = " → ";

    GraphModel {
        cards = List.copyOf(cards);
        wires = List.copyOf(wires);
    }

    /** Cards are in the order of their boxes. */
    Optional<Card> card(int box) {
        int low = 0;
        int high = cards.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            int id = cards.get(middle).id();
            if (id == box) {
                return Optional.of(cards.get(middle));
            } else if (id < box) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Whether every box of another model with as many has the same head, and a value of the same shape. */
    boolean saysTheSame(GraphModel other) {
        return scheme.program() == other.scheme.program()
                || IntStream.range(0, cards.size()).allMatch(k -> head(k).equals(other.head(k)));
    }

    private List<Object> head(int index) {
        Card card = cards.get(index);
        return List.of(
                card.name(), card.rule(), scheme.program().node(card.id()).shape());
    }

    /** With the names of what the box recalls. */
    Face face(Card card, Form form, Scheme drawn) {
        List<Link> recalls = drawn.recalls(card.id());
        return Face.of(card, form)
                .reading(RecalledNames.of(recalls, this::name), drawn.edgesTo(card.id()) - recalls.size());
    }

    /** As text, a line for each box and each edge, for tests and for the eye. */
    String text() {
        return cards.stream().map(GraphModel::text).collect(Collectors.joining())
                + wires.stream().map(this::text).collect(Collectors.joining());
    }

    private static String text(Card card) {
        StringBuilder text = new StringBuilder();
        text.append(card.isNow() ? "> " : card.isReached() ? "  " : "· ");
        text.append(card.name()).append(" (").append(card.rule()).append(")");
        if (card.box().parted()) {
            text.append(" +");
        }
        text.append(card.stops() ? " stop" : "").append(card.isPicked() ? " picked" : "");
        text.append(card.isReached() ? " = " + text(card.value()) : "");
        card.gradient().filter(Shown::isKnown).ifPresent(g -> text.append(" ∂ ").append(text(g)));
        card.next().filter(Shown::isKnown).ifPresent(n -> text.append(" ← ").append(text(n)));
        return text.append("\n").toString();
    }

    private static String text(Shown shown) {
        if (shown.figures() instanceof Figures.Numbers numbers) {
            return IntStream.range(0, numbers.rows())
                    .mapToObj(row -> numbers.line(row, shown.known()).strip().replaceAll(" +", " "))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("; ", "[", "]"));
        }
        return "map " + ((Figures.Heat) shown.figures()).shape();
    }

    private String text(Wire wire) {
        String way = name(wire.link().from()) + ARROW + name(wire.link().to());
        return "  " + way + " " + wire.flow().name().toLowerCase(Locale.ROOT)
                + (wire.local().isEmpty() ? "" : ": " + wire.local()) + "\n";
    }

    String name(int box) {
        return card(box).orElseThrow().name();
    }
}
