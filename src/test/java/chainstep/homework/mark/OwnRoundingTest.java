package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number a unit beside the right one is right only where the student's own rounded numbers lead to it. */
class OwnRoundingTest {
    private static final String MODEL = """
            x = input(0.6)
            t = target(1)
            w = param(1.074)
            z = w*x
            y = sigmoid(z)
            d = y*(1 - y)
            E = 0.5*(t - y)**2 + 0*d
            minimize(E, sgd(lr=0.1))
            """;

    /** y = 0.655746..., and y(1 − y) = 0.225743...; with y from 0.6555 to 0.6565, by intervals, from 0.22516 to 0.22617. */
    @ParameterizedTest
    @CsvSource({
        "0.656,        0.224, SLIP",
        "0.656,        0.225, RIGHT",
        "0.656,        0.226, RIGHT",
        "0.656,        0.227, SLIP",
        "0.6557,       0.225, SLIP",
        "0.6557,       0.226, RIGHT",
        "0.6557,       0.227, SLIP",
        "0.6557520001, 0.225, SLIP",
        "0.6557520001, 0.226, RIGHT",
        "_,            0.225, SLIP",
        "_,            0.226, RIGHT",
        "_,            0.227, SLIP"
    })
    void a_slope_is_as_exact_as_the_value_that_it_is_worked_from(String y, String written, Verdict verdict) {
        for (String asked : List.of("local(y, z)", "d")) {
            Sheet both = Sheet.of(ChainReader.read(Source.of("test", MODEL), Path.of(".")), List.of("y", asked));
            Sheet sheet = y.equals("_") ? both : both.write("y", y);
            assertThat(sheet.write(asked, written).marked(asked).verdict())
                    .as(asked)
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.225, SLIP", "0.226, RIGHT", "0.227, SLIP"})
    void where_the_value_is_not_asked_only_the_exact_one_counts(String written, Verdict verdict) {
        for (String asked : List.of("local(y, z)", "d")) {
            Sheet sheet = Sheet.of(ChainReader.read(Source.of("test", MODEL), Path.of(".")), List.of(asked));
            assertThat(sheet.write(asked, written).marked(asked).verdict())
                    .as(asked)
                    .isEqualTo(verdict);
        }
    }
}
