package chainstep.ui.graph;

import java.awt.Component;

/** A rectangle on the drawing, in unscaled pixels. */
record Spot(double x, double y, double width, double height) {
    /** What a part of a view covers of it. */
    static Spot of(Component part) {
        return new Spot(part.getX(), part.getY(), part.getWidth(), part.getHeight());
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    boolean touches(Spot other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    double area() {
        return width * height;
    }

    /** The area of what lies in both. */
    double common(Spot other) {
        double across = Math.min(right(), other.right()) - Math.max(x, other.x);
        double down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return Math.max(0, across) * Math.max(0, down);
    }

    Spot moved(double dx, double dy) {
        return new Spot(x + dx, y + dy, width, height);
    }

    Spot grown(double by) {
        return new Spot(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    Spot with(Spot other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Spot(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
