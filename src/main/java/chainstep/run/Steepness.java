package chainstep.run;

import chainstep.graph.Program;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.TensorCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.BitSet;
import java.util.List;

/**
 * Takes back what differences say against a gradient where a value on the way to the loss is too steep to compare.
 *
 * <p>Of sin(10¹⁰·x) + 10¹⁵·cos(x) the sine is lost beside the cosine before steps are small enough to follow it, so that differences
 * by x settle without it; differences by 10¹⁰·x do not settle, and say that those by x mean nothing.
 */
final class Steepness {
    /** The values that are too steep, and those that they are computed from. */
    private final BitSet before = new BitSet();

    private Steepness(Program program, List<TensorCheck> tensors) {
        tensors.stream()
                .filter(tensor -> !tensor.with(Verdict.TOO_STEEP).isEmpty())
                .forEach(tensor -> before.set(tensor.node()));
        for (int id = before.length() - 1; id >= 0; id = before.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(before::set);
        }
    }

    /** The same checks, none of which accuses a gradient of what lies before a value too steep to compare. */
    static List<TensorCheck> excused(Program program, List<TensorCheck> tensors) {
        Steepness steepness = new Steepness(program, tensors);
        return tensors.stream().map(steepness::excused).toList();
    }

    private TensorCheck excused(TensorCheck tensor) {
        boolean accused = before.get(tensor.node()) && tensor.verdict() == Verdict.DISAGREES;
        return accused
                ? new TensorCheck(
                        tensor.node(),
                        tensor.gradient(),
                        tensor.elements().stream().map(Steepness::excused).toList())
                : tensor;
    }

    private static ElementCheck excused(ElementCheck one) {
        return one.verdict() == Verdict.DISAGREES ? one.with(Verdict.TOO_STEEP) : one;
    }
}
