package chainstep.explain;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.util.List;
import java.util.Optional;

/**
 * A gradient compared with central differences (E(x + δ) − E(x − δ))/2δ, δ about the cube root of the float64 epsilon: the value is
 * moved, all that depends on it computed again.
 *
 * @param numeric the differences
 * @param distance the greatest difference to the gradient
 */
public record CrossCheck(Tensor numeric, double distance) {
    private static final int MOST = 36;
    private static final double STEP = 6e-6;

    static Optional<CrossCheck> of(Page page, int gradient) {
        Node node = page.program().node(gradient);
        Optional<Integer> by = Names.byWhat(node);
        Optional<Integer> of = Names.ofWhat(node);
        boolean whole = by.isPresent()
                && page.program().gradient(of.orElseThrow(), by.get()).orElse(-1) == gradient;
        boolean scalar = whole && page.program().node(of.get()).shape().size() == 1;
        if (!scalar || node.shape().size() > MOST || by.get().equals(of.get())) {
            return Optional.empty();
        }
        Tensor numeric = new Moved(page.trace(), by.get(), of.get()).differences();
        double distance = 0;
        for (int i = 0; i < numeric.size(); i++) {
            distance = Math.max(distance, Math.abs(numeric.get(i) - page.trace().get(gradient, i)));
        }
        return Optional.of(new CrossCheck(numeric, distance));
    }

    /** The program with its leaves and one value held at what they are in a trace, that value movable. */
    private static final class Moved implements Supply {
        private final Trace trace;
        private final int by;
        private final int of;
        private final double[] values;

        Moved(Trace trace, int by, int of) {
            this.trace = trace;
            this.by = by;
            this.of = of;
            this.values = trace.value(by).toArray();
        }

        Tensor differences() {
            Program program = trace.program();
            for (Node node : program.nodes()) {
                if (node.id() == by || node.isLeaf()) {
                    Leaf leaf = new Leaf(Leaf.Kind.CONST, node.id() == by ? this : held(node.id()));
                    program = program.with(node.id(), leaf, List.of());
                }
            }
            Evaluator evaluator = new Evaluator(program);
            double[] differences = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double at = values[i];
                double step = STEP * Math.max(1, Math.abs(at));
                double above = at(evaluator, i, at + step);
                double below = at(evaluator, i, at - step);
                values[i] = at;
                differences[i] = (above - below) / ((at + step) - (at - step));
            }
            return Tensor.of(shape(), differences);
        }

        private Supply held(int leaf) {
            return chainstep.graph.Fixed.of(trace.value(leaf));
        }

        private double at(Evaluator evaluator, int element, double value) {
            values[element] = value;
            Snapshot start = evaluator.start();
            return evaluator.run(start).get(of, 0);
        }

        @Override
        public Shape shape() {
            return trace.program().node(by).shape();
        }

        @Override
        public void fill(long iteration, double[] into) {
            System.arraycopy(values, 0, into, 0, values.length);
        }

        @Override
        public boolean varies() {
            return true;
        }
    }
}
