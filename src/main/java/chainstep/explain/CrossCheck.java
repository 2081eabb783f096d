package chainstep.explain;

import chainstep.graph.Node;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.GradientCheck;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.TensorCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A gradient compared with central differences of the forward pass: the value is moved, all that depends on it computed again.
 *
 * @param numeric the differences; what only rounding makes of a zero is 0
 * @param distance the greatest difference to the gradient among the elements of that verdict
 * @param check each element with its verdict
 */
public record CrossCheck(Tensor numeric, double distance, TensorCheck check) {
    private static final int MOST = 36;
    /** Beside a difference of 1, one of this size is rounding. */
    private static final double ROUNDING = 1e-11;

    static Optional<CrossCheck> of(Page page, int gradient) {
        Node node = page.program().node(gradient);
        return node.shape().size() > MOST
                ? Optional.empty()
                : of(page, node, node.shape(), IntStream.range(0, node.shape().size()));
    }

    /** One element alone, however large the gradient is. */
    static Optional<CrossCheck> of(Page page, int gradient, int element) {
        return of(page, page.program().node(gradient), Shape.SCALAR, IntStream.of(element));
    }

    private static Optional<CrossCheck> of(Page page, Node node, Shape shape, IntStream places) {
        Optional<Integer> by = Names.byWhat(node);
        Optional<Integer> of = Names.ofWhat(node);
        boolean whole = by.isPresent()
                && page.program().gradient(of.orElseThrow(), by.get()).orElse(-1) == node.id();
        boolean scalar = whole && page.program().node(of.get()).shape().size() == 1;
        if (!scalar || by.get().equals(of.get())) {
            return Optional.empty();
        }
        TensorCheck check = GradientCheck.of(page.evaluator(), page.trace(), of.get(), by.get(), node.id(), places);
        Verdict said = check.verdict() == Verdict.DISAGREES ? Verdict.DISAGREES : Verdict.AGREES;
        double distance = check.with(said).stream()
                .mapToDouble(one -> Math.abs(one.gradient() - one.difference()))
                .max()
                .orElse(0);
        return Optional.of(new CrossCheck(Tensor.of(shape, differences(check)), distance, check));
    }

    private static double[] differences(TensorCheck check) {
        double[] found =
                check.elements().stream().mapToDouble(ElementCheck::difference).toArray();
        double largest = Arrays.stream(found)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        return Arrays.stream(found)
                .map(d -> Math.abs(d) < ROUNDING * largest ? 0 : d)
                .toArray();
    }

    /** The elements of which more must be said than that they agree. */
    List<ElementCheck> troubled() {
        return check.elements().stream()
                .filter(one -> one.verdict() != Verdict.AGREES)
                .toList();
    }
}
