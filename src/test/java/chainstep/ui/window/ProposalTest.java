package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Page;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.homework.HomeworkScene;
import java.awt.EventQueue;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import org.junit.jupiter.api.Test;

class ProposalTest {
    @Test
    void questions_that_are_proposed_are_written_into_the_source_and_can_be_taken_back() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(Settings.FIRST);
            bench.controller().open(Stage.of("mazur").scene().draft());
            String before = bench.controller().scene().draft().text();
            bench.turn(Page.HOMEWORK);
            var controller = bench.homework().controller();
            assertThat(controller.scene().kind()).isEqualTo(HomeworkScene.Kind.UNASKED);
            JButton ask = Seen.parts(bench.content(), JButton.class).stream()
                    .filter(button -> "homework.propose".equals(button.getName()))
                    .findFirst()
                    .orElseThrow();
            Seen.parts(bench.content(), JCheckBox.class).stream()
                    .filter(box -> box.getText().equals("Forward pass"))
                    .forEach(JCheckBox::doClick);
            ask.doClick();
            assertThat(controller.scene().kind()).isEqualTo(HomeworkScene.Kind.SHEET);
            assertThat(controller.scene().exercise().orElseThrow().names())
                    .contains("∂E/∂h₁", "W2₁₁ new")
                    .doesNotContain("z1₁");
            assertThat(bench.controller().scene().draft().text()).contains("ask(grad(h)[0])");
            bench.commands().get("undo").actionPerformed(null);
            assertThat(bench.controller().scene().draft().text()).isEqualTo(before);
            assertThat(controller.scene().kind()).isEqualTo(HomeworkScene.Kind.UNASKED);
        });
    }
}
