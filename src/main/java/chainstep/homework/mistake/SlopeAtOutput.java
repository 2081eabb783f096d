package chainstep.homework.mistake;

import chainstep.graph.Derivative;
import chainstep.graph.Formula;

/** The derivative of an activation taken at its output a instead of at z: f′(f(z)). */
final class SlopeAtOutput implements BendMistake {
    @Override
    public String code() {
        return "M02";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Bend bend, Suspects into) {
        Formula slope = Derivative.of(bend.function(), 0);
        into.everywhere(
                "output", bend.site(), draft -> BendMistake.slope(draft, bend, slope, bend.a()), bend.z(), bend.a());
    }
}
