package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Digits;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding speaks of values that a student finds on the sheet. */
class NamelessTest {
    private static final String MODEL = """
            x = input([0.6, -1.3])
            w = param([0.7, -0.45])
            b = param(0.15)
            t = target(0.25)
            u = w[0]*x[0] + w[1]*x[1] + b
            a = tanh(u)
            E = 0.5*(a - t)**2 + 0.1*(w[0]**2 + w[1]**2)
            minimize(E, sgd(lr=0.3))
            """;

    @ParameterizedTest
    @CsvSource({"0.1400, E", "0.1123, u"})
    void a_way_through_a_picked_element_is_called_by_the_value_that_it_leads_to(String written, String through) {
        Model model = ChainReader.read(Source.of("test", MODEL), Path.of("."));
        Assignment none = new Assignment(model, List.of());
        Worked worked = Worked.of(new Assignment(model, List.of(none.question("grad(w)[0]"))));
        List<Finding> findings = new Diagnosis(worked).of(0, List.of(Optional.of(Digits.parse(written))), Map.of());
        assertThat(findings.get(0).slips().get(0).explanation().in(Locale.ENGLISH))
                .contains("only the way through " + through + ".");
    }
}
