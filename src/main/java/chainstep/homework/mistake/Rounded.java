package chainstep.homework.mistake;

import chainstep.graph.FastPath;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import chainstep.op.Alias;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A value with its numbers rounded.
 *
 * <p>Its nests, which know no rounding, are those of the value itself; what is computed is the fast path.
 *
 * @param digits how many are kept; says nothing for float32
 */
record Rounded(To to, int digits) implements Op {
    /** What digits are counted from. */
    enum To {
        DECIMALS,
        SIGNIFICANT,
        FLOAT
    }

    private static final double[] TENS = IntStream.rangeClosed(0, 22)
            .mapToDouble(k -> Double.parseDouble("1e" + k))
            .toArray();
    private static final double SMALLEST = 1e-12;
    private static final double LARGEST = 1e12;
    private static final double MOST = 1e8;
    private static final double HALF = 0.5;
    private static final double DOUBT = 1e-6;

    static final Rounded FLOAT = new Rounded(To.FLOAT, 0);

    @Override
    public String name() {
        return "rounded";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        return new Alias().nests(inputs);
    }

    @Override
    public Optional<FastPath> fastPath(List<Shape> inputs) {
        return Optional.of((operands, result) -> {
            for (int k = 0; k < result.length; k++) {
                result[k] = rounded(operands[0][k]);
            }
        });
    }

    private double rounded(double number) {
        if (!Double.isFinite(number)) {
            return number;
        }
        OptionalDouble soon = soon(number);
        return soon.isPresent() ? soon.getAsDouble() : exactly(number);
    }

    /** The same in float64, where that leaves no doubt. */
    private OptionalDouble soon(double number) {
        double size = Math.abs(number);
        if (to == To.FLOAT || size < SMALLEST || size > LARGEST) {
            return OptionalDouble.empty();
        }
        int power = to == To.DECIMALS ? digits : digits - 1 - (int) Math.floor(Math.log10(size));
        double shifted = power >= 0 ? size * TENS[power] : size / TENS[-power];
        double below = Math.floor(shifted);
        double part = shifted - below;
        boolean edge = to == To.SIGNIFICANT && (shifted < TENS[digits - 1] + DOUBT || shifted > TENS[digits] - 1);
        if (edge || shifted > MOST || Math.abs(part - HALF) < DOUBT) {
            return OptionalDouble.empty();
        }
        double whole = below + (part > HALF ? 1 : 0);
        double rounded = power >= 0 ? whole / TENS[power] : whole * TENS[-power];
        return OptionalDouble.of(whole == 0 ? 0 : Math.copySign(rounded, number));
    }

    private double exactly(double number) {
        return switch (to) {
            case DECIMALS ->
                new BigDecimal(number).setScale(digits, RoundingMode.HALF_UP).doubleValue();
            case SIGNIFICANT ->
                new BigDecimal(number)
                        .round(new MathContext(digits, RoundingMode.HALF_UP))
                        .doubleValue();
            case FLOAT -> (float) number;
        };
    }
}
