package chainstep.ui.graph;

import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The local derivative, told beside the edge that a gradient comes back along: where {@link Berth} finds room.
 *
 * @param words the derivative in lines, local ∂z2/∂h
 * @param right what it is, = W2 (2×2)
 * @param isLong whether both are in one line
 */
record Callout(List<String> words, String right, boolean isLong, Berth berth) {
    static final double LINE = 16;
    static final double PAD = 9;

    /**
     * In two lines; where there is no room for them, in three or in one.
     *
     * @param word in front of the derivative: "local"
     * @param seen what is in sight of the drawing
     * @param covered what tools cover of it
     */
    static Optional<Callout> of(Picture picture, String word, Spot seen, List<Spot> covered) {
        return told(picture).map(wire -> {
            int equals = wire.local().indexOf(" = ");
            String left = wire.local().substring(0, Math.max(0, equals));
            String right = wire.local().substring(equals + 1);
            Ground ground = Ground.around(wire, picture, seen, covered);
            Callout usual = at(ground, List.of(word + " " + left), right, false);
            return usual.berth.isFree()
                    ? usual
                    : Stream.of(
                                    usual,
                                    at(ground, List.of(word, left), right, false),
                                    at(ground, usual.words, right, true))
                            .min(Comparator.comparingDouble(callout -> callout.berth.covered()))
                            .orElseThrow();
        });
    }

    private static Callout at(Ground ground, List<String> words, String right, boolean isLong) {
        double wide = words.stream().mapToInt(Face::length).max().orElse(0) * Face.RULE_CHARACTER;
        double figure = Face.length(right) * Face.CHARACTER;
        double width = Math.ceil((isLong ? wide + PAD + figure : Math.max(wide, figure)) + 2 * PAD);
        double height = (isLong ? 1 : words.size() + 1) * LINE + PAD;
        return new Callout(words, right, isLong, Berth.beside(ground, new Spot(0, 0, width, height)));
    }

    /** The edge that is told of. */
    static Optional<Wire> told(Picture picture) {
        return picture.model().wires().stream()
                .filter(wire ->
                        wire.flow() == Wire.Flow.BACKWARD && !wire.local().isEmpty())
                .findFirst();
    }

    /** What is told but for the number. */
    String left() {
        return String.join(" ", words);
    }

    Spot spot() {
        return berth.spot();
    }

    /** To the edge. */
    Line2D line() {
        return line(berth.spot(), berth.tip());
    }

    static Line2D line(Spot from, Spot tip) {
        double x = Math.max(from.x() + PAD, Math.min(from.right() - PAD, tip.x()));
        double y = Math.max(from.y(), Math.min(from.bottom(), tip.y()));
        return new Line2D.Double(x, y, tip.x(), tip.y());
    }

    /** With the line to the edge. */
    Spot bounds() {
        return berth.spot().with(berth.tip()).grown(3);
    }
}
