package chainstep.grad;

import chainstep.math.Rational;
import chainstep.op.Divide;
import chainstep.op.Maximum;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Sqrt;
import chainstep.op.Sum;
import chainstep.op.Total;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the clipping of all gradients by their common norm: g ← g·min(1, limit/‖g‖), ‖g‖² = Σ g² over all of them.
 *
 * <p>The factor is computed as limit/max(‖g‖, limit), which is the same and never divides by zero. Source: Pascanu et al. 2013,
 * algorithm 1; TensorFlow's clip_by_global_norm.
 */
final class Clipping {
    private Clipping() {}

    /** The clipped gradients, in the order of the parameters. */
    static List<Integer> append(UpdateWriter write, List<Integer> params, List<Integer> gradients, Rational limit) {
        int factor = factor(write, params, gradients, limit);
        List<Integer> clipped = new ArrayList<>();
        for (int k = 0; k < params.size(); k++) {
            clipped.add(write.of(params.get(k)).node("clipped", new Multiply(), factor, gradients.get(k)));
        }
        return clipped;
    }

    private static int factor(UpdateWriter write, List<Integer> params, List<Integer> gradients, Rational limit) {
        List<Integer> squares = new ArrayList<>();
        for (int k = 0; k < params.size(); k++) {
            UpdateWriter own = write.of(params.get(k));
            int square = own.node("norm.square", new Power(Rational.of(2)), gradients.get(k));
            squares.add(own.node("norm.sum", Sum.ALL, square));
        }
        int square = squares.size() == 1
                ? squares.get(0)
                : write.node("norm.total", new Total(), squares.toArray(Integer[]::new));
        int norm = write.node("norm", new Sqrt(), square);
        int most = write.constant("limit", limit);
        return write.node("clip", new Divide(), most, write.node("clip.divisor", new Maximum(), norm, most));
    }
}
