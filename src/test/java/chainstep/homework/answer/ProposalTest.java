package chainstep.homework.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.homework.Assignment;
import chainstep.homework.Section;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalTest {
    private static final Model MAZUR = HandNamesTest.model(HandNamesTest.MAZUR);

    @Test
    void everything_is_asked_section_by_section() {
        List<String> asked = new Proposal(MAZUR)
                .all().stream()
                        .map(one -> one.section().title().in(Locale.ENGLISH) + ": "
                                + one.question().text())
                        .toList();
        assertThat(asked)
                .containsSubsequence(
                        "Forward pass: z1[0]",
                        "Forward pass: h[0]",
                        "Forward pass: E",
                        "Output layer: grad(o)[0]",
                        "Output layer: local(o[0], z2[0])",
                        "Output layer: grad(z2)[0]",
                        "Output layer: grad(W2)[0, 0]",
                        "Hidden layer: grad(h)[1]",
                        "Hidden layer: local(h[0], z1[0])",
                        "Hidden layer: grad(z1)[1]",
                        "Hidden layer: grad(W1)[1, 1]",
                        "Update: new(W1)[0, 0]",
                        "Update: new(W2)[1, 1]")
                .hasSize(37);
    }

    @Test
    void a_matrix_of_more_than_six_numbers_is_asked_row_by_row() {
        String large = "x = input([[1, 2], [3, 4], [5, 6], [7, 8]])\nW = param([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])\n"
                + "Z = x @ W\nE = sum(Z**2)\nminimize(E, sgd(lr=0.1))\n";
        List<String> asked = new Proposal(HandNamesTest.model(large))
                .all().stream().map(one -> one.question().text()).toList();
        assertThat(asked)
                .contains("Z[0]", "Z[3]", "grad(Z)[1]", "grad(W)[1, 2]", "new(W)[0, 0]")
                .doesNotContain("Z", "grad(Z)");
    }

    @Test
    void what_is_chosen_makes_an_assignment() {
        Assignment updates = new Proposal(MAZUR).choosing(one -> one.kind() == Proposal.Kind.UPDATE);
        assertThat(updates.questions()).hasSize(8);
        assertThat(Worked.of(updates).exact(0).get(0)).isEqualTo(0.1497807, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E|FORWARD
            h[0] + 1|FORWARD
            grad(W2)|OUTPUT
            grad(b2)|OUTPUT
            grad(h)[0]|HIDDEN
            local(h, z1)|HIDDEN
            grad(b1)|HIDDEN
            new(w5)|UPDATE
            after(E)|UPDATE
            norm(grad(W1))|BACKWARD
            """)
    void a_question_belongs_to_a_section(String quantity, Section.Kind kind) {
        Assignment none = new Assignment(MAZUR, List.of());
        assertThat(new Sections(MAZUR).of(none.question(quantity)).kind()).isEqualTo(kind);
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/worked"))) {
            return files.filter(file -> file.toString().endsWith(".chain"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_gets_questions_that_can_be_worked_out(Path sample) throws IOException {
        Model model = ChainReader.read(sample);
        Assignment all = new Proposal(model).choosing(one -> true);
        assertThat(all.questions()).isNotEmpty();
        assertThat(Worked.of(all).program().size())
                .isGreaterThanOrEqualTo(model.program().size());
    }
}
