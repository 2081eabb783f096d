package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugScene.Said;
import chainstep.ui.homework.HomeworkScene;
import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five sheets marked by a teaching assistant who has no mouse. */
class RealClassTest extends OnDisplay {
    private static final List<String> STUDENTS = List.of("ann", "bob", "cai", "dee", "eva");

    private Path list;

    @BeforeEach
    void open_the_page() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("class"));
        Path model = Files.writeString(
                sheets.resolve("sums.chain"),
                "x = input(2)\nw = param(3)\nE = w * x\nminimize(E, sgd(lr=0.1))\nask(E)\nask(grad(w))\n");
        for (String student : STUDENTS.subList(0, 3)) {
            Files.writeString(sheets.resolve(student + ".csv"), "quantity,answer\nE,6\n");
        }
        list = Files.write(sheets.resolve("list.txt"), STUDENTS);
        open(Optional.of(model));
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

    private String said() {
        return see(
                () -> homework().said().map(Said::phrase).map(Object::toString).orElse(""));
    }

    @Test
    void a_class_is_keyed_in_by_its_list_and_marked_at_once_while_the_page_stays_to_be_used() {
        see(() -> {
            window.workbench().homework().files().openRoster(list);
            return true;
        });
        hands.until("the class is there", () -> homework().desk().isOpen());
        assertThat(said()).isEqualTo("5 students on the list, 2 without a sheet yet");
        for (int student = 1; student < STUDENTS.size(); student++) {
            int next = student;
            hands.press("control PAGE_DOWN");
            hands.until("student " + next, () -> homework().desk().at() == next);
            hands.until("the keyboard is at an answer", () -> isAt(0) || isAt(1));
        }
        hands.until("the sheet is blank", () -> isAt(0));
        assertThat(see(() -> homework().paper().student())).isEqualTo("eva");
        hands.type("6");
        hands.press("ENTER");
        hands.until("the second answer has the keyboard", () -> isAt(1));
        hands.type("3");
        hands.press("control S");
        Path sheets = folder.resolve("class");
        hands.until("the sheet is written", () -> Files.exists(sheets.resolve("eva.csv")));
        see(() -> {
            window.workbench().homework().classes().mark(sheets);
            return true;
        });
        hands.press("control PAGE_UP");
        hands.until("the page can be used meanwhile", () -> homework().desk().at() == 3);
        Path out = folder.resolve("class-marked");
        hands.until("the class is marked", () -> Files.exists(out.resolve("class.pdf")));
        hands.until(
                "nothing is under way",
                () -> !window.workbench().homework().classes().isGoing());
        assertThat(said()).startsWith("4 sheets marked, 0 could not be read");
        assertThat(out.resolve("students/eva.pdf")).isNotEmptyFile();
        assertThat(out.resolve("marks.csv")).content().contains("eva");
        assertThat(sheets.resolve("dee.csv")).doesNotExist();
    }
}
