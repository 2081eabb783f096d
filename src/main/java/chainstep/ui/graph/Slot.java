package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in a column: of a box, or of a longer edge that passes through. Mutable while an arrangement is worked out. */
final class Slot {
    /** A neighbour in the column before or after, how far from its middle the edge is, and how much it matters to be level. */
    record Pull(Slot other, double off, double weight) {}

    /** How much what is given counts: little, so that what is computed from it is level. */
    private static final double GIVEN = 0.01;

    private final Optional<Box> box;
    private final RecalledNames names;
    private final double width;
    private final double height;
    private final List<Pull> pulls = new ArrayList<>();
    private double weight;
    /** Of its middle. */
    private double y;

    private Slot(Optional<Box> box, RecalledNames names, double width, double height) {
        this.box = box;
        this.names = names;
        this.width = width;
        this.height = height;
    }

    /** With room at the left for the names of what is recalled. */
    static Slot of(Box box, Face face) {
        return new Slot(Optional.of(box), face.names(), face.before() + face.width(), face.height());
    }

    static Slot passing() {
        return new Slot(Optional.empty(), RecalledNames.NONE, 0, 0);
    }

    /**
     * Long edges want to be straight, then the chain of what is computed; what is given goes where there is room.
     *
     * @param port how far from the middle of {@code after} the edge ends
     */
    static void join(Slot before, Slot after, double port) {
        double weight = before.isPassing() && after.isPassing() ? 6 : 10;
        before.pull(new Pull(after, port, before.isGiven() ? GIVEN : weight));
        after.pull(new Pull(before, -port, before.isGiven() ? GIVEN : weight));
    }

    private void pull(Pull pull) {
        pulls.add(pull);
        weight += pull.weight();
    }

    Optional<Box> box() {
        return box;
    }

    /** What is read here under its name. */
    RecalledNames names() {
        return names;
    }

    /** How much of its width is for names. */
    double before() {
        return names.width();
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    double y() {
        return y;
    }

    void put(double middle) {
        y = middle;
    }

    boolean isPassing() {
        return box.isEmpty();
    }

    boolean isGiven() {
        return box.filter(each -> each.kind().isGiven()).isPresent();
    }

    /** Where it would be if it were alone in its column. */
    double wish() {
        double sum = 0;
        for (Pull pull : pulls) {
            sum += pull.weight() * (pull.other().y + pull.off());
        }
        return pulls.isEmpty() ? y : sum / weight;
    }

    double weight() {
        return pulls.isEmpty() ? GIVEN : weight;
    }
}
