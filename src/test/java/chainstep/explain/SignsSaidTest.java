package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Σ[rows] stands for is said to a reader once: in a whole report where it is first used, in one step in that step. */
class SignsSaidTest {
    private static final Derived BATCH_NORM = Derived.of("src/test/resources/golden/explain/batch_norm.chain");

    private static List<Form> said(List<Derivation> steps) {
        List<Form> said = new ArrayList<>();
        steps.forEach(step -> step.notes().stream()
                .filter(note -> note.plain().matches("Σ\\[\\S+] is the sum over .*"))
                .forEach(said::add));
        return said;
    }

    @ParameterizedTest
    @EnumSource(
            value = Detail.class,
            names = {"LINE", "OP", "TERM"})
    void a_report_says_it_once(Detail detail) {
        List<Form> said = said(BATCH_NORM.report(Locale.ENGLISH, detail).steps());
        assertThat(said).doesNotHaveDuplicates();
        assertThat(said).hasSize(1);
    }

    @Test
    void a_step_asked_for_alone_says_it_again() {
        TermStep step = new TermStep(BATCH_NORM.page(Locale.ENGLISH, Detail.TERM));
        long steps = BATCH_NORM.report(Locale.ENGLISH, Detail.TERM).steps().stream()
                .map(told -> said(List.of(step.of(told.node()))))
                .filter(said -> !said.isEmpty())
                .peek(said -> assertThat(said).hasSize(1))
                .count();
        assertThat(steps).isGreaterThan(1);
    }
}
