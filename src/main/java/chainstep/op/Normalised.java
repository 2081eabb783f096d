package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.math.Fn;
import chainstep.math.Rational;

/**
 * What batch and layer normalisation share: within each group of numbers x̂ = (x − μ)/√(σ² + ε), then γ·x̂ + β.
 *
 * @param rows which numbers form a group
 * @param parameter where γ and β are read
 */
record Normalised(Stages.Rows rows, IndexMap parameter, Rational epsilon) {
    /** The nests over the operands x, γ, β. */
    Nests write(Stages stages) {
        Formula x = Formula.input(0);
        Formula count = Formula.constant(rows.shape().size() / rows.groups().size());
        int mean = stages.sum(rows, Formula.divide(x, count), rows.whole(0));
        int centred = stages.each(rows, Formula.subtract(x, Formula.input(1)), rows.whole(0), rows.spread(mean));
        Formula square = Formula.power(x, Formula.constant(2));
        int variance = stages.sum(rows, Formula.divide(square, count), rows.whole(centred));
        Formula deviation = Formula.apply(Fn.SQRT, Formula.add(Formula.input(1), Formula.constant(epsilon)));
        Formula scaled = Formula.multiply(Formula.input(2), Formula.divide(x, deviation));
        stages.each(
                rows,
                Formula.add(scaled, Formula.input(3)),
                rows.whole(centred),
                rows.spread(variance),
                new Nest.Read(1, parameter),
                new Nest.Read(2, parameter));
        return stages.nests();
    }
}
