package chainstep.export;

import chainstep.math.Shape;
import chainstep.op.Axes;
import chainstep.op.Concat;
import chainstep.op.MatMul;
import chainstep.op.Max;
import chainstep.op.Mean;
import chainstep.op.Min;
import chainstep.op.Norm;
import chainstep.op.Ones;
import chainstep.op.Outer;
import chainstep.op.Reshape;
import chainstep.op.Slice;
import chainstep.op.Stack;
import chainstep.op.Sum;
import chainstep.op.Transpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How products, reductions and changes of shape are written in PyTorch, so that another number of rows does as well. */
final class TorchArrays {
    TorchArrays(TorchOps ops) {
        ops.put(
                MatMul.class,
                (op, in, shapes) -> TorchCode.infix(
                        turned(in.get(0), op.left(), shapes.get(0)),
                        "@",
                        turned(in.get(1), op.right(), shapes.get(1)),
                        TorchCode.Level.PRODUCT));
        ops.put(Outer.class, (op, in, shapes) -> TorchCode.call("torch.outer", in));
        ops.put(Transpose.class, (op, in, shapes) -> turned(in.get(0), true, shapes.get(0)));
        ops.put(Sum.class, (op, in, shapes) -> reduced("torch.sum", op.axes(), in));
        ops.put(Mean.class, (op, in, shapes) -> reduced("torch.mean", op.axes(), in));
        ops.put(Max.class, (op, in, shapes) -> extremum("largest", op.axes(), in));
        ops.put(Min.class, (op, in, shapes) -> extremum("smallest", op.axes(), in));
        ops.put(Norm.class, (op, in, shapes) -> TorchCode.call("torch.linalg.vector_norm", in));
        ops.put(
                Ones.class,
                (op, in, shapes) ->
                        TorchCode.atom("torch.ones(" + tuple(op.shape().dims()) + ")"));
        ops.put(Reshape.class, (op, in, shapes) -> TorchCode.atom(in.get(0).stem() + ".reshape(" + extents(op) + ")"));
        ops.put(Concat.class, (op, in, shapes) -> joined("torch.cat", in, op.axis()));
        ops.put(Stack.class, (op, in, shapes) -> joined("torch.stack", in, op.axis()));
        ops.put(Slice.class, (op, in, shapes) -> part(op, in.get(0), shapes.get(0)));
    }

    private static TorchCode turned(TorchCode operand, boolean isTurned, Shape shape) {
        if (!isTurned || shape.rank() < 2) {
            return operand;
        } else if (shape.rank() == 2) {
            return TorchCode.atom(operand.stem() + ".T");
        }
        String axes = IntStream.range(0, shape.rank())
                .mapToObj(axis -> String.valueOf(shape.rank() - 1 - axis))
                .collect(Collectors.joining(", "));
        return TorchCode.atom(operand.stem() + ".permute(" + axes + ")");
    }

    private static TorchCode reduced(String function, Axes axes, List<TorchCode> in) {
        if (axes.axes().isEmpty()) {
            TorchCode all = TorchCode.call(function, in);
            return axes.keep()
                    ? TorchCode.call(
                            function, in, "dim=tuple(range(" + in.get(0).stem() + ".dim()))", "keepdim=True")
                    : all;
        }
        String dims =
                "dim=" + tuple(axes.axes().stream().mapToInt(Integer::intValue).toArray());
        return axes.keep() ? TorchCode.call(function, in, dims, "keepdim=True") : TorchCode.call(function, in, dims);
    }

    private static TorchCode extremum(String function, Axes axes, List<TorchCode> in) {
        String dims = tuple(axes.axes().stream().mapToInt(Integer::intValue).toArray());
        return TorchCode.call(function, in, dims, axes.keep() ? "True" : "False");
    }

    private static String tuple(int... numbers) {
        String list = Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return numbers.length == 1 ? "(" + list + ",)" : "(" + list + ")";
    }

    /** The first extent is left open: the rows may be others. */
    private static String extents(Reshape op) {
        int[] dims = op.to().dims();
        if (dims.length == 0) {
            return "()";
        }
        dims[0] = -1;
        return Arrays.stream(dims).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    private static TorchCode joined(String function, List<TorchCode> in, int axis) {
        String list = in.stream().map(TorchCode::tensor).collect(Collectors.joining(", "));
        return TorchCode.atom(function + "([" + list + "], dim=" + axis + ")");
    }

    /** Brackets with ascending ranges; what goes backwards is turned round behind them. */
    private static TorchCode part(Slice op, TorchCode operand, Shape shape) {
        List<String> items = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        int axis = 0;
        int left = 0;
        for (Slice.Pick pick : op.picks()) {
            if (pick instanceof Slice.At at) {
                items.add(String.valueOf(at.index()));
                axis++;
            } else if (pick instanceof Slice.Every every) {
                items.add(range(every, shape.dim(axis++)));
                if (every.step() < 0) {
                    backwards.add(String.valueOf(left));
                }
                left++;
            } else {
                items.add("None");
                left++;
            }
        }
        String brackets = operand.stem() + "[" + String.join(", ", items) + "]";
        String turned = backwards.isEmpty() ? "" : ".flip(" + String.join(", ", backwards) + ")";
        return TorchCode.atom(items.isEmpty() ? operand.stem() : brackets + turned);
    }

    private static String range(Slice.Every every, int extent) {
        int other = every.start() + every.step() * (every.extent() - 1);
        int first = Math.min(every.start(), other);
        int step = Math.abs(every.step());
        if (first == 0 && step == 1 && every.extent() == extent) {
            return ":";
        }
        return first + ":" + (Math.max(every.start(), other) + 1) + (step == 1 ? "" : ":" + step);
    }
}
