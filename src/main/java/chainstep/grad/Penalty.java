package chainstep.grad;

import chainstep.graph.Op;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.op.Abs;
import chainstep.op.Add;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Sum;
import chainstep.op.Total;
import java.util.List;

/** Appends the terms that keep parameters small to a loss: E + l1·Σ|w| + l2·Σw². */
final class Penalty {
    private final ProgramBuilder program;
    private final List<Integer> params;
    private final String base;

    Penalty(ProgramBuilder program, int loss, List<Integer> params) {
        this.program = program;
        this.params = params;
        String name = program.node(loss).name();
        this.base = name.isEmpty() ? "loss" : name;
    }

    /** The loss with its penalties; the loss itself where both are zero or nothing is trained. */
    int added(int loss, Rational l1, Rational l2) {
        int first = added(loss, "l1", l1, new Abs());
        int both = added(first, "l2", l2, new Power(Rational.of(2)));
        if (both != loss) {
            program.name(both, base + ".penalised");
        }
        return both;
    }

    private int added(int loss, String part, Rational weight, Op each) {
        if (weight.signum() == 0 || params.isEmpty()) {
            return loss;
        }
        List<Integer> sums =
                params.stream().map(param -> summed(program.apply(each, param))).toList();
        int all = sums.size() == 1 ? sums.get(0) : program.apply(new Total(), sums.toArray(Integer[]::new));
        int term = program.apply(new Multiply(), program.literal(weight), all);
        program.name(term, base + "." + part);
        return program.apply(new Add(), loss, term);
    }

    /** The sum over an array; one number is its own sum. */
    private int summed(int value) {
        return program.node(value).shape().isScalar() ? value : program.apply(Sum.ALL, value);
    }
}
