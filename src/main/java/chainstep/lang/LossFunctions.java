package chainstep.lang;

import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.op.Bce;
import chainstep.op.BceLogits;
import chainstep.op.CrossEntropy;
import chainstep.op.Hinge;
import chainstep.op.Huber;
import chainstep.op.Mae;
import chainstep.op.Mse;
import chainstep.op.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The losses: a prediction, a target, and {@code reduction=}, which is {@code "mean"} where unsaid, as in PyTorch. */
final class LossFunctions {
    private LossFunctions() {}

    static void addTo(Map<String, Functions.Reader> all) {
        loss(all, Mse::new, "mse", "mse_loss");
        loss(all, Mae::new, "mae", "l1_loss");
        loss(all, Hinge::new, "hinge");
        loss(all, CrossEntropy::new, "cross_entropy");
        loss(all, Bce::new, "bce", "binary_cross_entropy");
        loss(all, BceLogits::new, "bce_logits", "binary_cross_entropy_with_logits");
        all.put(
                "huber",
                arguments -> read(arguments, reduction -> {
                    Rational delta =
                            arguments.option("delta").map(arguments::number).orElse(Rational.ONE);
                    return new Huber(delta, reduction);
                }));
        all.put("huber_loss", all.get("huber"));
    }

    private static void loss(Map<String, Functions.Reader> all, Function<Reduction, Op> loss, String... names) {
        for (String name : names) {
            all.put(name, arguments -> read(arguments, loss));
        }
    }

    private static int read(Arguments arguments, Function<Reduction, Op> loss) {
        Syntax.Expression prediction = arguments.required("prediction");
        Syntax.Expression target = arguments.required("target");
        List<String> words = Arrays.stream(Reduction.values())
                .map(reduction -> reduction.name().toLowerCase(Locale.ROOT))
                .toList();
        Reduction reduction = arguments
                .option("reduction")
                .map(given -> Reduction.values()[words.indexOf(arguments.word(given, words))])
                .orElse(Reduction.MEAN);
        ExpressionReader reader = arguments.reader();
        int scores = reader.node(prediction);
        int truth = reader.node(target);
        Op op = loss.apply(reduction);
        int node = reader.apply(arguments.call(), op, List.of(prediction, target), scores, truth);
        if (op instanceof CrossEntropy) {
            new ClassNumbers(reader, prediction, target).check(scores, truth);
        }
        return node;
    }
}
