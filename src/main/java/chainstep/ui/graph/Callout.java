package chainstep.ui.graph;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;

/**
 * The local derivative, told beside the edge that a gradient comes back along: where {@link Berth} finds room.
 *
 * @param left the derivative, ∂z2/∂h
 * @param right what it is, = W2 (2×2)
 */
record Callout(String left, String right, Berth berth) {
    static final double LINE = 16;
    private static final double PAD = 9;

    /**
     * @param word in front of the derivative: "local"
     * @param seen what is in sight of the drawing
     * @param covered what tools cover of it
     */
    static Optional<Callout> of(Picture picture, String word, Spot seen, List<Spot> covered) {
        return told(picture).map(wire -> {
            int equals = wire.local().indexOf(" = ");
            String left = word + " " + wire.local().substring(0, Math.max(0, equals));
            String right = wire.local().substring(equals + 1);
            double words = Face.length(left) * Face.RULE_CHARACTER;
            double width = Math.ceil(Math.max(words, Face.length(right) * Face.CHARACTER) + 2 * PAD);
            Ground ground = Ground.around(wire, picture, seen, covered);
            Berth berth = Berth.beside(ground, new Spot(0, 0, width, 2 * LINE + PAD));
            return new Callout(left, right, berth);
        });
    }

    /** The edge that is told of. */
    static Optional<Wire> told(Picture picture) {
        return picture.model().wires().stream()
                .filter(wire ->
                        wire.flow() == Wire.Flow.BACKWARD && !wire.local().isEmpty())
                .findFirst();
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
