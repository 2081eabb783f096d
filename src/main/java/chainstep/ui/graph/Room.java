package chainstep.ui.graph;

/**
 * How large a part of a drawing a small window shows at full size: what a layout has to make do with.
 *
 * @param width in unscaled pixels of the drawing
 */
record Room(double width, double height) {
    /** The Debug page at 1280 by 800, without what the tools cover. */
    static final Room DESK = new Room(648, 468);
    /** The same in a lecture hall, where everything is larger. */
    static final Room HALL = new Room(349, 300);
}
