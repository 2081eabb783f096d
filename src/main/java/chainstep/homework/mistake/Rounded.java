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
