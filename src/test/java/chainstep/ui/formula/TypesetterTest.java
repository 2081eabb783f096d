package chainstep.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.explain.Ink;
import chainstep.explain.Piece;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Stage;
import chainstep.ui.look.Look;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

class TypesetterTest {
    private static final List<String> SAMPLES = List.of(
            "mazur",
            "worked/lstm_gomez",
            "worked/attention_scaled",
            "worked/adam_rmsprop_steps",
            "worked/conv_stride_pad",
            "worked/batchnorm_alexkode",
            "worked/d2l_pooling",
            "lectures/three_class_relu",
            "lectures/lenet_small");

    private static Sitting sitting(String text, Locale locale) {
        return Stage.ofText(text, Settings.FIRST.in(locale)).scene().sitting().orElseThrow();
    }

    private static List<String> goldens() throws IOException {
        List<Path> files = new ArrayList<>();
        SAMPLES.forEach(name -> files.add(Path.of("samples", name + ".chain")));
        try (Stream<Path> golden = Files.list(Path.of("src/test/resources/golden/explain"))) {
            golden.filter(file -> file.toString().endsWith(".chain")).sorted().forEach(files::add);
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    /** All that a page would set of a derivation. */
    private static void collect(Derivation step, Set<String> latex) {
        step.rule().sides().forEach(side -> latex.add(side.latex()));
        step.numbers().sides().forEach(side -> latex.add(side.latex()));
        List<Form> sentences = new ArrayList<>(step.notes());
        sentences.add(step.because());
        sentences.add(step.question());
        sentences.forEach(sentence ->
                Piece.of(sentence).stream().filter(Piece::isFormula).forEach(piece -> latex.add(piece.text())));
    }

    @Test
    void every_formula_of_every_golden_is_set_in_latex() throws IOException {
        Set<String> latex = new TreeSet<>();
        for (String text : goldens()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Sitting sitting = sitting(text, locale);
                Explainer explainer = sitting.explainer()
                        .inked(java.util.Map.of(Ink.VALUE, "#2f6fde", Ink.GRADIENT, "#c2410c", Ink.UPDATE, "#1f7a4a"));
                for (int node = 0; node < sitting.model().program().size(); node++) {
                    collect(explainer.step(node), latex);
                    collect(explainer.step(node, 0), latex);
                }
            }
        }
        latex.remove("");
        assertThat(latex).hasSizeGreaterThan(2000);
        assertThat(latex.stream().filter(one -> !Typesetter.sets(one))).isEmpty();
    }

    @Test
    void what_latex_cannot_set_is_drawn_plainly() {
        Typesetter typesetter = new Typesetter();
        Drawn drawn = typesetter.formula(new Form("a ⊙ b", "\\nosuchcommand{"), 17, Color.BLACK);
        assertThat(drawn).isInstanceOf(TextDrawn.class);
        assertThat(drawn.width()).isPositive();
        assertThat(typesetter.formula(new Form("a ⊙ b", "\\nosuchcommand{"), 17, Color.BLACK))
                .isSameAs(drawn);
    }

    @Test
    void a_name_of_several_letters_is_set_as_a_word_not_as_a_product() {
        TeXIcon product = new TeXFormula("\\mathit{net}").createTeXIcon(TeXConstants.STYLE_DISPLAY, 17);
        Drawn name = TexDrawn.of("\\mathit{net}", 17, Color.BLACK);
        assertThat(name.width()).isLessThan(product.getTrueIconWidth() - 1);
    }

    @Test
    void chinese_is_set_among_letters_and_wraps_between_characters() {
        Typesetter typesetter = new Typesetter();
        Drawn drawn = typesetter.formula(new Form("权重", "\\text{权重}^{(1)} = 1"), 17, Color.BLACK);
        assertThat(drawn).isInstanceOf(TexDrawn.class);
        Flow flow = new Flow(typesetter).words("输入和参数已知，其余尚未计算。", Look.words(13), Color.BLACK);
        assertThat(flow.heightFor(80)).isGreaterThan(2 * flow.heightFor(400));
    }

    @Test
    void a_wide_equation_is_set_on_several_lines_before_it_is_shifted() {
        Form wide = new Form("a", "\\frac{\\partial E}{\\partial x}")
                .equalTo(new Form("b", "a + b + c + d + e + f + g"))
                .equalTo(new Form("c", "h + i + j + k + l + m + n"));
        FormulaView view = new FormulaView(new Typesetter(), wide, 20, 20, Color.BLACK, Color.GRAY);
        int natural = view.getPreferredSize().width;
        assertThat(view.heightFor(natural / 2 + 40)).isGreaterThan(view.heightFor(natural + 1));
        assertThat(view.text()).isEqualTo("a = b = c");
    }
}
