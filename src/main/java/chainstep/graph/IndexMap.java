package chainstep.graph;

import java.util.Arrays;

/**
 * Which element of an array a point d of the loops touches: index[axis] = Σⱼ coefficients[axis][j]·d[j] + offsets[axis].
 *
 * <p>An index may fall outside the array; what that means (a read of 0, no write) is the {@link Nest}'s business.
 */
public final class IndexMap {
    private final int domainRank;
    private final int[][] coefficients;
    private final int[] offsets;

    private IndexMap(int domainRank, int[][] coefficients, int[] offsets) {
        this.domainRank = domainRank;
        this.coefficients = coefficients;
        this.offsets = offsets;
    }

    /** The map onto a scalar, from loops of this depth. */
    public static IndexMap scalar(int domainRank) {
        return new IndexMap(domainRank, new int[0][], new int[0]);
    }

    /** index = d. */
    public static IndexMap identity(int domainRank) {
        int[] axes = new int[domainRank];
        Arrays.setAll(axes, axis -> axis);
        return pick(domainRank, axes);
    }

    /** index[a] = d[axes[a]], or 0 where axes[a] is −1. */
    public static IndexMap pick(int domainRank, int... axes) {
        int[][] rows = new int[axes.length][domainRank];
        for (int axis = 0; axis < axes.length; axis++) {
            if (axes[axis] >= 0) {
                rows[axis][axes[axis]] = 1;
            }
        }
        return new IndexMap(domainRank, rows, new int[axes.length]);
    }

    /**
     * This map with one more array axis behind the others.
     *
     * @param terms pairs (loop, coefficient): {@code then(-1, 2, 3, 5, 1)} appends the axis 3·d[2] + d[5] − 1
     */
    public IndexMap then(int offset, int... terms) {
        int rank = offsets.length;
        int[][] rows = Arrays.copyOf(coefficients, rank + 1);
        rows[rank] = new int[domainRank];
        for (int i = 0; i < terms.length; i += 2) {
            rows[rank][terms[i]] += terms[i + 1];
        }
        int[] shifts = Arrays.copyOf(offsets, rank + 1);
        shifts[rank] = offset;
        return new IndexMap(domainRank, rows, shifts);
    }

    public int domainRank() {
        return domainRank;
    }

    /** The rank of the array it points into. */
    public int rank() {
        return offsets.length;
    }

    public int coefficient(int axis, int loop) {
        return coefficients[axis][loop];
    }

    public int offset(int axis) {
        return offsets[axis];
    }

    /** The index along one axis at a point of the loops. */
    public int index(int axis, int[] point) {
        int index = offsets[axis];
        for (int loop = 0; loop < domainRank; loop++) {
            index += coefficients[axis][loop] * point[loop];
        }
        return index;
    }

    /** Whether every array axis is a loop of its own, whole and in order: the map of an elementwise operation. */
    public boolean isIdentity() {
        if (offsets.length != domainRank) {
            return false;
        }
        for (int axis = 0; axis < domainRank; axis++) {
            for (int loop = 0; loop < domainRank; loop++) {
                if (coefficients[axis][loop] != (axis == loop ? 1 : 0)) {
                    return false;
                }
            }
        }
        return Arrays.stream(offsets).allMatch(offset -> offset == 0);
    }

    /** Whether loop {@code loop} moves the index at all. */
    public boolean dependsOn(int loop) {
        return Arrays.stream(coefficients).anyMatch(row -> row[loop] != 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexMap map
                && domainRank == map.domainRank
                && Arrays.deepEquals(coefficients, map.coefficients)
                && Arrays.equals(offsets, map.offsets);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(coefficients) + Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(coefficients) + "+" + Arrays.toString(offsets);
    }
}
