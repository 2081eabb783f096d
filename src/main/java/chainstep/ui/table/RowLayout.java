package chainstep.ui.table;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the numbers of a variable are, from the left of the value column: value and gradient side by side or, where they are too
 * wide for that, the gradient below the value.
 *
 * @param isStacked whether the gradient is below
 */
record RowLayout(List<Side> sides, boolean isStacked, int height) {
    static final int INSET = 8;
    static final int BRACKET = 8;
    static final int PAD = 4;
    /** Marks a gradient that is not in the column of gradients. */
    static final String SIGN = "∂";

    /**
     * A value or a gradient.
     *
     * @param node whose numbers they are
     * @param numbers empty while none are computed
     * @param x where it begins
     * @param y where its lines begin
     */
    record Side(int node, boolean isGradient, Optional<CornersPainter> numbers, int x, int y, int height) {}

    RowLayout {
        sides = List.copyOf(sides);
    }

    /**
     * @param need of the variable's numbers
     */
    static RowLayout of(Variable variable, Need need, ColumnPlan plan, FontMetrics metrics) {
        boolean unknown = variable.isUnknown(variable.node().id());
        boolean stacked = !unknown && !plan.isBeside(need);
        int signed = INSET + sign(metrics);
        List<Side> sides = new ArrayList<>();
        int bottom = 0;
        for (boolean gradient : new boolean[] {false, true}) {
            OptionalInt shown = variable.shown(gradient);
            if (shown.isPresent()) {
                int x = !gradient ? INSET : stacked ? signed : plan.value() + INSET;
                int end = stacked ? plan.numbers() : gradient ? plan.numbers() : plan.value();
                Side side = side(
                        variable,
                        shown.getAsInt(),
                        gradient,
                        x,
                        stacked && bottom > 0 ? bottom + PAD : 0,
                        end - x,
                        metrics);
                sides.add(side);
                bottom = Math.max(bottom, side.y() + side.height());
            }
        }
        int height = bottom + 2 * PAD;
        List<Side> placed = sides.stream()
                .map(side -> moved(side, stacked ? PAD : (height - side.height()) / 2))
                .toList();
        return new RowLayout(placed, stacked, height);
    }

    private static Side side(
            Variable variable, int node, boolean gradient, int x, int y, int room, FontMetrics metrics) {
        if (variable.isUnknown(node)) {
            return new Side(node, gradient, Optional.empty(), x, y, CornersPainter.rowHeight(metrics));
        }
        Corners corners = corners(variable, node, room - 2 * BRACKET, metrics);
        int bracket = corners.grid().shape().isScalar() ? 0 : BRACKET;
        CornersPainter numbers = new CornersPainter(corners, metrics, x + bracket, y);
        return new Side(node, gradient, Optional.of(numbers), x, y, numbers.height());
    }

    private static Side moved(Side side, int by) {
        return new Side(
                side.node(),
                side.isGradient(),
                side.numbers()
                        .map(numbers -> new CornersPainter(
                                numbers.corners(), numbers.metrics(), numbers.x(), numbers.y() + by)),
                side.x(),
                side.y() + by,
                side.height());
    }

    /** As many columns as fit; all digits always. */
    private static Corners corners(Variable variable, int node, int room, FontMetrics metrics) {
        Corners all = variable.corners(node, Corners.MOST);
        if (CornersPainter.width(all, metrics) <= room) {
            return all;
        }
        int columns = (room - CornersPainter.restWidth(metrics)) / CornersPainter.columnWidth(all, metrics);
        return variable.corners(node, columns);
    }

    /** How much room all numbers of a variable want, those after the update too. */
    static Need need(Variable variable, FontMetrics metrics) {
        int after = variable.next().stream()
                .map(node -> width(variable.whole(node), metrics))
                .findFirst()
                .orElse(0);
        return new Need(
                Math.max(after, width(variable.whole(variable.node().id()), metrics)),
                variable.gradient().stream()
                        .map(node -> sign(metrics) + width(variable.whole(node), metrics))
                        .findFirst()
                        .orElse(0));
    }

    /** What stands before a gradient below its value. */
    private static int sign(FontMetrics metrics) {
        return metrics.stringWidth(SIGN) + INSET / 2;
    }

    private static int width(Corners corners, FontMetrics metrics) {
        int bracket = corners.grid().shape().isScalar() ? 0 : BRACKET;
        return INSET + 2 * bracket + CornersPainter.width(corners, metrics);
    }

    /** Which side a point belongs to. */
    Side at(int x, int y, ColumnPlan plan) {
        Side first = sides.get(0);
        Side last = sides.get(sides.size() - 1);
        boolean below = isStacked ? y >= last.y() : x >= plan.value();
        return below ? last : first;
    }

    Optional<Side> side(boolean gradient) {
        return sides.stream().filter(side -> side.isGradient() == gradient).findFirst();
    }
}
