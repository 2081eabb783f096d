package chainstep.math;

import java.util.Arrays;

/** An immutable array of float64 numbers, row-major. */
public final class Tensor {
    private final Shape shape;
    private final double[] values;

    private Tensor(Shape shape, double[] values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(values.length + " numbers do not fill " + shape);
        }
        this.shape = shape;
        this.values = values;
    }

    /** A copy of these numbers in this shape. */
    public static Tensor of(Shape shape, double... values) {
        return new Tensor(shape, values.clone());
    }

    public static Tensor scalar(double value) {
        return new Tensor(Shape.SCALAR, new double[] {value});
    }

    public static Tensor vector(double... values) {
        return new Tensor(Shape.of(values.length), values.clone());
    }

    /** Every element the same. */
    public static Tensor full(Shape shape, double value) {
        double[] values = new double[shape.size()];
        Arrays.fill(values, value);
        return new Tensor(shape, values);
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return values.length;
    }

    /** The element at an index. */
    public double at(int... index) {
        return values[shape.offset(index)];
    }

    /** The element at a place in the flat array. */
    public double get(int offset) {
        return values[offset];
    }

    /** The only element of an array of size 1. */
    public double item() {
        if (values.length != 1) {
            throw new IllegalStateException(shape + " is not one number");
        }
        return values[0];
    }

    public double[] toArray() {
        return values.clone();
    }

    /** Writes all elements into {@code target}, from {@code from} on. */
    public void copyInto(double[] target, int from) {
        System.arraycopy(values, 0, target, from, values.length);
    }

    /** This array with one element replaced. */
    public Tensor with(int offset, double value) {
        double[] changed = values.clone();
        changed[offset] = value;
        return new Tensor(shape, changed);
    }

    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Equal in shape and in every bit (so NaN equals NaN, and 0 is not −0). */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return shape + " " + Arrays.toString(values);
    }
}
