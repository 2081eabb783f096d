package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formulas in colour: what was computed forward, what comes back, and the same formula below the colours. */
class InkTest {
    private static final Map<Ink, String> COLOURS =
            Map.of(Ink.VALUE, "value", Ink.PARAMETER, "parameter", Ink.GRADIENT, "gradient", Ink.UPDATE, "update");

    private static Explainer explainer(Derived derived) {
        return new Explainer(derived.trace(), derived.lines(), Map.of(), Locale.ENGLISH);
    }

    private static int gradient(Derived derived, String name) {
        return derived.trace()
                .program()
                .gradient(derived.loss(), derived.node(name))
                .orElseThrow();
    }

    @Test
    void a_rule_says_by_colour_what_comes_from_where() {
        Derived mazur = Derived.of("samples/mazur.chain");
        Derivation step = explainer(mazur).inked(COLOURS).step(gradient(mazur, "h"));
        assertThat(step.rule().latex())
                .isEqualTo("\\frac{\\partial E}{\\partial h} = \\textcolor{parameter}{{W^{(2)}}^{\\top}} "
                        + "\\cdot \\textcolor{gradient}{\\frac{\\partial E}{\\partial z^{(2)}}}");
        assertThat(step.numbers().latex())
                .startsWith("\\textcolor{parameter}{\\begin{bmatrix} 0.40 & 0.50 \\\\ 0.45 & 0.55 \\end{bmatrix}} "
                        + "\\cdot \\textcolor{gradient}{\\begin{bmatrix} 0.138499 ");
    }

    @Test
    void an_equation_falls_into_its_sides() {
        Derived mazur = Derived.of("samples/mazur.chain");
        Derivation step = explainer(mazur).step(gradient(mazur, "h"));
        assertThat(step.rule().parts()).extracting(Form::plain).containsExactly("∂E/∂h", " = W2ᵀ · ∂E/∂z2");
        assertThat(step.numbers().parts()).hasSize(2);
        assertThat(String.join("", latex(step.numbers())))
                .isEqualTo(step.numbers().latex());
    }

    private static List<String> latex(Form equation) {
        return equation.parts().stream().map(Form::latex).toList();
    }

    @Test
    void without_its_colours_every_formula_is_the_one_that_is_printed() {
        int compared = 0;
        for (String sample : List.of(
                "samples/mazur.chain",
                "samples/worked/lstm_gomez.chain",
                "samples/worked/adam_rmsprop_steps.chain",
                "samples/lectures/three_class_softmax.chain",
                "samples/lectures/lenet_small.chain")) {
            Derived derived = Derived.of(sample);
            Explainer plain = explainer(derived);
            Explainer inked = plain.inked(COLOURS);
            for (int node = 0; node < derived.trace().program().size(); node++) {
                compared += compare(plain.step(node), inked.step(node));
                compared += compare(plain.step(node, 0), inked.step(node, 0));
            }
        }
        assertThat(compared).isGreaterThan(700);
    }

    private static int compare(Derivation plain, Derivation inked) {
        assertThat(inked.rule().plain()).isEqualTo(plain.rule().plain());
        String opened =
                inked.rule().latex() + inked.numbers().latex() + inked.because().latex();
        String bare = opened.replaceAll("\\\\textcolor\\{\\w+}", "").replaceAll("[{}]", "");
        String printed =
                plain.rule().latex() + plain.numbers().latex() + plain.because().latex();
        assertThat(bare).isEqualTo(printed.replaceAll("[{}]", ""));
        return 1;
    }

    @Test
    void the_edges_of_a_number_come_as_a_table() {
        Derived mazur = Derived.of("samples/mazur.chain");
        EdgeTable table = explainer(mazur).edges(gradient(mazur, "h"), 0).orElseThrow();
        assertThat(table.head()).extracting(Form::plain).containsExactly("edge", "local", "upstream", "product");
        assertThat(table.rows())
                .extracting(row -> row.to().plain() + " " + row.local().plain() + " "
                        + row.factor().plain() + " " + row.incoming().plain() + " "
                        + row.product().plain())
                .containsExactly("z2₁ W2₁₁ 0.40 0.138499 0.055399", "z2₂ W2₂₁ 0.50 −0.038098 −0.019049");
        assertThat(table.total().plain()).isEqualTo("0.036350");
        assertThat(explainer(mazur).edges(mazur.node("h"), 0)).isEmpty();
    }

    @Test
    void the_ways_of_a_number_come_as_a_table() {
        Derived mazur = Derived.of("samples/mazur.chain");
        PathTable table = explainer(mazur).ways(gradient(mazur, "W1"), 0).orElseThrow();
        assertThat(table.rows()).hasSize(2);
        assertThat(table.heading().plain()).isEqualTo("2 paths from E");
        assertThat(table.total().plain()).isEqualTo("0.000438568");
        assertThat(explainer(mazur).ways(mazur.node("h"), 0)).isEmpty();
    }

    @Test
    void a_sentence_falls_into_words_and_formulas() {
        Form sentence = Prose.in(Locale.ENGLISH).say("because", new Form("a", "a_{1}"), new Form("50%", "50\\%"));
        assertThat(Piece.of(sentence))
                .containsExactly(
                        new Piece("because  ", false),
                        new Piece("a_{1}", true),
                        new Piece("  gives  ", false),
                        new Piece("50\\%", true));
    }
}
