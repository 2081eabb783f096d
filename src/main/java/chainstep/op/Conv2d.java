package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The sliding product of an image and kernels, with a bias or none, as deep learning calls convolution (cross-correlation):
 * out[n,f,i,j] = b[f] + Σ x[n,c,i·stride+u−pad,j·stride+v−pad]·w[f,c,u,v].
 *
 * <p>x: H×W with w: k×k and b one number; or x: C×H×W or N×C×H×W with w: F×C×k×k and b: F. Windows that do not fit are left
 * out. Source: Dumoulin and Visin, A guide to convolution arithmetic, 2016.
 *
 * @param pad rows and columns of zeros around the image
 */
public record Conv2d(int stride, int pad) implements Op {
    public Conv2d {
        if (stride < 1 || pad < 0 || Math.max(stride, pad) > Windows.FURTHEST) {
            throw new OperandException("conv2d.parameters", stride, pad);
        }
    }

    @Override
    public String name() {
        return "conv2d";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.size() != 3) {
            Operands.count(this, inputs, 2);
        }
        Shape x = inputs.get(0);
        Shape w = inputs.get(1);
        boolean plain = x.rank() == 2;
        if (x.rank() < 2 || w.rank() != (plain ? 2 : 4) || !plain && x.dim(-3) != w.dim(1)) {
            throw new OperandException("conv2d.shapes", x, w);
        }
        if (inputs.size() == 3) {
            checkBias(w, inputs.get(2));
        }
        List<Integer> dims = new ArrayList<>();
        if (x.rank() == 4) {
            dims.add(x.dim(0));
        }
        if (!plain) {
            dims.add(w.dim(0));
        }
        dims.add(extent(x, w, -2));
        dims.add(extent(x, w, -1));
        return Operands.shape(this, dims.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void checkBias(Shape w, Shape bias) {
        int filters = w.rank() == 2 ? 1 : w.dim(0);
        boolean fits = bias.rank() <= 1 && bias.size() == filters && (bias.rank() == 1 || w.rank() == 2);
        if (!fits) {
            throw new OperandException("conv2d.bias", bias, filters);
        }
    }

    private int extent(Shape x, Shape w, int axis) {
        long room = x.dim(axis) + 2L * pad - w.dim(axis);
        if (room < 0) {
            throw new OperandException("conv2d.kernel", x, w, pad);
        }
        return (int) Math.min(room / stride + 1, Integer.MAX_VALUE);
    }

    @Override
    public boolean isMultilinear() {
        return true;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Loops loops = new Loops(inputs.get(0), inputs.get(1), result);
        List<Nest> nests = new ArrayList<>();
        nests.add(Nest.sum(
                loops.domain(),
                inputs.size(),
                loops.result(),
                List.of(new Nest.Read(0, loops.image(stride, pad)), new Nest.Read(1, loops.kernel())),
                Formula.multiply(Formula.input(0), Formula.input(1))));
        if (inputs.size() == 3) {
            nests.add(bias(result, inputs.get(2).rank()));
        }
        return new Nests(inputs, List.of(result), nests);
    }

    private static Nest bias(Shape result, int rank) {
        IndexMap filter = IndexMap.scalar(result.rank());
        if (rank == 1) {
            filter = result.rank() == 2 ? filter.then(0) : filter.then(0, result.rank() - 3, 1);
        }
        return Nest.sum(
                Nest.domainOf(result),
                3,
                IndexMap.identity(result.rank()),
                List.of(new Nest.Read(2, filter)),
                Formula.input(0));
    }

    /** The loops n, f, c (as far as there are such axes), then the kernel's u, v and, innermost for speed, the place i, j. */
    private record Loops(Shape x, Shape w, Shape out) {
        private int ahead() {
            return x.rank() == 4 ? 3 : x.rank() == 3 ? 2 : 0;
        }

        List<Integer> domain() {
            List<Integer> extents = new ArrayList<>();
            if (x.rank() == 4) {
                extents.add(x.dim(0));
            }
            if (x.rank() > 2) {
                extents.add(w.dim(0));
                extents.add(w.dim(1));
            }
            extents.addAll(List.of(w.dim(-2), w.dim(-1), out.dim(-2), out.dim(-1)));
            return extents;
        }

        private IndexMap start() {
            return IndexMap.scalar(ahead() + 4);
        }

        private IndexMap loop(IndexMap map, int loop) {
            return map.then(0, loop, 1);
        }

        IndexMap result() {
            IndexMap map = x.rank() == 4 ? loop(start(), 0) : start();
            map = x.rank() > 2 ? loop(map, ahead() - 2) : map;
            return loop(loop(map, ahead() + 2), ahead() + 3);
        }

        IndexMap kernel() {
            IndexMap map = x.rank() > 2 ? loop(loop(start(), ahead() - 2), ahead() - 1) : start();
            return loop(loop(map, ahead()), ahead() + 1);
        }

        IndexMap image(int stride, int pad) {
            IndexMap map = x.rank() == 4 ? loop(start(), 0) : start();
            map = x.rank() > 2 ? loop(map, ahead() - 1) : map;
            map = map.then(-pad, ahead() + 2, stride, ahead(), 1);
            return map.then(-pad, ahead() + 3, stride, ahead() + 1, 1);
        }
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        List<String> set = new ArrayList<>();
        if (stride > 1) {
            set.add("stride=" + stride);
        }
        if (pad > 0) {
            set.add("pad=" + pad);
        }
        String settings = set.isEmpty() ? "" : "; " + String.join(", ", set);
        Expression product = new Expression.Applied(name() + settings, operands.subList(0, 2), false);
        return inputs.size() == 2 ? product : new Expression.Sum(List.of(product, operands.get(2)));
    }
}
