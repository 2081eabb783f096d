package chainstep.ui.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.explain.Derivation;
import chainstep.explain.EdgeTable;
import chainstep.explain.Explainer;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.Tasks;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationViewTest {
    private final List<String> copied = new ArrayList<>();

    private DerivationView on(DebugController controller) {
        DerivationView view =
                new DerivationView(Tasks.atOnce(), copied::add, picked -> controller.pick(Optional.of(picked)));
        controller.add(view);
        return view;
    }

    private static int gradient(DebugController controller, String name) {
        var model = controller.scene().sitting().orElseThrow().model();
        return model.program()
                .gradient(
                        model.program().loss().orElseThrow(),
                        model.program().named(name).orElseThrow())
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Depth.class,
            names = {"LINE", "OPERATION", "TERM", "ELEMENT"})
    void every_step_of_mazur_says_what_the_core_says(Depth depth) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            DebugController controller = Stage.of("mazur", Settings.FIRST.in(locale));
            DerivationView view = on(controller);
            controller.depth(depth);
            long count = controller.scene().sitting().orElseThrow().state().count();
            assertThat(count).isGreaterThan(9);
            for (long index = 0; index < count; index++) {
                controller.jump(0, index);
                agrees(controller, view);
            }
        }
    }

    private static void agrees(DebugController controller, DerivationView view) {
        Subject subject = Subject.of(controller.scene()).orElseThrow();
        Explainer explainer = subject.explainer();
        String seen = Seen.text(view);
        List<Derivation> steps = subject.derivations(explainer);
        for (Derivation step : steps) {
            assertThat(seen).contains(step.rule().plain());
            assertThat(seen).contains(step.numbers().plain());
            step.notes().forEach(note -> assertThat(seen).contains(note.plain()));
        }
        Derivation last = steps.get(steps.size() - 1);
        last.question().parts().forEach(part -> assertThat(seen).contains(part.plain()));
        assertThat(seen).contains(last.because().plain());
        int element = Math.max(0, subject.focus().element());
        Optional<EdgeTable> edges = explainer.edges(last.node(), element);
        edges.ifPresent(table -> {
            assertThat(seen)
                    .contains(table.gradient().plain() + " = " + table.total().plain());
            table.rows()
                    .forEach(row -> assertThat(seen)
                            .contains(row.incoming().plain() + "  "
                                    + row.product().plain()));
        });
        DebugState state = subject.state();
        assertThat(seen).contains(String.valueOf(state.index() + 1)).contains(String.valueOf(state.count()));
    }

    @Test
    void beside_large_numbers_a_difference_is_told_as_a_part_of_them() {
        DebugController controller = Stage.ofText("x = param(3000000)\nE = x**3\nminimize(E)\n", Settings.FIRST);
        controller.depth(Depth.TERM);
        controller.step();
        controller.step();
        controller.step();
        DerivationView view = new DerivationView(Tasks.atOnce(), copied -> {}, picked -> {});
        controller.add(view);
        Seen.painted(view, 400, 900);
        assertThat(Seen.text(view)).containsPattern("✓ \\S+e-\\d+ relative");
    }

    @Test
    void a_value_that_stands_twice_in_a_line_is_told_as_the_line_has_it() {
        DebugController controller = Stage.of("worked/micrograd_readme");
        controller.depth(Depth.TERM);
        for (int k = 0; k < 40; k++) {
            controller.step();
        }
        DerivationView view = new DerivationView(Tasks.atOnce(), copied -> {}, picked -> {});
        controller.add(view);
        Seen.painted(view, 400, 900);
        assertThat(Seen.text(view))
                .contains("term 1 of 3 through d2 + 3·d2", "via d3, use 1", "d2 is used 2 times")
                .doesNotContain("4·d2");
        Explainer explainer = controller.scene().sitting().orElseThrow().explainer();
        int d3 = controller.scene().sitting().orElseThrow().model().names().get("d3");
        assertThat(explainer.formula(d3).orElseThrow().plain()).isEqualTo("d2 + 3·d2 + ReLU(z_d3)");
    }

    @Test
    void where_there_is_nothing_to_compare_no_verdict_is_given() {
        DebugController controller =
                Stage.ofText("w = param([-1, 2])\ny = log(w)\nE = sum(y)\nminimize(E)\n", Settings.FIRST);
        controller.runTo(gradient(controller, "y"));
        assertThat(Seen.texts(on(controller)))
                .anyMatch(text -> text.matches("central difference .*NaN.*\\(nothing to compare\\)"))
                .noneMatch(text -> text.contains("✗"));
    }

    @Test
    void a_gradient_is_checked_by_a_central_difference() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.pick(Optional.of(Picked.whole(gradient(controller, "h"))));
        assertThat(Seen.texts(view)).anyMatch(text -> text.matches("central difference 0.036350 +0.041370 ✓ .*e-1\\d"));
        controller.pick(Optional.of(new Picked(gradient(controller, "h"), 1)));
        assertThat(Seen.texts(view)).anyMatch(text -> text.matches("central difference 0.041370\\d* ✓ .*"));
    }

    @Test
    void the_link_leads_to_whole_paths_and_back() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.pick(Optional.of(new Picked(gradient(controller, "W1"), 0)));
        assertThat(Seen.text(view)).contains("W1₁₁ → z1₁").doesNotContain("2 paths from E");
        press(view, "whole paths from E");
        assertThat(Seen.text(view))
                .contains("∂E/∂o₁ · ∂o₁/∂z2₁ · ∂z2₁/∂h₁ · ∂h₁/∂z1₁ · ∂z1₁/∂W1₁₁")
                .contains("0.741365 · 0.186816 · 0.40 · 0.241301 · 0.05 = 0.000668396")
                .contains("∂E/∂W1₁₁ = 0.000438568")
                .contains("no path through h₂")
                .doesNotContain("W1₁₁ → z1₁");
        press(view, "edges of this number");
        assertThat(Seen.text(view)).contains("W1₁₁ → z1₁");
    }

    @Test
    void a_row_of_a_ledger_picks_the_gradient_that_comes_in_there() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.pick(Optional.of(new Picked(gradient(controller, "h"), 1)));
        click(view, 1);
        assertThat(controller.scene().picked()).contains(new Picked(gradient(controller, "z2"), 1));
        assertThat(Seen.text(view)).contains("z2₂ → o₂");
        controller.pick(Optional.of(new Picked(gradient(controller, "h"), 1)));
        click(view, 2);
        assertThat(controller.scene().picked()).contains(new Picked(gradient(controller, "h"), 1));
    }

    private static void click(DerivationView view, int row) {
        Seen.painted(view, 400, 900);
        Ledger ledger = Seen.part(view, Ledger.class);
        Rectangle place = ledger.place(row);
        int x = (int) place.getCenterX();
        int y = (int) place.getCenterY();
        ledger.dispatchEvent(new MouseEvent(
                ledger, MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1));
    }

    @Test
    void a_row_of_a_ledger_is_picked_by_keys() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.pick(Optional.of(new Picked(gradient(controller, "h"), 0)));
        Ledger ledger = Seen.part(view, Ledger.class);
        for (String key : List.of("DOWN", "DOWN", "DOWN", "UP", "ENTER")) {
            ledger.getActionMap()
                    .get(ledger.getInputMap().get(KeyStroke.getKeyStroke(key)))
                    .actionPerformed(null);
        }
        assertThat(controller.scene().picked()).contains(new Picked(gradient(controller, "z2"), 1));
    }

    @Test
    void a_whole_path_picks_the_gradient_it_brings() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.pick(Optional.of(new Picked(gradient(controller, "h"), 0)));
        press(view, "whole paths from E");
        Pickable path = Seen.parts(view, Pickable.class).get(1);
        path.getActionMap()
                .get(path.getInputMap().get(KeyStroke.getKeyStroke("ENTER")))
                .actionPerformed(null);
        assertThat(controller.scene().picked()).contains(new Picked(gradient(controller, "z2"), 1));
    }

    @Test
    void the_number_that_the_ledger_is_about_is_bold_in_its_matrix() {
        DebugController controller = Stage.of("mazur");
        Explainer explainer = controller.scene().sitting().orElseThrow().explainer();
        Derivation whole = explainer.step(gradient(controller, "h"));
        assertThat(whole.numbers().latex()).doesNotContain("mathbf");
        Derivation pointing = whole.pointing(1, 6);
        assertThat(pointing.numbers().latex())
                .contains("= \\begin{bmatrix} 0.036350 \\\\ \\mathbf{0.041370} \\end{bmatrix}");
        assertThat(pointing.numbers().parts().get(1).latex()).contains("\\mathbf{0.041370}");
        assertThat(pointing.numbers().plain()).isEqualTo(whole.numbers().plain());
    }

    private static void press(DerivationView view, String link) {
        Seen.parts(view, Link.class).stream()
                .filter(one -> one.getText().equals(link))
                .findFirst()
                .orElseThrow()
                .doClick();
    }

    @Test
    void what_is_copied_is_black() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.pick(Optional.of(Picked.whole(gradient(controller, "h"))));
        press(view, "copy LaTeX");
        press(view, "copy text");
        assertThat(copied).hasSize(2);
        assertThat(copied.get(0))
                .contains("\\begin{align*}", "{W^{(2)}}^{\\top}")
                .doesNotContain("textcolor");
        assertThat(copied.get(1)).contains("rule", "∂E/∂h = W2ᵀ · ∂E/∂z2");
    }

    @Test
    void rule_and_numbers_are_copied_apart_as_latex_or_as_text() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        assertThat(view.isTelling()).isFalse();
        controller.pick(Optional.of(Picked.whole(gradient(controller, "h"))));
        assertThat(view.isTelling()).isTrue();
        view.copyRule(true);
        view.copyRule(false);
        view.copyNumbers(true);
        view.copyNumbers(false);
        Derivation step = controller.scene().sitting().orElseThrow().explainer().step(gradient(controller, "h"));
        assertThat(copied)
                .containsExactly(
                        step.rule().latex(),
                        step.rule().plain(),
                        Writer.numbers(step).latex(),
                        Writer.numbers(step).plain());
        assertThat(copied.get(3)).contains("∂E/∂h", "0.036350");
    }

    @Test
    void a_step_of_a_whole_line_asks_what_it_answers() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.depth(Depth.LINE);
        List<String> asked = new ArrayList<>();
        for (long index : List.of(0L, 6L, 11L)) {
            controller.jump(0, index);
            asked.add(Seen.text(view)
                    .lines()
                    .filter(line -> line.endsWith("?") && line.startsWith("How"))
                    .findFirst()
                    .orElse(Seen.text(view)));
        }
        assertThat(asked)
                .containsExactly("How is z1 computed?", "How does E change when z2 changes?", "How is W2 updated?");
    }

    @Test
    void before_the_first_step_it_says_how_to_begin() {
        DerivationView view = on(Stage.of("mazur"));
        assertThat(Seen.text(view)).contains("Ready to step", "F8");
        DerivationView empty = on(new DebugController(Tasks.atOnce(), Settings.FIRST));
        assertThat(Seen.text(empty)).contains("Nothing to derive yet");
    }

    @Test
    void a_line_that_is_wrong_is_shown_with_its_hint_and_what_was_there_stays() {
        DebugController broken = Stage.ofText("x = input([1, 2])\ny = sigmiod(x)\n", Settings.FIRST);
        DerivationView view = on(broken);
        assertThat(Seen.text(view)).contains("line 2", "sigmiod", "y = sigmiod(x)", "Hint:", "sigmoid");
        DebugController controller = Stage.of("mazur");
        DerivationView kept = on(controller);
        controller.step();
        controller.edit(controller.scene().draft().text().replace("h = sigmoid(z1)", "h = sigmiod(z1)"));
        assertThat(Seen.text(kept)).contains("sigmiod", "How is z1 computed?");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void it_is_painted_in_every_theme_and_size(boolean projector) {
        for (Theme theme : Theme.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                DebugController controller = Stage.of("mazur", new Settings(locale, theme, projector));
                DerivationView view = on(controller);
                controller.pick(Optional.of(Picked.whole(gradient(controller, "h"))));
                BufferedImage image = Seen.painted(view, projector ? 640 : 400, projector ? 1400 : 900);
                assertThat(Seen.colours(image)).isGreaterThan(50);
                for (Hue hue : List.of(Hue.VALUE, Hue.GRADIENT, Hue.NOW_GROUND, Hue.RIGHT_GROUND)) {
                    assertThat(Seen.has(image, Palette.of(theme.hall(projector)).get(hue)))
                            .as("%s %s", theme, hue)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_lecture_hall_can_read_the_formulas() {
        Style style = new Style(Settings.FIRST.projector(true));
        assertThat(style.formula()).isGreaterThanOrEqualTo(28);
        assertThat(style.numbers().getSize()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void no_formula_is_cut_off_when_the_pane_is_narrow() {
        DebugController controller = Stage.of("worked/lstm_gomez");
        DerivationView view = on(controller);
        controller.depth(Depth.TERM);
        int compared = 0;
        for (int index = 0; index < 60; index += 3) {
            controller.jump(0, index);
            Seen.painted(view, 340, 900);
            for (FormulaView formula : Seen.parts(view, FormulaView.class)) {
                assertThat(formula.getHeight()).isGreaterThanOrEqualTo(formula.heightFor(formula.getWidth()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void the_same_scene_is_not_set_anew() {
        DebugController controller = Stage.of("mazur");
        DerivationView view = on(controller);
        controller.step();
        FormulaView before = Seen.part(view, FormulaView.class);
        controller.say(chainstep.words.Phrase.of("ui", "busy.running"));
        assertThat(Seen.part(view, FormulaView.class)).isSameAs(before);
    }
}
