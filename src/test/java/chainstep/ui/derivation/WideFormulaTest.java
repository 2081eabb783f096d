package chainstep.ui.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.graph.Program;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.Tasks;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Theme;
import java.awt.Font;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** What is too wide for the pane is still seen, by the mouse and by the keyboard. */
class WideFormulaTest {
    private static final String LARGE = """
            X = input(uniform(32, 784, lo=0, hi=1, seed=1))
            T = target(uniform(32, 10, lo=0, hi=1, seed=9))
            W1 = param(he(784, 128, seed=2))
            W2 = param(he(128, 10, seed=3))
            h = relu(X @ W1)
            y = h @ W2
            L = mse(y, T)
            minimize(L, sgd(lr=0.01))
            """;

    private static final String RECURRENT = """
            x = input([0.1, 0.2])
            W = param(uniform(2, 2, seed=1))
            h1 = tanh(W @ x)
            h2 = tanh(W @ h1)
            h3 = tanh(W @ h2)
            h4 = tanh(W @ h3)
            h5 = tanh(W @ h4)
            h6 = tanh(W @ h5)
            E = sum(h6)
            minimize(E, sgd(lr=0.1))
            """;

    private static DerivationView on(DebugController controller, int width) {
        DerivationView view = new DerivationView(Tasks.atOnce(), copied -> {}, picked -> {});
        controller.add(view);
        Seen.painted(view, width, 600);
        return view;
    }

    private static DerivationView large(int width) {
        DebugController controller = Stage.ofText(LARGE, Settings.FIRST);
        controller.depth(Depth.TERM);
        controller.runTo(
                controller.scene().sitting().orElseThrow().model().names().get("y"));
        return on(controller, width);
    }

    private static FormulaView wide(DerivationView view) {
        return Seen.parts(view, FormulaView.class).stream()
                .filter(FormulaView::isFocusable)
                .findFirst()
                .orElseThrow();
    }

    private static void press(FormulaView formula, int key) {
        Object name = formula.getInputMap().get(KeyStroke.getKeyStroke(key, 0));
        formula.getActionMap().get(name).actionPerformed(null);
    }

    @Test
    void a_wide_formula_takes_the_keyboard_and_is_shifted_to_its_end_and_back() {
        FormulaView formula = wide(large(110));
        assertThat(formula.shifted()).isZero();
        press(formula, KeyEvent.VK_RIGHT);
        double once = formula.shifted();
        assertThat(once).isPositive();
        press(formula, KeyEvent.VK_END);
        double end = formula.shifted();
        assertThat(end).isGreaterThanOrEqualTo(once);
        press(formula, KeyEvent.VK_RIGHT);
        assertThat(formula.shifted()).isEqualTo(end);
        press(formula, KeyEvent.VK_LEFT);
        assertThat(formula.shifted()).isLessThan(end);
        press(formula, KeyEvent.VK_HOME);
        assertThat(formula.shifted()).isZero();
    }

    @Test
    void the_wheel_shifts_it_with_shift_and_scrolls_the_page_without() {
        FormulaView formula = wide(large(110));
        turn(formula, 0);
        assertThat(formula.shifted()).isZero();
        turn(formula, InputEvent.SHIFT_DOWN_MASK);
        assertThat(formula.shifted()).isPositive();
    }

    private static void turn(FormulaView formula, int modifiers) {
        formula.dispatchEvent(
                new MouseWheelEvent(formula, MouseWheelEvent.MOUSE_WHEEL, 0, modifiers, 5, 5, 0, false, 0, 3, 1));
    }

    @Test
    void what_fits_does_not_stop_the_keyboard() {
        DerivationView view = large(2000);
        List<FormulaView> formulas = Seen.parts(view, FormulaView.class);
        assertThat(formulas).hasSizeGreaterThan(1).noneMatch(FormulaView::isFocusable);
    }

    @Test
    void no_step_of_the_update_is_cut_where_a_break_would_help() {
        for (boolean projector : new boolean[] {false, true}) {
            DebugController controller = Stage.of("mazur", Settings.FIRST.projector(projector));
            controller.depth(Depth.TERM);
            DerivationView view = on(controller, projector ? 600 : 300);
            for (int k = 0; k < 26; k++) {
                controller.step();
                Seen.painted(view, view.getWidth(), 600);
                assertThat(Seen.parts(view, FormulaView.class)).noneMatch(FormulaView::isFocusable);
            }
        }
    }

    @Test
    void the_factors_of_a_product_are_shown_on_lines_of_their_own() {
        DebugController controller = Stage.of("worked/attention_scaled", Settings.FIRST.projector(true));
        controller.depth(Depth.TERM);
        for (int k = 0; k < 30; k++) {
            controller.step();
        }
        DerivationView view = on(controller, 600);
        FormulaView numbers = Seen.parts(view, FormulaView.class).get(1);
        assertThat(numbers.text()).contains("0.50", "−0.000193126", "−0.000127150");
        assertThat(numbers.isFocusable()).isFalse();
    }

    @Test
    void the_addends_of_a_gradient_are_shown_with_their_numbers() {
        DebugController controller = Stage.ofText(RECURRENT, Settings.FIRST);
        controller.depth(Depth.TERM);
        int w = controller.scene().sitting().orElseThrow().model().names().get("W");
        Program program = controller.scene().sitting().orElseThrow().state().program();
        controller.runTo(program.gradient(program.loss().orElseThrow(), w).orElseThrow());
        DerivationView view = on(controller, 372);
        String numbers = Seen.parts(view, FormulaView.class).get(1).text();
        assertThat(numbers).contains("] + [");
        assertThat(Seen.parts(view, FormulaView.class)).noneMatch(FormulaView::isFocusable);
    }

    @Test
    void a_leaf_says_its_numbers_once() {
        DebugController controller = Stage.of("mazur");
        controller.pick(Optional.of(Picked.whole(
                controller.scene().sitting().orElseThrow().model().names().get("W1"))));
        List<FormulaView> formulas = Seen.parts(on(controller, 400), FormulaView.class);
        assertThat(formulas).hasSize(1);
        assertThat(formulas.get(0).text()).isEqualTo("W1 = [0.15  0.20; 0.25  0.30]");
    }

    @Test
    void the_links_beside_the_title_leave_it_its_room() {
        DebugController controller = Stage.of("mazur");
        controller.step();
        for (int width : new int[] {200, 260, 400}) {
            DerivationView view = on(controller, width);
            List<String> links = Seen.parts(view, JButton.class).stream()
                    .limit(2)
                    .map(JButton::getText)
                    .toList();
            assertThat(links)
                    .isEqualTo(width == 400 ? List.of("copy LaTeX", "copy text") : links)
                    .hasSize(2);
            Tools tools = Seen.part(view, Tools.class);
            assertThat(tools.getX()).isGreaterThan(70);
            assertThat(tools.getWidth()).isGreaterThanOrEqualTo(tools.getPreferredSize().width);
        }
        assertThat(Seen.parts(on(controller, 200), JButton.class).get(0).getText())
                .isEqualTo("LaTeX");
    }

    @Test
    void the_digits_of_an_index_stand_apart_among_words() {
        Look.install(Theme.LIGHT);
        AttributedCharacterIterator letters =
                Letters.in("∂E/∂W1₁₁: the sum", Look.words(11)).getIterator();
        letters.setIndex(7);
        Font index = (Font) letters.getAttribute(TextAttribute.FONT);
        assertThat(index.getFamily()).contains("Mono");
        letters.setIndex(12);
        assertThat(((Font) letters.getAttribute(TextAttribute.FONT)).getFamily())
                .doesNotContain("Mono");
    }

    @Test
    void in_a_lecture_hall_headings_are_as_large_as_numbers() {
        Style style = new Style(Settings.FIRST.projector(true));
        assertThat(style.title().getSize2D()).isGreaterThanOrEqualTo(28);
        assertThat(style.small().getSize2D()).isGreaterThanOrEqualTo(18);
        DebugController controller = Stage.of("mazur", Settings.FIRST.projector(true));
        controller.step();
        DerivationView view = on(controller, 640);
        javax.swing.JLabel title = Seen.part(view, javax.swing.JLabel.class);
        assertThat(title.getText()).isEqualTo("Derivation");
        assertThat(title.getFont().getSize2D()).isGreaterThanOrEqualTo(20);
        assertThat(Seen.parts(view, Flow.class)).isNotEmpty();
    }
}
