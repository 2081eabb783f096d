package chainstep.ui.graph;

import chainstep.math.Shape;
import chainstep.run.Progress;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A graph to be filled in by hand: what is given stands in it, for every other number there is an empty slot. */
final class PrintedGraph {
    /** What a drawing makes do with on a page: across the page, and about half of it down. */
    private static final Room PAGE = new Room(720, 460, 1);

    /** Smaller than this nobody writes into a slot. */
    private static final double LEAST = 0.45;

    /** How wide a slot is, in characters. */
    private static final int SLOT = 8;

    /** How high it is, in lines. */
    private static final int TALL = 2;

    private PrintedGraph() {}

    /**
     * The graph at the start of an iteration, layers folded where it is too large for a page.
     *
     * @param sitting of the scene
     */
    static Picture of(DebugScene scene, Sitting sitting) {
        Reading reading = Reading.FIRST.read(sitting.state().program());
        Picture whole = of(scene, sitting, reading.folding());
        return PAGE.seen(whole.places().bounds()) >= LEAST ? whole : of(scene, sitting, Folding.of(Grain.LAYER));
    }

    private static Picture of(DebugScene scene, Sitting sitting, Folding folding) {
        Viewing viewing = Viewing.of(sitting, folding, Optional.empty(), Figures.TERSE);
        viewing.fill(Progress.NONE);
        GraphModel model = viewing.model(scene, sitting);
        List<Card> cards =
                model.cards().stream().map(card -> emptied(card, sitting)).toList();
        List<Wire> wires = model.wires().stream()
                .map(wire -> new Wire(wire.link(), Wire.Flow.IDLE, ""))
                .toList();
        return Picture.of(new GraphModel(model.scheme(), cards, wires), PAGE);
    }

    private static Card emptied(Card card, Sitting sitting) {
        Box box = card.box();
        return new Card(
                new Box(box.id(), box.kind(), box.members(), box.owner(), false, false),
                card.name(),
                card.rule(),
                card.box().kind().isGiven() ? card.value() : slots(card.value(), sitting),
                card.gradient().map(gradient -> slots(gradient, sitting)),
                Optional.empty(),
                false,
                false,
                false,
                false);
    }

    /** Room for each number, whatever it is; of many numbers their shape. */
    private static Shown slots(Shown shown, Sitting sitting) {
        Shape shape = sitting.state().program().node(shown.node()).shape();
        if (!(shown.figures() instanceof Figures.Numbers numbers)) {
            String text = shape.toString();
            return new Shown(
                    shown.node(),
                    new Figures.Numbers(List.of(List.of(text)), List.of(text.length())),
                    shape.size(),
                    -1);
        }
        List<Integer> widths = Collections.nCopies(numbers.widths().size(), SLOT);
        String[] blank = new String[widths.size()];
        Arrays.fill(blank, " ".repeat(SLOT));
        List<List<String>> cells = Collections.nCopies(TALL * numbers.rows(), List.of(blank));
        return new Shown(shown.node(), new Figures.Numbers(cells, widths), shape.size(), -1);
    }

    /** Where the slots of a box are, in the drawing. */
    static List<Spot> slots(Picture picture, Card card) {
        List<Spot> slots = new ArrayList<>();
        Face face = picture.faces().get(card.id());
        Spot box = picture.spot(card.id());
        if (!card.box().kind().isGiven()) {
            add(slots, card.value(), face.value(), box);
        }
        card.gradient()
                .ifPresent(gradient -> add(slots, gradient, face.gradient().orElseThrow(), box));
        return slots;
    }

    private static void add(List<Spot> slots, Shown shown, Spot at, Spot box) {
        Figures.Numbers numbers = (Figures.Numbers) shown.figures();
        for (int row = 0; row < numbers.rows(); row += TALL) {
            for (int column = 0; column < numbers.widths().size(); column++) {
                if (numbers.cells().get(row).get(column).isBlank()) {
                    double x = box.x() + at.x() + numbers.start(column) * Face.CHARACTER;
                    double y = box.y() + at.y() + row * Face.ROW;
                    slots.add(new Spot(x, y + 1, SLOT * Face.CHARACTER - 1, TALL * Face.ROW - 3));
                }
            }
        }
    }
}
