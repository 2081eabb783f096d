package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.graph.OperandException;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.math.Digits;
import chainstep.math.Format;
import chainstep.math.Shape;
import chainstep.run.ExpectCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of one file's expectations.
 *
 * <p>A file whose name ends in {@code -broken.chain} is good when it is refused with the message its first line states, in English:
 * {@code # 3:5: message}, with the advice behind {@code →} if it likes.
 *
 * @param checked how many expectations were looked at
 * @param kept how many hold
 * @param lines what is wrong, in lines ready to print
 */
record FileVerdict(int checked, int kept, List<String> lines) {
    private static final String BROKEN = "-broken.chain";

    /** So many significant digits tell any two float64 numbers apart. */
    private static final int MOST = 17;

    FileVerdict {
        lines = List.copyOf(lines);
    }

    boolean isGood() {
        return lines.isEmpty();
    }

    static FileVerdict of(Path file, Console console) throws IOException {
        if (file.toString().endsWith(BROKEN)) {
            return broken(file, console);
        }
        try (Ticker ticker = console.ticker("progress.iteration")) {
            return of(ModelFile.read(file, console), console, ticker);
        } catch (SourceError error) {
            return new FileVerdict(0, 0, error.render(console.locale()).lines().toList());
        }
    }

    private static FileVerdict of(Model model, Console console, Ticker ticker) {
        List<ExpectCheck> checks = checks(model, ticker);
        List<String> lines = new ArrayList<>();
        for (ExpectCheck check : checks) {
            check.wrong().forEach(element -> lines.add(line(check, element, console)));
        }
        int kept = (int) checks.stream().filter(ExpectCheck::isMet).count();
        return new FileVerdict(checks.size(), kept, lines);
    }

    private static List<ExpectCheck> checks(Model model, Ticker ticker) {
        try {
            return ExpectCheck.of(model, ticker);
        } catch (OperandException trouble) {
            throw model.located(trouble);
        }
    }

    private static String line(ExpectCheck check, int element, Console console) {
        Shape shape = check.value().shape();
        String place = shape.isScalar() ? "" : Places.index(shape, element);
        long at = check.expect().at();
        String when = at == 0 ? "" : " " + console.say("test.at", at);
        return console.say(
                "test.wrong",
                check.expect().span().line(),
                check.expect().quantity().text() + place + when,
                check.expect().values().get(element).text(),
                shown(check.value().get(element), check.expect().values().get(element)));
    }

    /** Two digits more than were written, at least ten; more where the two would still look alike. */
    private static String shown(double value, Digits written) {
        double expected = written.value().doubleValue();
        int digits = Math.min(MOST, Math.max(10, written.significant() + 2));
        while (digits < MOST && Format.significant(value, digits).equals(Format.significant(expected, digits))) {
            digits++;
        }
        return Format.significant(value, digits);
    }

    private static FileVerdict broken(Path file, Console console) throws IOException {
        try {
            ExpectCheck.of(ModelFile.read(file, console));
            return new FileVerdict(1, 0, List.of(console.say("test.broken.read")));
        } catch (SourceError error) {
            String stated = stated(error.source());
            String advice = error.hint(Locale.ENGLISH).map(hint -> " → " + hint).orElse("");
            String found = error.span() + ": " + error.message(Locale.ENGLISH) + advice;
            return stated.equals(found) || (stated + advice).equals(found)
                    ? new FileVerdict(1, 1, List.of())
                    : new FileVerdict(
                            1,
                            0,
                            List.of(console.say("test.broken.states", stated), console.say("test.broken.says", found)));
        }
    }

    private static String stated(Source source) {
        return source.line(1).replaceFirst("^#\\s*", "").strip();
    }

    void print(Path file, Console console) {
        String what = isBroken(file)
                ? console.say(isGood() ? "test.broken.good" : "test.broken.bad")
                : isGood() ? console.say("test.kept", checked) : failure(console);
        console.tell(isGood() ? "test.ok" : "test.fail", file.toString().replace('\\', '/'), what);
        console.out()
                .print(lines.stream()
                        .map(line -> "      " + line + System.lineSeparator())
                        .collect(Collectors.joining()));
    }

    private String failure(Console console) {
        return checked == 0 ? console.say("test.refused") : console.say("test.unkept", checked - kept, checked);
    }

    private static boolean isBroken(Path file) {
        return file.toString().endsWith(BROKEN);
    }
}
