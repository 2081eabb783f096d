package chainstep.homework.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandNamesTest {
    static final String MAZUR = """
            x  = input([0.05, 0.10])
            t  = target([0.01, 0.99])
            W1 = param([[0.15, 0.20], [0.25, 0.30]])
            b1 = const([0.35, 0.35])
            W2 = param([[0.40, 0.45], [0.50, 0.55]])
            b2 = const([0.60, 0.60])
            z1 = W1 @ x + b1
            h = sigmoid(z1)
            z2 = W2 @ h + b2
            o = sigmoid(z2)
            E = 0.5 * sum((t - o)**2)
            minimize(E, sgd(lr=0.5))
            label(W2, "w5 w6; w7 w8")
            label(z2, "net_o1 net_o2")
            """;

    static Model model(String text) {
        return ChainReader.read(Source.of("test.chain", text), Path.of(""));
    }

    private static String heard(String model, String written) {
        return new HandNames(model(model)).read(written).quantity().text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E|E
            h[0]|h[0]
            h1|h[0]
            h_1|h[0]
            h₁|h[0]
            ｈ１|h[0]
            h_{2}|h[1]
            W1[0,1]|W1[0,1]
            w2_11|W2[0, 0]
            W2₁₂|W2[0, 1]
            W2_1_2|W2[0, 1]
            W2_{1,2}|W2[0, 1]
            W2₁,₂|W2[0, 1]
            W₂₁₁|W2[0, 0]
            W⁽²⁾₁₂|W2[0, 1]
            W^(2)_12|W2[0, 1]
            net_o1|net_o1
            w5|w5
            grad(h)[0]|grad(h)[0]
            grad(h_1)|grad(h[0])
            dE/dh_1|grad(h)[0]
            ∂E/∂h₁|grad(h)[0]
            ∂E / ∂h₁|grad(h)[0]
            d E / d h1|grad(h)[0]
            δE/δh1|grad(h)[0]
            (∂E)/(∂h₁)|grad(h)[0]
            \\frac{\\partial E}{\\partial h_1}|grad(h)[0]
            ∂Ｅ／∂ｈ₁|grad(h)[0]
            dL/dW1|grad(W1)
            dE_total/dw5|grad(W2)[0, 0]
            ∂E/∂W2₁₁|grad(W2)[0, 0]
            dE/dW2[0,1]|grad(W2)[0, 1]
            dE/dnet_o1|grad(z2)[0]
            ∇W1|grad(W1)
            do1/dz2_1|grad(z2[0], of=o[0])
            ∂o₁/∂w5|grad(W2[0, 0], of=o[0])
            do/dz2|local(o, z2)
            w5+|new(W2)[0, 0]
            w5⁺|new(W2)[0, 0]
            w5^+|new(W2)[0, 0]
            w5＋|new(W2)[0, 0]
            w5_new|new(W2)[0, 0]
            w5'|new(W2)[0, 0]
            w5′|new(W2)[0, 0]
            new w5|new(W2)[0, 0]
            W2₁₁ new|new(W2)[0, 0]
            新w5|new(W2)[0, 0]
            w5(new)|new(W2)[0, 0]
            E_new|after(E)
            E new|after(E)
            (o1-t1)*o1*(1-o1)*h1|(o[0]-t[0])*o[0]*(1-o[0])*h[0]
            dE/do1 * do1/dnet_o1 * h_1|grad(o)[0] * grad(z2[0], of=o[0]) * h[0]
            w5 - 0.5*dE/dw5|w5 - 0.5*grad(W2)[0, 0]
            sum(h, axis=0) + exp(-z1_1)|sum(h, axis=0) + exp(-z1[0])
            """)
    void a_name_written_by_hand_is_understood(String written, String meant) {
        assertThat(heard(MAZUR, written)).isEqualTo(meant);
    }

    @Test
    void a_variable_of_exactly_that_name_wins() {
        String model = "h = input([1, 2])\nh1 = sum(h)\nW1 = param([[1, 2], [3, 4]])\nW12 = sum(W1)\nE = h1 * W12\n";
        assertThat(heard(model, "h1")).isEqualTo("h1");
        assertThat(heard(model, "W12")).isEqualTo("W12");
        assertThat(heard(model, "h2")).isEqualTo("h[1]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            h_1|h[0]|h1
            h₁|h[0]|h1
            W_112|W[0, 11]|W[10, 1]
            """)
    void what_may_be_two_things_is_refused_naming_both(String written, String one, String other) {
        String model = "h = input([1, 2])\nh1 = sum(h)\nW = ones(12, 12)\nE = h1 * sum(W)\n";
        assertThatThrownBy(() -> heard(model, written))
                .isInstanceOf(SourceError.class)
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    @Test
    void a_row_of_one_needs_one_subscript() {
        assertThat(heard("X = input([[1, 2]])\nE = sum(X)\n", "X_2")).isEqualTo("X[0, 1]");
    }

    @Test
    void an_inner_value_goes_by_the_letter_of_textbooks() {
        assertThat(heard("x = input([1, 2])\nh = sigmoid(2 * x)\n", "z_h1")).isEqualTo("h.z[0]");
        assertThat(heard("x = input([1, 2])\nh = sigmoid(2 * x)\n", "net_h_2")).isEqualTo("h.z[1]");
    }

    @Test
    void an_earlier_version_is_no_update() {
        assertThat(heard("x = input([1, 2])\nx = 2 * x\nx = 3 * x\n", "x'")).isEqualTo("x'");
    }

    @Test
    void a_subscript_beyond_the_value_tells_its_shape_and_how_to_count() {
        assertThatThrownBy(() -> heard(MAZUR, "h_0")).hasMessageContaining("subscripts count from 1");
        assertThatThrownBy(() -> heard(MAZUR, "h_3")).hasMessageContaining("\"h_3\" is no element of h, which is 2");
        assertThatThrownBy(() -> heard(MAZUR, "dE/dW2_13")).hasMessageContaining("W2, which is 2×2");
    }

    @Test
    void an_unknown_name_gets_the_nearest_known_one() {
        assertThatThrownBy(() -> heard(MAZUR, "dE/dnet_u1")).hasMessageContaining("did you mean net_o1?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "dE/",
                "/dh",
                "∂",
                "∂/∂",
                "((((",
                "_1",
                "h[",
                "h_99999999999",
                "dE/dh_1 +",
                "\\frac{}{}",
                "d/d",
                "?",
                "新"
            })
    void what_is_no_quantity_is_refused_with_a_sentence(String written) {
        assertThatThrownBy(() -> heard(MAZUR, written)).isInstanceOf(SourceError.class);
    }

    @Test
    void the_element_meant_is_told() {
        HandNames names = new HandNames(model(MAZUR));
        assertThat(names.read("dE/dw5").echo("dE/dw5").orElseThrow().in(Locale.ENGLISH))
                .isEqualTo("\"dE/dw5\" was read as ∂E/∂W2₁₁, that is grad(W2)[0, 0]");
        assertThat(names.read("grad(h)[0]").echo("grad(h)[0]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/(1+e^(-z2_1))|1/(1+exp(1)^(-z2[0]))
            o1(1-o1)|o[0]*(1-o[0])
            (o1-t1)o1(1-o1)|(o[0]-t[0])*o[0]*(1-o[0])
            o1 (1-o1)(o1-t1)|o[0] *(1-o[0])*(o[0]-t[0])
            σ(z2_1)(1-σ(z2_1))|σ(z2[0])*(1-σ(z2[0]))
            2(o1-t1)|2*(o[0]-t[0])
            ½(o1-t1)²+½(o[1]-t2)²|½*(o[0]-t[0])²+½*(o[1]-t[1])²
            ¼h1³|¼*h[0]³
            (∂E/∂o1)(∂o1/∂z2_1)|(grad(o)[0])*(grad(z2[0], of=o[0]))
            exp(-net_o1)(1-o1)|exp(-net_o1)*(1-o[0])
            """)
    void factors_may_stand_side_by_side(String written, String text) {
        assertThat(heard(MAZUR, written)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h1(1)", "h(t)", "o1 h1", "h1(h2)", "sigmoid z2_1"})
    void what_may_be_an_index_or_a_slip_of_the_pen_is_no_product(String written) {
        assertThatThrownBy(() -> heard(MAZUR, written)).isInstanceOf(SourceError.class);
    }

    @Test
    void a_value_that_the_file_calls_e_is_that_value() {
        String errors = "x = input(1.5)\nw = param(0.3)\ne = w*x - 1\nE = e**2\nminimize(E)\n";
        assertThat(heard(errors, "e^2*x")).isEqualTo("e^2*x");
        assertThat(model(errors).quantity("e^2*x")).isNotNull();
        assertThat(heard(MAZUR, "e")).isEqualTo("E");
        assertThat(heard(MAZUR, "e*h1")).isEqualTo("exp(1)*h[0]");
    }
}
