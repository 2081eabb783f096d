package chainstep.grad;

import static chainstep.grad.Hyperparameter.of;
import static chainstep.grad.Hyperparameter.required;

import chainstep.math.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The learning-rate schedules by name, each with the keywords it takes besides its first argument, {@code lr}. */
public enum ScheduleKind {
    STEP_DECAY(required("every"), of("factor", 1, 10)),
    EXP_DECAY(required("rate")),
    COSINE(required("total"), of("min", 0, 1)),
    WARMUP(required("steps"));

    private final List<Hyperparameter> parameters;

    ScheduleKind(Hyperparameter... parameters) {
        this.parameters = List.of(parameters);
    }

    /** The schedule's name in the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The schedule of this name. */
    public static Optional<ScheduleKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The keywords it takes, besides {@code lr}, in order. */
    public List<Hyperparameter> parameters() {
        return parameters;
    }

    /**
     * The schedule with these numbers, and the standard ones where none is given.
     *
     * @throws chainstep.graph.OperandException when a number of updates is not a whole number from 1 on
     */
    public Schedule make(Rational lr, Map<String, Rational> given) {
        List<Rational> numbers = Hyperparameter.values(parameters, given);
        return switch (this) {
            case STEP_DECAY -> new Schedule.StepDecay(lr, numbers.get(0), numbers.get(1));
            case EXP_DECAY -> new Schedule.ExpDecay(lr, numbers.get(0));
            case COSINE -> new Schedule.Cosine(lr, numbers.get(0), numbers.get(1));
            case WARMUP -> new Schedule.Warmup(lr, numbers.get(0));
        };
    }
}
