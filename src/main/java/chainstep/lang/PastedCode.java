package chainstep.lang;

import chainstep.words.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to write here for what PyTorch, NumPy or Python write otherwise: advice for code that is pasted in. */
final class PastedCode {
    private static final Map<String, String> FUNCTIONS = functions();

    /** What is asked of an optimizer, an object that there is not here. */
    private static final Set<String> OF_OPTIMIZERS = Set.of("step", "zero_grad");

    /** Names by which people write what is here {@code lr}. */
    private static final Set<String> RATES = Set.of("rate", "learning_rate", "learningrate", "eta", "alpha");

    private PastedCode() {}

    private static Map<String, String> functions() {
        Map<String, String> all = new HashMap<>();
        put(all, "parameter", "Parameter", "randn", "normal_", "randn_like", "kaiming_normal_", "xavier_normal_");
        put(all, "uniform", "rand", "uniform_", "rand_like", "random");
        put(all, "layer", "Linear", "Dense", "Sequential", "Module", "LazyLinear");
        put(all, "activation", "ReLU", "Sigmoid", "Tanh", "Softmax", "LeakyReLU", "GELU", "SiLU", "ELU");
        put(all, "loss", "MSELoss", "L1Loss", "CrossEntropyLoss", "BCELoss", "BCEWithLogitsLoss", "NLLLoss");
        put(all, "optimizer", "SGD", "Adam", "AdamW", "RMSprop", "zero_grad", "zero_");
        put(all, "print", "print", "item", "detach", "numpy");
        put(all, "size", "len", "size", "numel", "range", "arange");
        put(all, "sum", "Σ", "Sum", "SUM");
        put(all, "log10", "lg", "log10");
        return all;
    }

    private static void put(Map<String, String> all, String advice, String... names) {
        for (String name : names) {
            all.put(name, advice);
        }
    }

    /** Advice for a function of another language. */
    static Optional<Phrase> function(Syntax.Call call, ExpressionReader reader) {
        if (call.name().equals("backward")) {
            List<Syntax.Expression> of = call.positional();
            return Optional.of(advice("backward", of.isEmpty() ? "L" : reader.text(of.get(0))));
        }
        return called(call.name());
    }

    /** Advice for the name of a function, a layer, an activation or a loss. */
    static Optional<Phrase> called(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name)).map(PastedCode::advice);
    }

    /** Advice for a part that an array or a tensor has elsewhere. */
    static Optional<Phrase> member(String name) {
        return switch (name) {
            case "grad" -> Optional.of(Phrase.of("lang", "hint.name.gradient"));
            case "shape", "size", "ndim" -> Optional.of(advice("size"));
            default -> Optional.empty();
        };
    }

    /** Advice for a line of a training loop: {@code optimizer.step()}. */
    static Optional<Phrase> line(Syntax.Call call, ExpressionReader reader) {
        boolean nobody = call.positional().isEmpty()
                || call.positional().get(0) instanceof Syntax.Name name
                        && reader.scope().find(name.text()).isEmpty();
        return OF_OPTIMIZERS.contains(call.name()) && nobody
                ? Optional.of(advice("optimizer"))
                : function(call, reader);
    }

    /** Advice for an argument's name that belongs elsewhere. */
    static Optional<Phrase> argument(String name) {
        if (name.equals("requires_grad")) {
            return Optional.of(advice("parameter"));
        } else if (name.equals("dtype") || name.equals("device")) {
            return Optional.of(advice("dtype"));
        }
        return Optional.empty();
    }

    /** Advice for an argument's name that an optimizer or a schedule does not know. */
    static Optional<Phrase> ofOptimizer(String name) {
        if (Set.of("l1", "l2", "clip", "params").contains(name)) {
            return Optional.of(Phrase.of("lang", "hint.minimize.option", name));
        }
        if (name.equals("momentum") || name.equals("nesterov")) {
            return Optional.of(Phrase.of("lang", "suggest", name + "(lr=0.1, beta=0.9)"));
        }
        return RATES.contains(name) ? Optional.of(Phrase.of("lang", "suggest", "lr")) : Optional.empty();
    }

    /** Advice for an argument's name that is given to {@code minimize} and belongs to the optimizer or to {@code train}. */
    static Optional<Phrase> ofMinimize(String function, String name) {
        if (!function.equals("minimize") && !function.equals("minimise")) {
            return Optional.empty();
        } else if (name.equals("lr") || RATES.contains(name)) {
            return Optional.of(Phrase.of("lang", "hint.minimize"));
        }
        return Set.of("epochs", "epoch", "batch", "batch_size").contains(name)
                ? Optional.of(advice("epochs"))
                : Optional.empty();
    }

    private static Phrase advice(String key, Object... arguments) {
        return Phrase.of("lang", "hint.pasted." + key, arguments);
    }
}
