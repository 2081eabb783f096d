package chainstep.homework.mark;

import chainstep.math.Digits;
import chainstep.math.Interval;
import chainstep.math.Rational;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** How precisely the numbers in a formula are written; integers and the numbers that the problem gives are exact. */
record Literals(Set<Rational> given, int least) {
    /** How far a number may be off, relatively, in a formula that has names too; 0 for what was not rounded. */
    double rounding(String number) {
        Digits digits = Digits.parse(number);
        boolean exact = isExact(digits) || digits.significant() < least;
        return exact ? 0 : digits.unit().doubleValue() / digits.value().abs().doubleValue();
    }

    /** The significant digits of the coarsest decimal; empty where all numbers are exact. */
    OptionalInt coarsest(List<String> numbers) {
        return numbers.stream()
                .map(Digits::parse)
                .filter(digits -> !isExact(digits))
                .mapToInt(Digits::significant)
                .min();
    }

    /** All that a number may stand for. */
    Interval image(String number) {
        Digits digits = Digits.parse(number);
        return isExact(digits) ? Interval.of(digits.value()) : digits.interval();
    }

    private boolean isExact(Digits digits) {
        return digits.exact() || digits.value().signum() == 0 || given.contains(digits.value());
    }
}
