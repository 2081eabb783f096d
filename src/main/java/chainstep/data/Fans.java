package chainstep.data;

/**
 * How many numbers a unit of a layer takes in, and how many units take in each: what initialisers scale by.
 *
 * <p>As PyTorch counts: a matrix is [out][in]; a convolution kernel [out][in][height][width] has its area in both; a vector of n has n and n.
 */
public record Fans(long in, long out) {
    public Fans {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException("fans must be positive: in " + in + ", out " + out);
        }
    }

    /**
     * The fans of a parameter of this shape; a number alone has 1 and 1.
     *
     * @throws IllegalArgumentException if a dimension is not positive
     */
    public static Fans of(int... shape) {
        long area = 1;
        for (int i = 2; i < shape.length; i++) {
            area *= shape[i];
        }
        return switch (shape.length) {
            case 0 -> new Fans(1, 1);
            case 1 -> new Fans(shape[0], shape[0]);
            default -> new Fans(shape[1] * area, shape[0] * area);
        };
    }
}
