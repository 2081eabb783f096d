package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Nests;
import chainstep.math.DoubleArithmetic;
import chainstep.math.Shape;
import java.util.List;

/** Formulas of one number, put together and compared at a few points. */
final class Samples {
    private static final List<Double> POINTS = List.of(-1.3, 0.37, 1.9, 4.2);
    private static final double NEAR = 1e-12;

    private Samples() {}

    /** Whether two formulas of {@code Formula.input(0)} have the same values. */
    static boolean equal(Formula one, Formula other) {
        List<Double> left = values(one);
        List<Double> right = values(other);
        for (int k = 0; k < left.size(); k++) {
            if (!(Math.abs(left.get(k) - right.get(k)) <= NEAR * (1 + Math.abs(right.get(k))))) {
                return false;
            }
        }
        return true;
    }

    private static List<Double> values(Formula formula) {
        Shape shape = Shape.of(POINTS.size());
        Nests nests = Nests.elementwise(List.of(shape), shape, formula);
        return new NestInterpreter<>(new DoubleArithmetic()).run(nests, List.of(POINTS));
    }

    /** A formula with each input replaced. */
    static Formula put(Formula formula, Formula... inputs) {
        return formula instanceof Formula.Input input
                ? inputs[input.read()]
                : formula.mapParts(part -> put(part, inputs));
    }
}
