package chainstep.ui.formula;

import java.awt.Graphics2D;

/** Something set on a line: as wide and as high as it is, in unscaled pixels. */
public interface Drawn {
    double width();

    /** How far it reaches above the line. */
    double ascent();

    /** How far it reaches below the line. */
    double descent();

    /** Paints it with its left end on the line. */
    void paint(Graphics2D graphics, double x, double baseline);

    default double height() {
        return ascent() + descent();
    }
}
