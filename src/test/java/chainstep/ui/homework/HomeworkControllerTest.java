package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.math.Rational;
import chainstep.ui.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeworkControllerTest {
    private static List<Verdict> verdicts(Pupil pupil) {
        return pupil.scene().checked().orElseThrow().sheet().answers().stream()
                .map(one -> one.verdict())
                .toList();
    }

    @Test
    void leaving_a_field_marks_the_sheet_and_the_first_slip_is_looked_at() {
        Pupil pupil = new Pupil().types(Pupil.SLIPPED);
        assertThat(verdicts(pupil))
                .hasSize(10)
                .startsWith(Verdict.RIGHT, Verdict.RIGHT)
                .endsWith(Verdict.SLIP, Verdict.CARRIED, Verdict.CARRIED, Verdict.RIGHT);
        assertThat(pupil.scene().about()).hasValue(Pupil.SLIP);
        assertThat(pupil.scene().checked().orElseThrow().marks()).isEqualTo(Rational.of(9));
    }

    @Test
    void a_verdict_is_gone_once_its_answer_is_changed() {
        Pupil pupil = new Pupil().types(Pupil.SLIPPED);
        pupil.controller().type(Pupil.SLIP, "0.0363");
        assertThat(pupil.scene().marked(Pupil.SLIP)).isEmpty();
        assertThat(pupil.scene().marked(0)).isPresent();
        pupil.controller().check();
        assertThat(pupil.scene().isRight(Pupil.SLIP)).isTrue();
        assertThat(pupil.scene().about()).hasValue(Pupil.SLIP + 1);
    }

    @Test
    void typing_in_a_field_is_taken_back_as_one_change_and_given_again() {
        Pupil pupil = new Pupil();
        pupil.controller().type(0, "0");
        pupil.controller().type(0, "0.3");
        pupil.controller().leave();
        pupil.controller().type(1, "0.593");
        pupil.controller().undo();
        assertThat(pupil.scene().paper().written()).startsWith("0.3", "");
        pupil.controller().undo();
        assertThat(pupil.scene().paper().isBlank()).isTrue();
        pupil.controller().redo();
        pupil.controller().redo();
        assertThat(pupil.scene().paper().written()).startsWith("0.3", "0.593");
        assertThat(pupil.controller().canRedo()).isFalse();
    }

    @Test
    void rows_of_names_and_answers_go_where_their_names_say() {
        Pupil pupil = new Pupil();
        assertThat(pupil.controller().fill("quantity\tanswer\nh1\t0.593\nz1_1\t0.3775\n"))
                .isTrue();
        assertThat(pupil.scene().paper().written()).startsWith("0.3775", "0.593", "");
        pupil.controller().undo();
        assertThat(pupil.scene().paper().written()).startsWith("", "");
        assertThat(pupil.controller().fill("0.1\t0.2\n")).isFalse();
    }

    @Test
    void several_cells_fill_the_questions_below() {
        Pupil pupil = new Pupil();
        pupil.controller().fill(1, AnswerField.cells("0.593\n0.7514\t0.298371\n"));
        assertThat(pupil.scene().paper().written()).startsWith("", "0.593", "0.7514", "0.298371", "");
        assertThat(pupil.scene().isRight(3)).isTrue();
        pupil.controller().undo();
        assertThat(pupil.scene().paper().isBlank()).isTrue();
    }

    @Test
    void what_is_revealed_earns_nothing_and_cannot_be_taken_back() {
        Pupil pupil = new Pupil().types(Pupil.SLIPPED);
        pupil.controller().look(Pupil.SLIP);
        assertThat(pupil.controller().canHelp()).isTrue();
        pupil.controller().reveal();
        assertThat(pupil.scene().paper().line(Pupil.SLIP).written()).isEqualTo("0.0363503");
        assertThat(pupil.scene().checked().orElseThrow().marks(Pupil.SLIP)).isEqualTo(Rational.ZERO);
        assertThat(pupil.controller().canHelp()).isFalse();
        while (pupil.controller().canUndo()) {
            pupil.controller().undo();
        }
        assertThat(pupil.scene().paper().line(Pupil.SLIP).revealed()).isTrue();
        assertThat(pupil.scene().checked().orElseThrow().marks()).isEqualTo(Rational.ZERO);
    }

    @Test
    void the_rules_decide_what_is_kept_of_what_is_carried() {
        Pupil pupil = new Pupil().types(Pupil.SLIPPED);
        pupil.controller().rules(new Rules(3, false, Rational.of(1, 2)));
        assertThat(pupil.scene().checked().orElseThrow().marks()).isEqualTo(Rational.of(8));
    }

    @Test
    void a_changed_source_keeps_the_answers_to_the_questions_that_stay() {
        Pupil pupil = new Pupil().types(Pupil.SLIPPED);
        pupil.debug().edit(Pupil.MODEL.replace("ask(z1[0])\n", "ask(grad(o)[0])\n"));
        assertThat(pupil.scene().exercise().orElseThrow().names()).startsWith("∂E/∂o₁", "h₁");
        assertThat(pupil.scene().paper().written()).startsWith("", "0.593", "0.7514");
        pupil.debug().edit("broken(");
        assertThat(pupil.scene().kind()).isEqualTo(HomeworkScene.Kind.SHEET);
        assertThat(pupil.scene().paper().written()).startsWith("", "0.593");
    }

    @Test
    void a_page_that_is_not_seen_works_nothing_out() {
        Pupil pupil = new Pupil();
        pupil.controller().turn(false);
        Exercise before = pupil.scene().exercise().orElseThrow();
        pupil.debug().edit(Pupil.MODEL + "ask(h)\n");
        assertThat(pupil.scene().exercise()).contains(before);
        pupil.controller().turn(true);
        assertThat(pupil.scene().exercise().orElseThrow().questions()).hasSize(11);
    }

    @Test
    void each_state_of_the_page_is_known() {
        assertThat(new Pupil("", Settings.FIRST).scene().kind()).isEqualTo(HomeworkScene.Kind.EMPTY);
        assertThat(new Pupil("x = (\n", Settings.FIRST).scene().kind()).isEqualTo(HomeworkScene.Kind.BROKEN);
        assertThat(new Pupil("x = input(2)\ny = x * x\n", Settings.FIRST)
                        .scene()
                        .kind())
                .isEqualTo(HomeworkScene.Kind.UNASKED);
        assertThat(new Pupil().scene().kind()).isEqualTo(HomeworkScene.Kind.SHEET);
    }
}
