package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Answer;
import chainstep.homework.Marked;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Digits;
import chainstep.math.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Honest work may be rounded where nobody asks for a number too; a right number altered may not. */
class HonestInsideTest {
    private static final int NETWORKS = 12;

    private static final List<String> KINDS = List.of("""
            h = sigmoid(W1 @ x + b1)
            o = sigmoid(W2 @ h + b2)
            E = 0.5*sum((t - o)**2)
            """, """
            h = relu(W1 @ x + b1)
            z = W2 @ h + b2
            p = softmax(z)
            E = -sum(t*log(p))
            """, """
            h = tanh(W1 @ x + b1)
            o = W2 @ h + b2
            E = mean((o - t)**2)
            """, """
            z = W1 @ x + b1
            c = z - mean(z)
            h = c/sqrt(mean(c**2) + 0.00001)
            o = tanh(W2 @ h + b2)
            E = mean((o - t)**2)
            """);

    private final List<String> refused = new ArrayList<>();
    private int numbers;

    private static Sheet sheet(int kind, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        String text = "x = input(" + drawn(chance, 3) + ")\n"
                + "t = target([0, 1, 0])\n"
                + "W1 = param([" + drawn(chance, 3) + ", " + drawn(chance, 3) + ", " + drawn(chance, 3) + "])\n"
                + "b1 = param(" + drawn(chance, 3) + ")\n"
                + "W2 = param([" + drawn(chance, 3) + ", " + drawn(chance, 3) + ", " + drawn(chance, 3) + "])\n"
                + "b2 = param(" + drawn(chance, 3) + ")\n"
                + KINDS.get(kind)
                + "minimize(E, sgd(lr=0.3))\n";
        Model model = ChainReader.read(Source.of("kind " + kind + " seed " + seed, text), Path.of("."));
        return Sheet.of(model, HonestWorkTest.questions(model));
    }

    private static List<Double> drawn(SplittableRandom chance, int count) {
        return DoubleStream.generate(() -> Math.rint(200 * chance.nextDouble() - 100) / 100)
                .limit(count)
                .boxed()
                .toList();
    }

    /** What comes out of a difference of nearly equal numbers may be far off, whoever rounds. */
    @Test
    void numbers_rounded_after_every_operation_are_right() {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (long seed = 0; seed < NETWORKS; seed++) {
                Sheet sheet = sheet(kind, seed);
                for (int digits = 3; digits <= 5; digits++) {
                    check(sheet, digits, false);
                }
                check(sheet, 4, true);
                check(sheet, 5, true);
            }
        }
        assertThat(refused).hasSizeLessThan(numbers / 400);
        assertThat(numbers).isGreaterThan(16_000);
    }

    private void check(Sheet sheet, int digits, boolean decimals) {
        Sheet filled = Worker.roundingAll(sheet.worked, digits, decimals).fill(sheet.blank());
        for (Marked marked : filled.marked(new Rules(2, false, Rational.ONE)).answers()) {
            List<Optional<Digits>> written = ((Answer.Numbers) marked.answer()).numbers();
            for (int k = 0; k < written.size(); k++) {
                Digits number = written.get(k).orElseThrow();
                if (number.significant() > 2) {
                    numbers++;
                    if (marked.elements().get(k) != Verdict.RIGHT) {
                        refused.add(sheet.worked.assignment().model().source().name() + " " + digits + decimals + " "
                                + marked.question().text() + "[" + k + "] = " + number + " not "
                                + sheet.worked
                                        .exact(sheet.number(marked.question().text()))
                                        .get(k));
                    }
                }
            }
        }
    }

    @Test
    void right_numbers_altered_by_three_units_are_refused_where_all_else_is_exact() {
        int altered = 0;
        for (int kind = 0; kind < KINDS.size(); kind++) {
            Sheet sheet = sheet(kind, 1);
            for (int question = 0;
                    question < sheet.worked.assignment().questions().size();
                    question++) {
                for (int digits = 3; digits <= 5; digits += 2) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        altered += refuse(sheet, question, digits, sign) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(altered).isEqualTo(276);
    }

    private static boolean refuse(Sheet sheet, int question, int digits, int sign) {
        Sheet filled = sheet.blank();
        for (int other = 0; other < sheet.worked.assignment().questions().size(); other++) {
            double[] exact = sheet.worked.exact(other).toArray();
            List<String> texts = new ArrayList<>(DoubleStream.of(exact)
                    .mapToObj(value -> new BigDecimal(value).toString())
                    .toList());
            if (other == question) {
                if (exact[0] == 0) {
                    return false;
                }
                BigDecimal rounded = new BigDecimal(exact[0]).round(new MathContext(digits));
                texts.set(
                        0,
                        rounded.add(rounded.ulp().multiply(BigDecimal.valueOf(3L * sign)))
                                .toString());
            }
            filled.write(sheet.worked.assignment().questions().get(other).text(), String.join(" ", texts));
        }
        assertThat(filled.marked().answers().get(question).elements().get(0))
                .as(sheet.worked.assignment().questions().get(question).text() + " to " + digits)
                .isNotEqualTo(Verdict.RIGHT);
        return true;
    }
}
