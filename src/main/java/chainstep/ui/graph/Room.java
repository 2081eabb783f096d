package chainstep.ui.graph;

/**
 * How large a part of a drawing a small window shows at full size: what a layout has to make do with. As wide for its height as the
 * window, within a few percent, so that not every change of the window's size draws anew.
 *
 * @param width in unscaled pixels of the drawing
 * @param scale what full size is: 1 but in a lecture hall
 */
record Room(double width, double height, double scale) {
    /** Where numbers are 20 pixels high. */
    static final double PROJECTED = 20.0 / 11;

    /** Where they are 10 pixels high: a drawing is rather seen in part than smaller. */
    static final double LEGIBLE = 10.0 / 11;

    /** The Debug page at 1280 by 800, without what the tools cover. */
    static final Room DESK = new Room(648, 468, 1);
    /** The same in a lecture hall, where everything is larger. */
    static final Room HALL = new Room(349, 300, PROJECTED);

    /** By what one shape is wider than the next: the desk's and the hall's are neighbours. */
    private static final double STEP = DESK.width * HALL.height / DESK.height / HALL.width;

    private static final int MOST_STEPS = 6;

    /** How large all of a drawing can be seen. */
    double seen(Spot drawing) {
        return scale * Math.min(width / drawing.width(), height / drawing.height());
    }

    /** Of a view that a drawing has to fit into. */
    static Room of(Spot clear, boolean isHall) {
        if (clear.width() < 1 || clear.height() < 1) {
            return isHall ? HALL : DESK;
        }
        Room known = isHall ? HALL : DESK;
        double wider = clear.width() / clear.height() / (known.width / known.height);
        double steps = Math.rint(StrictMath.log(wider) / StrictMath.log(STEP));
        double stretch = StrictMath.pow(STEP, Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps)) / 2);
        return steps == 0
                ? known
                : new Room(Math.rint(known.width * stretch), Math.rint(known.height / stretch), known.scale);
    }
}
