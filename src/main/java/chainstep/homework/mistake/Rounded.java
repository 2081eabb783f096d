package chainstep.homework.mistake;

import chainstep.graph.FastPath;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import chainstep.op.Alias;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A value with its numbers rounded: to so many decimals, or, for −1, to float32.
 *
 * <p>Its nests, which know no rounding, are those of the value itself; what is computed is the fast path.
 */
record Rounded(int decimals) implements Op {
    static final Rounded FLOAT = new Rounded(-1);

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
        if (decimals < 0) {
            return (float) number;
        }
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                : number;
    }
}
