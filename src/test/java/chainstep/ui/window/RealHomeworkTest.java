package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.derivation.DerivationView;
import chainstep.ui.homework.HomeworkScene;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real keys on the Homework page. */
class RealHomeworkTest extends OnDisplay {
    private static final String MODEL = String.join(
            "\n",
            "x = input(2)",
            "w = param(3)",
            "z = w * x",
            "y = z + 1",
            "E = 0.5 * (y - 1)**2",
            "minimize(E, sgd(lr=0.1))",
            "ask(z)",
            "ask(y)",
            "ask(E)",
            "ask(grad(z))",
            "ask(grad(w))",
            "");

    @BeforeEach
    void open_the_page() throws IOException {
        open(Optional.of(Files.writeString(folder.resolve("sums.chain"), MODEL)));
        hands.press("control shift H");
        hands.until("the sheet is there", () -> homework().kind() == HomeworkScene.Kind.SHEET);
        hands.until("the keyboard is at the first answer", () -> isAt(0));
    }

    private HomeworkScene homework() {
        return window.workbench().homework().controller().scene();
    }

    private static boolean isAt(int question) {
        Component owner = focusOwner();
        return owner instanceof JTextArea field && ("answer." + question).equals(field.getName());
    }

    private String written(int question) {
        return see(() -> homework().paper().line(question).written());
    }

    @Test
    void a_sheet_is_typed_downwards_and_each_answer_marked_when_it_is_left() {
        hands.type("6");
        hands.press("ENTER");
        hands.until("the second answer has the keyboard", () -> isAt(1));
        hands.until("the first is right", () -> homework().isRight(0));
        hands.type("8");
        hands.press("DOWN");
        hands.until("the third answer has the keyboard", () -> isAt(2));
        hands.press("UP");
        hands.until("the second answer has it again", () -> isAt(1));
        hands.press("control ENTER");
        hands.until("the slip is found", () -> homework().about().orElse(-1) == 1);
    }

    @Test
    void hints_are_taken_one_by_one_and_an_answer_is_revealed() {
        hands.press("control H");
        hands.press("control H");
        hands.until("two hints are there", () -> homework().paper().line(0).hints() == 2);
        hands.press("control shift V");
        hands.until("the answer is there", () -> homework().paper().line(0).revealed());
        assertThat(written(0)).isEqualTo("6");
    }

    @Test
    void a_column_of_a_spreadsheet_fills_the_rows_and_is_taken_back_at_once() {
        see(() -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection("6\n7\n18\n"), null);
            return true;
        });
        hands.press("control V");
        hands.until("three answers are right", () -> homework().isRight(2));
        assertThat(written(1)).isEqualTo("7");
        hands.press("control Z");
        hands.until("they are gone", () -> homework().paper().line(1).written().isEmpty());
        hands.press("control shift Z");
        hands.until("they are back", () -> homework().isRight(2));
    }

    @Test
    void a_slip_is_opened_in_the_debugger_beside_how_it_is() {
        hands.type("6");
        hands.press("ENTER");
        hands.until("the second answer has the keyboard", () -> isAt(1));
        hands.press("ENTER");
        hands.until("the third answer has it", () -> isAt(2));
        hands.press("ENTER");
        hands.until("the fourth answer has it", () -> isAt(3));
        hands.type("12.0");
        hands.press("control ENTER");
        hands.until("the slip is found", () -> homework().about().orElse(-1) == 3);
        hands.press("control D");
        hands.until("it is asked about", () -> window.workbench().isCovered());
        hands.press("ESCAPE");
        hands.until("the sheet is as it was", () -> isAt(3));
        assertThat(see(() -> homework().paper().line(3).revealed())).isFalse();
        hands.press("control D");
        hands.until("it is asked about again", () -> window.workbench().isCovered());
        hands.press("ENTER");
        hands.until("the step is picked", () -> scene().picked().isPresent());
        hands.until("both are there", this::isComparing);
        int picked = see(() -> scene().picked().orElseThrow().node());
        assertThat(see(() -> scene().sitting().orElseThrow().state().knows(picked)))
                .isTrue();
        hands.press("ESCAPE");
        hands.until("the step alone is there", () -> !isComparing());
        hands.press("F6");
        hands.until("back on the page", () -> focusOwner() instanceof JTextArea);
        assertThat(see(() -> homework().paper().line(3).revealed())).isTrue();
    }

    private boolean isComparing() {
        return ((DerivationView) window.workbench().part(Part.DERIVATION)).isComparing();
    }

    @Test
    void a_step_closes_what_stands_beside() {
        for (int k = 1; k <= 3; k++) {
            int next = k;
            hands.press("DOWN");
            hands.until("the next answer has the keyboard", () -> isAt(next));
        }
        hands.type("12.0");
        hands.press("control ENTER");
        hands.until("the slip is found", () -> homework().about().orElse(-1) == 3);
        hands.press("control D");
        hands.until("it is asked about", () -> window.workbench().isCovered());
        hands.press("ENTER");
        hands.until("both are there", this::isComparing);
        hands.press("F8");
        hands.until("the step alone is there", () -> !isComparing());
    }

    @Test
    void the_next_student_is_a_key_away_and_a_verdict_is_given_without_the_mouse() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("class"));
        Path first = Files.writeString(sheets.resolve("a.csv"), "quantity,answer\nz,6\ny,8\n");
        Files.writeString(sheets.resolve("b.csv"), "quantity,answer\nz,5\n");
        see(() -> {
            window.workbench().homework().files().openDesk(sheets, first);
            return true;
        });
        hands.until("the first sheet is marked", () -> homework().isRight(0));
        hands.press("control PAGE_DOWN");
        hands.until("the second student", () -> homework().desk().at() == 1);
        hands.until("the keyboard is at an answer", () -> isAt(0));
        hands.press("control shift M");
        hands.until("the comment can be written", () -> focusedField("remark.comment"));
        hands.type("ok");
        hands.press("ENTER");
        hands.until("it is kept", () -> homework().desk().remarks().containsKey(0));
        assertThat(sheets.resolve("sums.marks.json")).content().contains("b.csv", "ok");
        hands.press("control PAGE_UP");
        hands.until("the first student again", () -> homework().desk().at() == 0);
        assertThat(see(() -> focusOwner() instanceof JTextField)).isFalse();
    }
}
