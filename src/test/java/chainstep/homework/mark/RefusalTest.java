package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import chainstep.math.Digits;
import chainstep.math.Rational;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is right to so many digits is right, and three units of the last digit beside it is wrong. */
class RefusalTest {
    private static final MathContext MANY = new MathContext(12, RoundingMode.HALF_EVEN);

    private final List<String> misjudged = new ArrayList<>();
    private int judged;

    @Test
    void right_to_its_digits_is_right_and_three_units_beside_is_wrong_where_all_else_is_exact() throws IOException {
        try (var files = Files.list(Path.of("samples/worked"))) {
            for (Path file : files.sorted().toList()) {
                Model model = Sheet.read(file);
                Sheet sheet = Sheet.of(model, HonestWorkTest.questions(model));
                for (int question = 0;
                        question < sheet.worked.assignment().questions().size();
                        question++) {
                    for (int digits = 2; digits <= 6; digits += 2) {
                        check(file.getFileName().toString(), sheet, question, digits);
                    }
                }
            }
        }
        assertThat(misjudged).isEmpty();
        assertThat(judged).isGreaterThan(10_000);
    }

    private void check(String file, Sheet sheet, int question, int digits) {
        Place place = sheet.worked.places(question).get(0);
        double exact = sheet.worked.trace().get(place.node(), place.element());
        if (Math.abs(exact) < 1e-12 || !Double.isFinite(exact)) {
            return;
        }
        BigDecimal rounded = new BigDecimal(exact).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal unit = rounded.ulp();
        for (int off : new int[] {0, 3, -3}) {
            String written = rounded.add(unit.multiply(BigDecimal.valueOf(off))).toString();
            judged++;
            if (isRight(sheet, question, written, digits) != (off == 0)) {
                misjudged.add(file + ": "
                        + sheet.worked.assignment().questions().get(question).text() + " = " + written + ", exactly "
                        + exact);
            }
        }
    }

    /** Whether a number is right where all others are answered to twelve digits. */
    private static boolean isRight(Sheet sheet, int question, String written, int digits) {
        Worked worked = sheet.worked;
        Web web = sheet.checker.web();
        List<Item> items = new ArrayList<>();
        for (int other = 0; other < worked.assignment().questions().size(); other++) {
            for (int index = 0; index < worked.places(other).size(); index++) {
                Place place = worked.places(other).get(index);
                Place at = web.places(other).get(index);
                double exact = worked.trace().get(place.node(), place.element());
                boolean own = place.equals(worked.places(question).get(0));
                boolean asked = other == question && index == 0;
                if (Double.isFinite(exact) && (asked || !own)) {
                    String text =
                            asked ? written : new BigDecimal(exact).round(MANY).toString();
                    items.add(new Item(other, index, at.node(), at.element(), Stated.of(Digits.parse(text), digits)));
                }
            }
        }
        List<Optional<Rational>> none =
                items.stream().map(item -> Optional.<Rational>empty()).toList();
        Judged judged = new Judged(web, items, none, Map.of(), false);
        return items.stream()
                .filter(item -> item.question() == question && item.index() == 0)
                .allMatch(judged::isRight);
    }
}
