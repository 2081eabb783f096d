package chainstep.graph;

import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of an operation with respect to one input, applied to the gradient of its result: again an operation,
 * made from the nests.
 *
 * <p>For {@code out[A(d)] += body(in[B(d)], …)} it is {@code grad_in[B(d)] += grad_out[A(d)] · ∂body/∂in}: the same
 * domain, another target. A list of nests is gone through backwards, recomputing the arrays made on the way. A maximum
 * passes the gradient to its recorded winner. Source: Griewank and Walther, Evaluating Derivatives, ch. 3.
 *
 * @param of the operation differentiated
 * @param input by which input
 * @param made the nests of the derivative, over the operands that its {@link Pullback} lists
 */
public record Adjoint(Op of, int input, Nests made) implements Op {

    /** The pullback of an operation made from its nests. */
    public static Pullback of(Op op, int input, List<Shape> inputs) {
        return new AdjointMaker(op, input, inputs).pullback();
    }

    @Override
    public String name() {
        return of.name() + "_adjoint";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (!inputs.equals(made.inputs())) {
            throw new IllegalArgumentException(name() + " takes " + made.inputs() + ", not " + inputs);
        }
        return made.shapeOf(made.result());
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        return made;
    }

    /**
     * Of ⟨g, y⟩, y linear in x: the derivative by g is y of what comes in, put in place of x; where y is a product of x and w, the
     * derivative by w is that of y by w, what comes in put in place of x.
     */
    @Override
    public Optional<Pullback> pullback(int by, List<Shape> inputs) {
        int count = made.inputs().size();
        if (!of.isMultilinear() || input >= count || count > 2) {
            return Optional.empty();
        }
        List<Pullback.Operand> put = new ArrayList<>(List.of(Pullback.UPSTREAM));
        List<Shape> shapes = new ArrayList<>(List.of(made.shapeOf(made.result())));
        if (count == 2) {
            put.add(1 - input, Pullback.input(1));
            shapes.add(1 - input, inputs.get(1));
        }
        if (by == 0) {
            return Optional.of(new Pullback(of, put));
        }
        Pullback other = of(of, 1 - input, shapes);
        List<Pullback.Operand> read = other.operands().stream()
                .map(operand -> operand instanceof Pullback.Operand.Input in ? put.get(in.index()) : Pullback.input(0))
                .toList();
        return Optional.of(new Pullback(other.op(), read));
    }

    /** Cheap: the nests, which the rest all but determines, are left to {@code equals}. */
    @Override
    public int hashCode() {
        return 31 * (31 * of.hashCode() + input) + made.inputs().hashCode();
    }
}
