package chainstep.export;

import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.Abs;
import chainstep.op.Add;
import chainstep.op.Alias;
import chainstep.op.And;
import chainstep.op.Compare;
import chainstep.op.Cos;
import chainstep.op.Divide;
import chainstep.op.Dropout;
import chainstep.op.Elu;
import chainstep.op.Exp;
import chainstep.op.Gelu;
import chainstep.op.IsFinite;
import chainstep.op.LeakyRelu;
import chainstep.op.Log;
import chainstep.op.Maximum;
import chainstep.op.Minimum;
import chainstep.op.Multiply;
import chainstep.op.Negate;
import chainstep.op.Not;
import chainstep.op.Or;
import chainstep.op.Power;
import chainstep.op.RaiseTo;
import chainstep.op.Relu;
import chainstep.op.Sigmoid;
import chainstep.op.Sign;
import chainstep.op.Silu;
import chainstep.op.Sin;
import chainstep.op.Softplus;
import chainstep.op.Sqrt;
import chainstep.op.Step;
import chainstep.op.Subtract;
import chainstep.op.Tanh;
import chainstep.op.Total;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each operation is written in PyTorch: the number-by-number ones here, the others in {@link TorchArrays} and {@link TorchLayers}.
 *
 * <p>Where PyTorch has another convention at a kink (a tie in a maximum) the script's own helper keeps ours.
 */
final class TorchOps {
    /** Writes one operation. */
    interface Writer<O extends Op> {
        /** @param shapes of the operands */
        TorchCode write(O op, List<TorchCode> operands, List<Shape> shapes);
    }

    private final Map<Class<? extends Op>, Writer<Op>> writers = new HashMap<>();

    TorchOps() {
        arithmetic();
        functions();
        activations();
        truths();
        new TorchArrays(this);
        new TorchLayers(this);
    }

    <O extends Op> void put(Class<O> kind, Writer<O> writer) {
        writers.put(kind, (op, operands, shapes) -> writer.write(kind.cast(op), operands, shapes));
    }

    /** An operation that is a function of PyTorch's. */
    private void call(Class<? extends Op> kind, String function) {
        put(kind, (op, in, shapes) -> TorchCode.call(function, in));
    }

    private void infix(Class<? extends Op> kind, String sign, TorchCode.Level level) {
        put(kind, (op, in, shapes) -> TorchCode.infix(in.get(0), sign, in.get(1), level));
    }

    boolean knows(Op op) {
        return writers.containsKey(op.getClass());
    }

    /**
     * A node in terms of its operands.
     *
     * @throws ExportException when PyTorch has no such operation
     */
    TorchCode write(Node node, List<TorchCode> operands, List<Shape> shapes) {
        Writer<Op> writer = writers.get(node.op().getClass());
        if (writer == null) {
            throw new ExportException("op", node.op().name(), node.origin().line());
        }
        return writer.write(node.op(), operands, shapes);
    }

    private void arithmetic() {
        infix(Add.class, "+", TorchCode.Level.SUM);
        infix(Subtract.class, "-", TorchCode.Level.SUM);
        infix(Multiply.class, "*", TorchCode.Level.PRODUCT);
        infix(Divide.class, "/", TorchCode.Level.PRODUCT);
        infix(Dropout.class, "*", TorchCode.Level.PRODUCT);
        put(Negate.class, (op, in, shapes) -> TorchCode.negative(in.get(0)));
        put(Power.class, (op, in, shapes) -> TorchCode.power(in.get(0), exponent(op.exponent())));
        call(RaiseTo.class, "torch.pow");
        call(Maximum.class, "maximum");
        call(Minimum.class, "minimum");
        put(Alias.class, (op, in, shapes) -> in.get(0));
        put(
                Total.class,
                (op, in, shapes) -> in.stream()
                        .reduce((sum, next) -> TorchCode.infix(sum, "+", next, TorchCode.Level.SUM))
                        .orElseThrow());
    }

    /** A whole number without its point, a negative one in brackets. */
    private static String exponent(Rational exponent) {
        String text = exponent.isInteger() ? exponent.numerator().toString() : Double.toString(exponent.doubleValue());
        return exponent.signum() < 0 ? "(" + text + ")" : text;
    }

    private void functions() {
        call(Exp.class, "torch.exp");
        call(Log.class, "torch.log");
        call(Sqrt.class, "torch.sqrt");
        call(Abs.class, "torch.abs");
        call(Sin.class, "torch.sin");
        call(Cos.class, "torch.cos");
        call(Sign.class, "torch.sign");
    }

    private void activations() {
        call(Tanh.class, "torch.tanh");
        call(Sigmoid.class, "torch.sigmoid");
        call(Relu.class, "torch.relu");
        call(Silu.class, "F.silu");
        put(
                LeakyRelu.class,
                (op, in, shapes) ->
                        TorchCode.call("F.leaky_relu", in, "" + op.slope().doubleValue()));
        put(
                Elu.class,
                (op, in, shapes) ->
                        TorchCode.call("F.elu", in, "alpha=" + op.alpha().doubleValue()));
        // PyTorch turns to a straight line at 20, where the difference can still be seen
        put(Softplus.class, (op, in, shapes) -> TorchCode.call("F.softplus", in, "threshold=40"));
        put(
                Gelu.class,
                (op, in, shapes) ->
                        TorchCode.call("F.gelu", in, "approximate=\"" + (op.byTanh() ? "tanh" : "none") + "\""));
        put(Step.class, (op, in, shapes) -> truth(in.get(0).stem() + " > 0"));
    }

    private void truths() {
        put(Compare.class, (op, in, shapes) -> {
            String sign = switch (op.relation()) {
                case GREATER -> ">";
                case GREATER_EQUAL -> ">=";
                case LESS -> "<";
                case LESS_EQUAL -> "<=";
                case EQUAL -> "==";
                case NOT_EQUAL -> "!=";
            };
            return truth(in.get(0).stem() + " " + sign + " " + in.get(1).stem());
        });
        put(And.class, (op, in, shapes) -> both(in, "&"));
        put(Or.class, (op, in, shapes) -> both(in, "|"));
        put(Not.class, (op, in, shapes) -> truth(in.get(0).stem() + " == 0"));
        put(
                IsFinite.class,
                (op, in, shapes) -> truth(TorchCode.call("torch.isfinite", in).text()));
    }

    private static TorchCode both(List<TorchCode> in, String sign) {
        return truth(
                "(" + in.get(0).stem() + " != 0) " + sign + " (" + in.get(1).stem() + " != 0)");
    }

    /** 1 where it holds, else 0. */
    private static TorchCode truth(String condition) {
        return TorchCode.atom("truth(" + condition + ")");
    }
}
