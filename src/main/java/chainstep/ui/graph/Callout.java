package chainstep.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The local derivative, told beside the edge that a gradient comes back along: where no box is under it, if there is such a place.
 *
 * @param left the derivative, ∂z2/∂h
 * @param right what it is, = W2 (2×2)
 * @param tip on the edge
 */
record Callout(String left, String right, Spot spot, Spot tip) {
    static final double LINE = 16;
    private static final double PAD = 9;
    private static final double AWAY = 22;

    /** @param word in front of the derivative: "local" */
    static Optional<Callout> of(Picture picture, String word) {
        return picture.model().wires().stream()
                .filter(wire ->
                        wire.flow() == Wire.Flow.BACKWARD && !wire.local().isEmpty())
                .findFirst()
                .map(wire -> of(picture, wire, word));
    }

    private static Callout of(Picture picture, Wire wire, String word) {
        int equals = wire.local().indexOf(" = ");
        String left = word + " " + wire.local().substring(0, Math.max(0, equals));
        String right = wire.local().substring(equals + 1);
        Spot tip = picture.routes().get(wire.link()).middle();
        double width = Math.ceil(Math.max(left.length(), right.length()) * Face.CHARACTER + 2 * PAD);
        double height = 2 * LINE + PAD;
        double top = Math.min(
                picture.spot(wire.link().from()).y(),
                picture.spot(wire.link().to()).y());
        double bottom = Math.max(
                picture.spot(wire.link().from()).bottom(),
                picture.spot(wire.link().to()).bottom());
        Spot above = new Spot(tip.x() - width / 2, top - AWAY - height, width, height);
        Spot below = new Spot(tip.x() - width / 2, bottom + AWAY, width, height);
        List<Spot> places = Stream.iterate(0, k -> k + 1)
                .limit(8)
                .flatMap(k -> Stream.of(above.moved(0, -k * AWAY), below.moved(0, k * AWAY)))
                .toList();
        Spot spot = places.stream()
                .filter(place -> isFree(place, picture))
                .findFirst()
                .orElse(above);
        return new Callout(left, right, spot, tip);
    }

    private static boolean isFree(Spot place, Picture picture) {
        return picture.places().spots().values().stream().noneMatch(place.grown(4)::touches);
    }

    /** With the line to the edge. */
    Spot bounds() {
        return spot.with(tip).grown(3);
    }
}
