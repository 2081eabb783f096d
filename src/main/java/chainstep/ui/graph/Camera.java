package chainstep.ui.graph;

/**
 * Which part of the drawing is looked at: a point of it is at {@code point × scale + shift} in the view.
 *
 * @param scale 1 for 100 %
 */
record Camera(double scale, double x, double y) {
    static final Camera FIRST = new Camera(1, 0, 0);

    private static final double LEAST = 0.002;
    private static final double MOST = 4;
    private static final double MARGIN = 16;
    /** Above and below, where the tools lie. */
    private static final double TALL_MARGIN = 56;

    /** All of a drawing in the middle of a view, no smaller and no larger than this where that is possible. */
    static Camera fit(Spot drawing, double width, double height, double least, double most) {
        double fitting =
                Math.min((width - 2 * MARGIN) / drawing.width(), (height - 2 * TALL_MARGIN) / drawing.height());
        double scale = Math.max(LEAST, Math.max(least, Math.min(most, fitting)));
        return new Camera(scale, 0, 0).centred(drawing.centreX(), drawing.centreY(), width, height);
    }

    /** Where in a view a drawing is to be. */
    static Spot room(double width, double height) {
        return new Spot(MARGIN, TALL_MARGIN, width - 2 * MARGIN, height - 2 * TALL_MARGIN);
    }

    /** With a point of the drawing in the middle of the view. */
    Camera centred(double px, double py, double width, double height) {
        return new Camera(scale, width / 2 - px * scale, height / 2 - py * scale);
    }

    /** Larger by a factor, with what is at a point of the view staying there. */
    Camera zoomed(double factor, double viewX, double viewY) {
        double next = Math.max(LEAST, Math.min(MOST, scale * factor));
        return new Camera(next, viewX - (viewX - x) * next / scale, viewY - (viewY - y) * next / scale);
    }

    /** At full size, with what is at a point of the view staying there. */
    Camera full(double viewX, double viewY) {
        return new Camera(1, viewX - (viewX - x) / scale, viewY - (viewY - y) / scale);
    }

    Camera moved(double dx, double dy) {
        return new Camera(scale, x + dx, y + dy);
    }

    /** Moved as little as it takes to see a part of the drawing; where the part is too large, its beginning. */
    Camera showing(Spot part, double width, double height) {
        return showing(part, new Spot(0, 0, width, height));
    }

    /** @param area of the view in which the part is to be */
    Camera showing(Spot part, Spot area) {
        return moved(
                shift(part.x() * scale + x - area.x(), part.width() * scale, area.width()),
                shift(part.y() * scale + y - area.y(), part.height() * scale, area.height()));
    }

    /** With a part of the drawing in the middle of an area of the view, as far as there is drawing on all sides. */
    Camera around(Spot part, Spot area, Spot drawing) {
        return new Camera(
                scale,
                middle(area.centreX() - part.centreX() * scale, area.x(), area.right(), drawing.x(), drawing.right()),
                middle(
                        area.centreY() - part.centreY() * scale,
                        area.y(),
                        area.bottom(),
                        drawing.y(),
                        drawing.bottom()));
    }

    private double middle(double wish, double from, double to, double first, double last) {
        double most = from + MARGIN - first * scale;
        double least = to - MARGIN - last * scale;
        return least > most ? (least + most) / 2 : Math.max(least, Math.min(most, wish));
    }

    /** Whether a part of the drawing is small enough to be seen in an area of the view. */
    boolean holds(Spot part, Spot area) {
        return part.width() * scale <= area.width() && part.height() * scale <= area.height();
    }

    private static double shift(double from, double length, double room) {
        double margin = Math.min(MARGIN, Math.max(0, (room - length) / 2));
        if (from < margin) {
            return margin - from;
        }
        return from + length > room - margin ? Math.max(room - margin - from - length, margin - from) : 0;
    }

    boolean sees(Spot part, double width, double height) {
        Spot there = there(part);
        return there.x() >= 0 && there.y() >= 0 && there.right() <= width && there.bottom() <= height;
    }

    /** Where a part of the drawing is in the view. */
    Spot there(Spot part) {
        return new Spot(part.x() * scale + x, part.y() * scale + y, part.width() * scale, part.height() * scale);
    }

    /** What part of the drawing is under a part of the view. */
    Spot under(Spot view) {
        return new Spot((view.x() - x) / scale, (view.y() - y) / scale, view.width() / scale, view.height() / scale);
    }
}
