package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Every formula of a derivation can be typeset: as mathematics, or as prose with mathematics between dollars. */
class TypesetTest {
    private static final String[] CHINESE = {
        "输入 = input([0.05, 0.10])",
        "权重1 = param([[0.15, 0.20], [0.25, 0.30]])",
        "偏置_b = param([0.1, 0.2])",
        "净输入 = 权重1 @ 输入 + 偏置_b",
        "激活 = sigmoid(净输入)",
        "h₁ = 激活[0]",
        "误差 = 0.5 * sum((激活 - [0.01, 0.99])**2) + h₁",
        "minimize(误差, adam(lr=0.5), l2=0.01)"
    };

    private static void typeset(Derived derived, Locale locale) {
        int set = 0;
        for (Detail detail : List.of(Detail.LINE, Detail.TERM, Detail.ELEMENT)) {
            for (Derivation step : derived.report(locale, detail).steps()) {
                set += typeset(step);
            }
        }
        assertThat(set).isGreaterThan(20);
    }

    private static int typeset(Derivation step) {
        List<String> all = new ArrayList<>();
        Stream.of(step.rule(), step.numbers(), step.shown()).map(Form::latex).forEach(all::add);
        List<Form> prose = new ArrayList<>(List.of(step.question(), step.because()));
        prose.addAll(step.notes());
        boolean words = step.title().latex().contains("$");
        all.add(words ? "\\text{" + step.title().latex() + "}" : step.title().latex());
        prose.forEach(form -> all.add("\\text{" + form.latex() + "}"));
        all.removeIf(latex -> latex.isEmpty() || latex.equals("\\text{}"));
        all.forEach(latex -> assertThatCode(() -> new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, 20))
                .as(latex)
                .doesNotThrowAnyException());
        return all.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur",
                "not_finite",
                "worked/adam_rmsprop_steps",
                "worked/attention_scaled",
                "worked/lstm_gomez",
                "worked/conv_stride_pad",
                "worked/batchnorm_alexkode",
                "worked/micrograd_sanity",
                "worked/d2l_pooling",
                "worked/mixed_ops_public",
                "lectures/three_class_softmax",
                "lectures/perceptron_loss",
                "lectures/rnn_unrolled",
                "lectures/hopfield"
            })
    void a_sample_can_be_typeset(String sample) {
        typeset(Derived.of("samples/" + sample + ".chain"), Locale.ENGLISH);
    }

    @Test
    void chinese_names_are_text_inside_a_formula() {
        Derived derived = Derived.ofLines(CHINESE);
        typeset(derived, Locale.ENGLISH);
        typeset(derived, Locale.CHINESE);
        String latex = derived.report(Locale.CHINESE, Detail.TERM).latex();
        assertThat(latex).contains("\\text{权重}^{(1)}", "\\text{净输入}", "\\text{偏置}_{b}", "h_{1}");
        assertThat(latex.replaceAll("\\\\(text|section|paragraph|emph)\\*?\\{[^{}]*}", ""))
                .doesNotContain("\\mathit{权");
    }

    @Test
    void the_gradient_of_a_gradient_can_be_typeset() {
        Derived derived = Derived.ofLines(
                "x = input([1, 2])",
                "w = param([3, 4])",
                "E = sum(tanh(w*x)*w) + sum(exp(w)*exp(w))",
                "g = gradient(E, w)",
                "J = E + sum(g**2) + norm(w) + max(w)",
                "minimize(J, momentum(lr=0.1), l1=0.1)");
        typeset(derived, Locale.ENGLISH);
        typeset(derived, Locale.CHINESE);
    }
}
