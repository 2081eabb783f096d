package chainstep.math;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The extents of an array of rank 0 to 4, row-major, as in NumPy.
 *
 * <p>A scalar has rank 0 and size 1. Extents are at least 1.
 */
public final class Shape {
    /** The highest rank a value may have. */
    public static final int MAX_RANK = 4;

    /** The most elements one array may hold: 2²⁴, 128 MB of float64. */
    public static final int MAX_SIZE = 1 << 24;

    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        this.dims = dims;
        long product = 1;
        for (int dim : dims) {
            product *= dim;
        }
        this.size = Math.toIntExact(product);
    }

    /**
     * The shape with these extents.
     *
     * @throws IllegalArgumentException when the rank is above 4, an extent is below 1, or the size above {@link #MAX_SIZE}
     */
    public static Shape of(int... dims) {
        if (!fits(dims)) {
            throw new IllegalArgumentException("no array has the extents " + Arrays.toString(dims));
        }
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /** Whether {@link #of} would accept these extents. */
    public static boolean fits(int... dims) {
        long product = 1;
        for (int dim : dims) {
            if (dim < 1) {
                return false;
            }
            product *= dim;
            if (product > MAX_SIZE) {
                return false;
            }
        }
        return dims.length <= MAX_RANK;
    }

    public int rank() {
        return dims.length;
    }

    /** The extent along an axis; negative axes count from the end. */
    public int dim(int axis) {
        return dims[axis < 0 ? dims.length + axis : axis];
    }

    public int[] dims() {
        return dims.clone();
    }

    /** How many elements an array of this shape has. */
    public int size() {
        return size;
    }

    public boolean isScalar() {
        return dims.length == 0;
    }

    /** Row-major strides: how far apart, in the flat array, neighbours along each axis lie. */
    public int[] strides() {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        return strides;
    }

    /** The place of an element in the flat array. */
    public int offset(int... index) {
        if (index.length != dims.length) {
            throw new IndexOutOfBoundsException(Arrays.toString(index) + " in " + this);
        }
        int offset = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            offset = offset * dims[axis] + Objects.checkIndex(index[axis], dims[axis]);
        }
        return offset;
    }

    /** The index of the element at a place in the flat array; the inverse of {@link #offset}. */
    public int[] index(int offset) {
        int[] index = new int[dims.length];
        int rest = offset;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            index[axis] = rest % dims[axis];
            rest /= dims[axis];
        }
        return index;
    }

    /** Whether NumPy broadcasts the two: aligned at the end, extents equal or 1. */
    public boolean broadcastsWith(Shape other) {
        int rank = Math.min(rank(), other.rank());
        return IntStream.rangeClosed(1, rank)
                .allMatch(back -> dim(-back) == other.dim(-back) || dim(-back) == 1 || other.dim(-back) == 1);
    }

    /**
     * The shape both broadcast to.
     *
     * @throws IllegalArgumentException when they do not, see {@link #broadcastsWith}
     */
    public Shape broadcast(Shape other) {
        if (!broadcastsWith(other)) {
            throw new IllegalArgumentException(this + " and " + other + " do not broadcast");
        }
        int rank = Math.max(rank(), other.rank());
        int[] joined = new int[rank];
        for (int back = 1; back <= rank; back++) {
            int mine = back <= rank() ? dim(-back) : 1;
            int theirs = back <= other.rank() ? other.dim(-back) : 1;
            joined[rank - back] = Math.max(mine, theirs);
        }
        return of(joined);
    }

    /** Whether it is the same, or both are one line of so many numbers. */
    public boolean isLike(Shape other) {
        return equals(other) || size() == other.size() && isLine() && other.isLine();
    }

    private boolean isLine() {
        return Arrays.stream(dims).filter(dim -> dim != 1).count() <= 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** As people read it: {@code 3×2}; a vector {@code 3}; a scalar {@code scalar}. */
    @Override
    public String toString() {
        return dims.length == 0
                ? "scalar"
                : Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
