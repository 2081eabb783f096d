package chainstep.cli;

import chainstep.homework.Rules;
import chainstep.math.Rational;
import picocli.CommandLine.Option;

/** How a teacher marks, as the options of a command say it. */
final class RuleOptions {
    private static final int MOST_DIGITS = 15;

    @Option(names = "--digits", paramLabel = "N", defaultValue = "3", descriptionKey = "check.digits")
    private int digits;

    @Option(names = "--exact", descriptionKey = "check.exact")
    private boolean exact;

    @Option(names = "--carried", paramLabel = "PART", defaultValue = "1", descriptionKey = "check.carried")
    private String carried;

    Rules rules(CommonOptions common, Console console) {
        common.requireWithin(1, MOST_DIGITS, "--digits", digits, console);
        Rational part = part();
        boolean within = part.signum() >= 0 && part.compareTo(Rational.ONE) <= 0;
        common.require(within, "--carried", carried, console, "takes.part");
        return new Rules(digits, exact, part);
    }

    private Rational part() {
        try {
            return Rational.parse(carried);
        } catch (NumberFormatException | ArithmeticException none) {
            return Rational.of(-1);
        }
    }
}
