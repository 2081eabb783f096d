package chainstep.ui.homework;

import chainstep.math.Rational;

/** Marks as people write them: 1, 0.5, and a fraction where decimals do not end. */
final class MarksText {
    private MarksText() {}

    static String of(Rational marks) {
        if (marks.isInteger()) {
            return marks.numerator().toString();
        }
        Rational hundredths = marks.multiply(Rational.of(100));
        return hundredths.isInteger()
                ? Double.toString(marks.doubleValue())
                : marks.numerator() + "/" + marks.denominator();
    }
}
