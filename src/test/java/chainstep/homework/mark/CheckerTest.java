package chainstep.homework.mark;

import static chainstep.homework.Verdict.CARRIED;
import static chainstep.homework.Verdict.RIGHT;
import static chainstep.homework.Verdict.SLIP;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.math.Rational;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a sheet on Mazur's network earns. */
class CheckerTest {
    private static final String[] QUESTIONS = {
        "z1[0]",
        "h[0]",
        "o[0]",
        "E",
        "grad(z2)[0]",
        "grad(W2)[0, 0]",
        "grad(h)[0]",
        "grad(z1)[0]",
        "grad(W1)[0, 0]",
        "new(W2)[0, 0]"
    };

    private static Sheet mazur() {
        return Sheet.of("mazur", QUESTIONS);
    }

    /** The sheet of the picture. */
    private static Sheet picture() {
        return mazur().write("z1[0]", "0.3775")
                .write("h[0]", "0.593")
                .write("o[0]", "0.7514")
                .write("E", "0.298371")
                .write("grad(z2)[0]", "0.1385")
                .write("grad(W2)[0, 0]", "0.08217")
                .write("grad(h)[0]", "0.0554")
                .write("grad(z1)[0]", "0.01337")
                .write("grad(W1)[0, 0]", "0.000668")
                .write("new(W2)[0, 0]", "0.35892");
    }

    @Test
    void the_sheet_of_the_picture_has_one_slip_and_two_lines_carried() {
        MarkedSheet marked = picture().marked();
        assertThat(marked.answers())
                .extracting(Marked::verdict)
                .containsExactly(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, SLIP, CARRIED, CARRIED, RIGHT);
        assertThat(marked.marks()).isEqualTo(Rational.of(9));
        assertThat(marked.firstSlip()).hasValue(6);
    }

    @Test
    void the_sheet_says_why() {
        MarkedSheet marked = picture().marked();
        assertThat(marked.answers())
                .extracting(one -> one.because().in(Locale.ENGLISH))
                .containsExactly(
                        "exact",
                        "0.593270 rounds to your 3 digits",
                        "0.7513651 rounds to your 4 digits",
                        "0.298371109 rounds to your 6 digits",
                        "0.1384986 rounds to your 4 digits",
                        "0.08216704 rounds to your 4 digits",
                        "Only some of the paths are summed",
                        "follows from your ∂E/∂h₁",
                        "follows from your ∂E/∂z1₁",
                        "0.35891648 rounds to your 5 digits");
    }
}
