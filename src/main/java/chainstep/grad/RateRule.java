package chainstep.grad;

import chainstep.math.Rational;
import chainstep.op.Add;
import chainstep.op.Compare;
import chainstep.op.Cos;
import chainstep.op.Divide;
import chainstep.op.Exp;
import chainstep.op.Minimum;
import chainstep.op.Multiply;
import chainstep.op.RaiseTo;
import chainstep.op.Subtract;

/** Writes a {@link Schedule} as nodes of the update: the shared part {@code rate}, computed from the update count t. */
final class RateRule {
    private static final Rational HALF = Rational.of(1, 2);

    private static final Compare FULL = new Compare(Compare.Relation.GREATER_EQUAL);

    private final UpdateWriter write;

    RateRule(UpdateWriter write) {
        this.write = write;
    }

    /** The node that holds η. */
    int append(Schedule schedule) {
        if (schedule instanceof Schedule.Constant) {
            return write.constant("rate", schedule.lr());
        }
        int start = write.constant("lr", schedule.lr());
        if (schedule instanceof Schedule.StepDecay s) {
            return stepDecay(start, s);
        } else if (schedule instanceof Schedule.ExpDecay s) {
            return expDecay(start, s);
        } else if (schedule instanceof Schedule.Cosine s) {
            return cosine(s);
        }
        return warmup(start, (Schedule.Warmup) schedule);
    }

    /** ⌊t/every⌋ is carried: {@code drops}, raised whenever {@code since}, the updates since the last drop, is full. */
    private int stepDecay(int start, Schedule.StepDecay s) {
        int drops = write.memory("drops");
        int since = write.memory("since");
        int power = write.node("rate.power", new RaiseTo(), write.constant("factor", s.factor()), drops);
        int rate = write.node("rate", new Multiply(), start, power);
        int raised = write.node("since.raised", new Add(), since, write.number(1));
        int full = write.node("since.full", FULL, raised, write.constant("every", s.every()));
        int open = write.node("since.open", new Subtract(), write.number(1), full);
        write.next(since, "since", new Multiply(), raised, open);
        write.next(drops, "drops", new Add(), drops, full);
        return rate;
    }

    private int expDecay(int start, Schedule.ExpDecay s) {
        int exponent = write.node(
                "rate.exponent",
                new Multiply(),
                write.constant("-decay", s.rate().negate()),
                write.updatesBefore());
        int decayed = write.node("rate.decayed", new Exp(), exponent);
        int rate = write.node("rate", new Multiply(), start, decayed);
        write.updates();
        return rate;
    }

    private int cosine(Schedule.Cosine s) {
        int total = write.constant("total", s.total());
        int time = write.node("rate.time", new Minimum(), write.updatesBefore(), total);
        int half = write.node("rate.turn", new Multiply(), write.constant("pi", Rational.of(StrictMath.PI)), time);
        int angle = write.node("rate.angle", new Divide(), half, total);
        int raised = write.node("rate.raised", new Add(), write.number(1), write.node("rate.cos", new Cos(), angle));
        int height = write.constant("height", s.lr().subtract(s.min()).multiply(HALF));
        boolean fromZero = s.min().signum() == 0;
        int above = write.node(fromZero ? "rate" : "rate.above", new Multiply(), height, raised);
        int rate = fromZero ? above : write.node("rate", new Add(), write.constant("min", s.min()), above);
        write.updates();
        return rate;
    }

    private int warmup(int start, Schedule.Warmup s) {
        int share = write.node("rate.share", new Divide(), write.updates(), write.constant("steps", s.steps()));
        int part = write.node("rate.part", new Minimum(), write.number(1), share);
        return write.node("rate", new Multiply(), start, part);
    }
}
