package chainstep.ui.graph;

import java.awt.Dimension;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the overview may be, beside what else lies over the drawing. */
final class Corners {
    private static final int MARGIN = GraphView.MARGIN;
    private static final double EACH = 8;

    private Corners() {}

    /**
     * The best first.
     *
     * @param view the size of all
     * @param isNamed whether something stands at the left above
     * @param areApart whether tools stand on strips of their own
     */
    static List<Spot> of(
            Dimension small, Dimension view, ZoomBar bar, Legend legend, boolean isNamed, boolean areApart) {
        double right = view.getWidth() - small.getWidth() - MARGIN;
        double low = view.getHeight() - small.getHeight() - MARGIN;
        boolean beside = !areApart && legend.getPreferredSize().width + small.width + 3 * MARGIN <= view.width;
        double legended = low - legend.getHeight() - MARGIN;
        double below = bar.getY() + bar.getHeight() + MARGIN;
        boolean over = bar.getX() < small.width + 2 * MARGIN || isNamed || areApart;
        double noted = areApart && isNamed ? Notice.HEIGHT + MARGIN : 0;
        return Stream.of(
                        new Spot(MARGIN, (beside ? low : legended) - noted, 0, 0),
                        new Spot(MARGIN, over ? below : MARGIN, 0, 0),
                        new Spot(right, below, 0, 0),
                        new Spot(right, legended, 0, 0))
                .map(at -> new Spot(at.x(), at.y(), small.getWidth(), small.getHeight()))
                .toList();
    }

    /** Places between the corners: along the left and the right, the foot and the top. */
    static List<Spot> between(List<Spot> corners) {
        Spot low = corners.get(0);
        Spot high = corners.get(1);
        Spot far = corners.get(2);
        Spot farLow = corners.get(3);
        return Stream.of(along(low, high), along(far, farLow), along(low, farLow), along(high, far))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Spot> along(Spot from, Spot to) {
        double x = to.x() - from.x();
        double y = to.y() - from.y();
        int places = (int) (Math.max(Math.abs(x), Math.abs(y)) / EACH);
        return IntStream.range(1, places)
                .mapToObj(k -> from.moved(Math.rint(x * k / places), Math.rint(y * k / places)))
                .toList();
    }
}
