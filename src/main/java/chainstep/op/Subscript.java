package chainstep.op;

import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** One item between Python's brackets, as written: negative indices count from the end, bounds may be left out. */
public sealed interface Subscript {
    /** {@code x[2]}, {@code x[-1]}. */
    record Index(int index) implements Subscript {}

    /** {@code x[1:5:2]}; any of the three may be missing. */
    record Range(OptionalInt start, OptionalInt stop, OptionalInt step) implements Subscript {
        /** The whole axis, {@code :}. */
        public static final Range ALL = new Range(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** {@code None}: a new axis of extent 1. */
    record NewAxis() implements Subscript {}

    /** {@code ...}: as many whole axes as are left. */
    record Ellipsis() implements Subscript {}

    /**
     * The picks, one for each axis and new axis, that the items mean for an array of this shape.
     *
     * @throws OperandException when an index lies outside, a range is empty, or there are too many items
     */
    static List<Slice.Pick> resolve(Shape shape, List<Subscript> items) {
        long used = items.stream()
                .filter(item -> item instanceof Index || item instanceof Range)
                .count();
        long ellipses = items.stream().filter(Ellipsis.class::isInstance).count();
        if (used > shape.rank() || ellipses > 1) {
            throw new OperandException("slice.many", shape, used);
        }
        List<Slice.Pick> picks = new ArrayList<>();
        int axis = 0;
        int left = shape.rank() - (int) used;
        for (Subscript item : items) {
            if (item instanceof Ellipsis) {
                for (; left > 0; left--) {
                    picks.add(range(Range.ALL, shape, axis++));
                }
            } else if (item instanceof NewAxis) {
                picks.add(new Slice.NewAxis());
            } else if (item instanceof Index at) {
                picks.add(index(at.index(), shape, axis++));
            } else if (item instanceof Range range) {
                picks.add(range(range, shape, axis++));
            }
        }
        while (axis < shape.rank()) {
            picks.add(range(Range.ALL, shape, axis++));
        }
        return picks;
    }

    private static Slice.Pick index(int index, Shape shape, int axis) {
        int extent = shape.dim(axis);
        int counted = index < 0 ? index + extent : index;
        if (counted < 0 || counted >= extent) {
            throw new OperandException("slice.index", index, axis, extent, shape);
        }
        return new Slice.At(counted);
    }

    private static Slice.Pick range(Range range, Shape shape, int axis) {
        int extent = shape.dim(axis);
        int step = range.step().orElse(1);
        if (step == 0) {
            throw new OperandException("slice.step");
        }
        int least = step > 0 ? 0 : -1;
        int most = step > 0 ? extent : extent - 1;
        int start = bound(range.start(), extent, least, most, step > 0 ? least : most);
        int stop = bound(range.stop(), extent, least, most, step > 0 ? most : least);
        long length = step > 0 ? (long) stop - start + step - 1 : (long) start - stop - step - 1;
        int count = (int) Math.max(0, length / Math.abs((long) step));
        if (count == 0) {
            throw new OperandException("slice.empty", axis, extent, shape);
        }
        return new Slice.Every(start, count == 1 ? 1 : step, count);
    }

    private static int bound(OptionalInt given, int extent, int least, int most, int missing) {
        if (given.isEmpty()) {
            return missing;
        }
        long counted = given.getAsInt() < 0 ? (long) given.getAsInt() + extent : given.getAsInt();
        return (int) Math.max(least, Math.min(most, counted));
    }

    /** Picks in brackets. */
    static String write(List<Slice.Pick> picks) {
        StringJoiner all = new StringJoiner(", ", "[", "]");
        picks.forEach(pick -> all.add(write(pick, -1)));
        return all.toString();
    }

    /** Picks in brackets, where a whole axis of {@code shape} is just {@code :}. */
    static String write(List<Slice.Pick> picks, Shape shape) {
        StringJoiner all = new StringJoiner(", ", "[", "]");
        int axis = 0;
        for (Slice.Pick pick : picks) {
            all.add(write(pick, pick instanceof Slice.NewAxis ? 1 : shape.dim(axis++)));
        }
        return all.toString();
    }

    private static String write(Slice.Pick pick, int extent) {
        if (pick instanceof Slice.At at) {
            return Integer.toString(at.index());
        } else if (pick instanceof Slice.Every every) {
            return every(every, extent);
        }
        return "None";
    }

    private static String every(Slice.Every every, int extent) {
        int step = every.step();
        int stop = every.start() + step * every.extent();
        boolean first = every.start() == (step > 0 ? 0 : extent - 1);
        boolean last = step > 0 ? stop >= extent && extent > 0 : stop < 0;
        String start = first ? "" : Integer.toString(every.start());
        String end = last ? "" : Integer.toString(step > 0 ? Math.max(stop - step + 1, 0) : stop);
        return start + ":" + end + (step == 1 ? "" : ":" + step);
    }
}
