package chainstep.grad;

import chainstep.math.Rational;
import chainstep.op.Add;
import chainstep.op.Divide;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.RaiseTo;
import chainstep.op.Sqrt;
import chainstep.op.Subtract;

/**
 * Writes an {@link Optimizer} as nodes for one parameter, in the order of the textbook: memories, corrected memories,
 * direction, step, new value.
 */
final class UpdateRule {
    private final UpdateWriter write;
    private final int rate;

    UpdateRule(UpdateWriter write, int rate) {
        this.write = write;
        this.rate = rate;
    }

    /** Appends the update by this gradient and carries the parameter to its new value. */
    void append(Optimizer optimizer, int gradient) {
        int start = optimizer instanceof Optimizer.AdamW o ? decayed(o.weightDecay()) : write.param();
        int step = write.node("step", new Multiply(), rate, direction(optimizer, gradient));
        write.next(write.param(), "new", new Subtract(), start, step);
    }

    private int direction(Optimizer optimizer, int g) {
        if (optimizer instanceof Optimizer.Momentum o) {
            return velocity(o.beta(), g);
        } else if (optimizer instanceof Optimizer.Nesterov o) {
            int beta = write.constant("beta", o.beta());
            int ahead = write.node("direction.ahead", new Multiply(), beta, velocity(o.beta(), g));
            return write.node("direction", new Add(), g, ahead);
        } else if (optimizer instanceof Optimizer.RmsProp o) {
            return scaled(g, average("v", "rho", o.rho(), square(g)), o.eps());
        } else if (optimizer instanceof Optimizer.Adam o) {
            return adam(o, g);
        } else if (optimizer instanceof Optimizer.AdamW o) {
            return adam(o.moments(), g);
        }
        return g;
    }

    /** v ← β·v + g. */
    private int velocity(Rational beta, int g) {
        int v = write.memory("v");
        int kept = write.node("v.kept", new Multiply(), write.constant("beta", beta), v);
        return write.next(v, "v", new Add(), kept, g);
    }

    private int adam(Optimizer.Adam o, int g) {
        int m = average("m", "beta1", o.beta1(), g);
        int v = average("v", "beta2", o.beta2(), square(g));
        int corrected = write.node("m_hat", new Divide(), m, bias("beta1", o.beta1()));
        int spread = write.node("v_hat", new Divide(), v, bias("beta2", o.beta2()));
        return scaled(corrected, spread, o.eps());
    }

    private int square(int g) {
        return write.node("v.square", new Power(Rational.of(2)), g);
    }

    /** a ← β·a + (1 − β)·x, where β is named {@code symbol}. */
    private int average(String part, String symbol, Rational beta, int x) {
        int memory = write.memory(part);
        int kept = write.node(part + ".kept", new Multiply(), write.constant(symbol, beta), memory);
        int rest = write.constant("1-" + symbol, Rational.ONE.subtract(beta));
        int added = write.node(part + ".added", new Multiply(), rest, x);
        return write.next(memory, part, new Add(), kept, added);
    }

    /** 1 − βᵗ, how much of the average's weights has been filled after t updates. */
    private int bias(String symbol, Rational beta) {
        int power = write.once("bias." + symbol, new RaiseTo(), write.constant(symbol, beta), write.updates());
        return write.once("bias_" + symbol, new Subtract(), write.number(1), power);
    }

    /** x/(√v + ε). */
    private int scaled(int x, int v, Rational eps) {
        int root = write.node("direction.root", new Sqrt(), v);
        int below = write.node("direction.below", new Add(), root, write.constant("eps", eps));
        return write.node("direction", new Divide(), x, below);
    }

    /** w − η·λ·w. */
    private int decayed(Rational weightDecay) {
        int decay = write.constant("weight_decay", weightDecay);
        int share = write.once("decay.rate", new Multiply(), rate, decay);
        int lost = write.node("decay", new Multiply(), share, write.param());
        return write.node("decayed", new Subtract(), write.param(), lost);
    }
}
