package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** Softplus differentiated as a step: 0 or 1 for σ. */
final class SoftplusAsStep implements BendMistake {
    @Override
    public String code() {
        return "M49";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Bend bend, Suspects into) {
        if (Samples.equal(bend.function(), Formula.apply(Fn.SOFTPLUS, X))) {
            Formula step = Formula.apply(Fn.STEP, X);
            into.everywhere("step", bend.site(), draft -> BendMistake.slope(draft, bend, step, bend.z()), bend.z());
        }
    }
}
