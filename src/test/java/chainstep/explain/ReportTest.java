package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole derivation comes step by step, so that no more of it is held than one step. */
class ReportTest {
    private static Report report(Detail detail) {
        return Derived.of("samples/mazur.chain").report(Locale.ENGLISH, detail);
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void the_parts_are_the_whole(Detail detail) {
        List<String> parts = new ArrayList<>();
        report(detail).text(parts::add);
        assertThat(String.join("", parts)).isEqualTo(report(detail).text());
        List<String> latex = new ArrayList<>();
        report(detail).latex(latex::add);
        assertThat(String.join("", latex)).isEqualTo(report(detail).latex());
        assertThat(report(detail).whole().text()).isEqualTo(report(detail).text());
    }

    @ParameterizedTest
    @EnumSource(
            value = Detail.class,
            names = {"TERM", "ELEMENT"})
    void who_takes_no_more_gets_no_more(Detail detail) {
        List<String> parts = new ArrayList<>();
        report(detail).text(part -> parts.add(part) && parts.size() < 3);
        assertThat(parts).hasSize(3);
    }

    @Test
    void steps_are_worked_out_when_they_are_asked_for() {
        Derived wide = Derived.ofLines("X = param(normal(1000, 1000, std=1, seed=1))", "E = sum(X**2)", "minimize(E)");
        var steps = wide.report(Locale.ENGLISH, Detail.ELEMENT).whole().each();
        assertThat(steps.next().rule().plain()).startsWith("(X²)₁₁ = X₁₁²");
        assertThat(steps.next().rule().plain()).startsWith("(X²)₁₂ = X₁₂²");
    }
}
