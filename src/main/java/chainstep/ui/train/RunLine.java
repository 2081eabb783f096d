package chainstep.ui.train;

import chainstep.ui.look.Hue;
import java.awt.BasicStroke;

/** How the curve of a kept training is drawn: in a colour that no part of the data has, dashed from the fourth on. */
final class RunLine {
    /** How many can be told apart. */
    static final int MOST = 6;

    private static final Hue[] HUES = {Hue.CURVE_FOURTH, Hue.CURVE_SIXTH, Hue.CURVE_FIFTH};
    private static final float WIDTH = 1.4f;
    private static final float DASH = 5;

    private RunLine() {}

    static Hue hue(int place) {
        return HUES[place % HUES.length];
    }

    static BasicStroke stroke(int place) {
        float[] dashes = place < HUES.length ? null : new float[] {DASH, DASH - 1};
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
