package chainstep.export;

import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.AvgPool2d;
import chainstep.op.BatchNorm;
import chainstep.op.Bce;
import chainstep.op.BceLogits;
import chainstep.op.Conv2d;
import chainstep.op.CrossEntropy;
import chainstep.op.Hinge;
import chainstep.op.Huber;
import chainstep.op.LayerNorm;
import chainstep.op.LogSoftmax;
import chainstep.op.Mae;
import chainstep.op.MaxPool2d;
import chainstep.op.Mse;
import chainstep.op.Reduction;
import chainstep.op.Softmax;
import java.util.List;
import java.util.Locale;

/** How losses, softmax, convolution, pooling and normalisation are written in PyTorch. */
final class TorchLayers {
    TorchLayers(TorchOps ops) {
        losses(ops);
        ops.put(Softmax.class, (op, in, shapes) -> TorchCode.call("F.softmax", in, "dim=" + op.axis()));
        ops.put(LogSoftmax.class, (op, in, shapes) -> TorchCode.call("F.log_softmax", in, "dim=" + op.axis()));
        ops.put(Conv2d.class, TorchLayers::convolution);
        ops.put(MaxPool2d.class, (op, in, shapes) -> pool("F.max_pool2d", in, shapes, op.size(), op.stride()));
        ops.put(AvgPool2d.class, (op, in, shapes) -> pool("F.avg_pool2d", in, shapes, op.size(), op.stride()));
        ops.put(
                BatchNorm.class,
                (op, in, shapes) -> TorchCode.call(
                        "F.batch_norm",
                        in.subList(0, 1),
                        "None",
                        "None",
                        in.get(1).tensor(),
                        in.get(2).tensor(),
                        "training=True",
                        epsilon(op.epsilon())));
        ops.put(
                LayerNorm.class,
                (op, in, shapes) -> TorchCode.call(
                        "F.layer_norm",
                        in.subList(0, 1),
                        "(" + shapes.get(0).dim(-1) + ",)",
                        in.get(1).tensor(),
                        in.get(2).tensor(),
                        epsilon(op.epsilon())));
    }

    private static void losses(TorchOps ops) {
        ops.put(Mse.class, (op, in, shapes) -> reduced(TorchCode.power(difference(in), "2"), op.reduction()));
        ops.put(Mae.class, (op, in, shapes) -> reduced(TorchCode.call("torch.abs", difference(in)), op.reduction()));
        ops.put(
                Huber.class,
                (op, in, shapes) -> TorchCode.call(
                        "F.huber_loss", in, "delta=" + op.delta().doubleValue(), reduction(op.reduction())));
        ops.put(Hinge.class, (op, in, shapes) -> {
            TorchCode agreed = TorchCode.infix(in.get(1), "*", in.get(0), TorchCode.Level.PRODUCT);
            TorchCode margin = TorchCode.infix(TorchCode.number(1), "-", agreed, TorchCode.Level.SUM);
            return reduced(TorchCode.call("torch.relu", margin), op.reduction());
        });
        ops.put(Bce.class, (op, in, shapes) -> TorchCode.call("F.binary_cross_entropy", in, reduction(op.reduction())));
        ops.put(
                BceLogits.class,
                (op, in, shapes) ->
                        TorchCode.call("F.binary_cross_entropy_with_logits", in, reduction(op.reduction())));
        ops.put(CrossEntropy.class, TorchLayers::crossEntropy);
    }

    private static TorchCode difference(List<TorchCode> in) {
        return TorchCode.infix(in.get(0), "-", in.get(1), TorchCode.Level.SUM);
    }

    private static TorchCode reduced(TorchCode each, Reduction reduction) {
        return switch (reduction) {
            case MEAN -> TorchCode.call("torch.mean", each);
            case SUM -> TorchCode.call("torch.sum", each);
            case NONE -> each;
        };
    }

    private static String reduction(Reduction reduction) {
        return "reduction=\"" + reduction.name().toLowerCase(Locale.ROOT) + "\"";
    }

    /** Targets are rows, as ours are, or numbers of classes. */
    private static TorchCode crossEntropy(CrossEntropy op, List<TorchCode> in, List<Shape> shapes) {
        if (!shapes.get(0).equals(shapes.get(1))) {
            String classes = in.get(1).stem() + ".long()";
            boolean isFlat = shapes.get(0).rank() <= 2;
            String logits = isFlat ? in.get(0).tensor() : in.get(0).stem() + ".flatten(0, -2)";
            TorchCode all = TorchCode.atom("F.cross_entropy(" + logits + ", "
                    + (isFlat ? classes : classes + ".flatten()") + ", " + reduction(op.reduction()) + ")");
            boolean isBent = !isFlat && op.reduction() == Reduction.NONE;
            return isBent ? TorchCode.atom(all.text() + ".reshape(" + in.get(1).stem() + ".shape)") : all;
        }
        TorchCode logs = TorchCode.call("F.log_softmax", in.get(0), "dim=-1");
        TorchCode shares = TorchCode.infix(in.get(1), "*", logs, TorchCode.Level.PRODUCT);
        TorchCode rows = TorchCode.negative(TorchCode.call("torch.sum", shares, "dim=-1"));
        return reduced(rows, op.reduction());
    }

    /** An image without channels is one of one channel. */
    private static TorchCode convolution(Conv2d op, List<TorchCode> in, List<Shape> shapes) {
        String settings = ", stride=" + op.stride() + ", padding=" + op.pad() + ")";
        if (shapes.get(0).rank() > 2) {
            String bias = in.size() == 3 ? ", " + in.get(2).tensor() : "";
            return TorchCode.atom(
                    "F.conv2d(" + in.get(0).tensor() + ", " + in.get(1).tensor() + bias + settings);
        }
        String bias = in.size() == 3 ? ", " + in.get(2).stem() + ".reshape(1)" : "";
        return TorchCode.atom("F.conv2d(" + in.get(0).stem() + "[None], "
                + in.get(1).stem() + "[None, None]" + bias + settings + "[0]");
    }

    private static TorchCode pool(String function, List<TorchCode> in, List<Shape> shapes, int size, int stride) {
        boolean isPlain = shapes.get(0).rank() == 2;
        String image = isPlain ? in.get(0).stem() + "[None]" : in.get(0).tensor();
        return TorchCode.atom(
                function + "(" + image + ", " + size + ", stride=" + stride + ")" + (isPlain ? "[0]" : ""));
    }

    private static String epsilon(Rational epsilon) {
        return "eps=" + epsilon.doubleValue();
    }
}
