package chainstep.lang;

import chainstep.grad.Hyperparameter;
import chainstep.grad.ScheduleKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A learning rate as it is written: a number, or a schedule of one. */
final class RateText {
    /** The word for no schedule. */
    static final String CONSTANT = "constant";

    private final Source source;
    private final Syntax.Expression written;

    RateText(Source source, Syntax.Expression written) {
        this.source = source;
        this.written = written;
    }

    /** The number, within its schedule where it has one. */
    Syntax.Expression number() {
        return rate(written).orElse(written);
    }

    private static Optional<Syntax.Expression> rate(Syntax.Expression schedule) {
        return schedule instanceof Syntax.Call call ? TrainingText.argument(call, 0, "lr") : Optional.empty();
    }

    /** The schedule with its numbers, but for the rate. */
    String schedule() {
        if (!(written instanceof Syntax.Call call)) {
            return CONSTANT;
        }
        List<Hyperparameter> known =
                ScheduleKind.named(call.name()).map(ScheduleKind::parameters).orElse(List.of());
        String numbers = IntStream.range(0, known.size())
                .boxed()
                .flatMap(k -> TrainingText.argument(call, k + 1, known.get(k).name()).stream()
                        .map(number -> known.get(k).name() + "=" + source.text(number.span())))
                .collect(Collectors.joining(", "));
        return call.name() + "(" + numbers + ")";
    }

    /**
     * The rate with another schedule.
     *
     * @param schedule a schedule with its numbers, with or without a rate of its own, or its word alone, or {@link #CONSTANT}
     * @param updates how many there will be
     */
    String with(String schedule, long updates) {
        return with(source.text(number().span()), schedule, updates);
    }

    static String with(String rate, String schedule, long updates) {
        Optional<ScheduleKind> word = ScheduleKind.named(schedule);
        if (schedule.equals(CONSTANT)) {
            return rate;
        } else if (word.isPresent()) {
            return schedule + "(" + rate + numbers(word.get(), updates) + ")";
        }
        Source alone = Source.of("", schedule);
        Syntax.Expression given = SyntaxReader.expression(alone);
        if (!(given instanceof Syntax.Call call) || rate(call).isPresent()) {
            return schedule;
        }
        String others = alone.text(call.span()).substring(call.name().length() + 1);
        return call.name() + "(" + rate + (call.named().isEmpty() ? "" : ", ") + others;
    }

    /** What a schedule must be told, to fit so many updates. */
    private static String numbers(ScheduleKind kind, long updates) {
        StringBuilder text = new StringBuilder();
        for (Hyperparameter number : kind.parameters()) {
            if (number.standard().isEmpty()) {
                text.append(", ").append(number.name()).append('=').append(number(number.name(), updates));
            }
        }
        return text.toString();
    }

    private static String number(String name, long updates) {
        return switch (name) {
            case "every" -> String.valueOf(Math.max(1, updates / 3));
            case "steps" -> String.valueOf(Math.max(1, updates / 10));
            case "rate" -> "1/" + Math.max(1, updates / 3);
            default -> String.valueOf(Math.max(1, updates));
        };
    }
}
