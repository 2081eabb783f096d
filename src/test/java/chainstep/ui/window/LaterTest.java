package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Page;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import java.awt.EventQueue;
import org.junit.jupiter.api.Test;

/** What the first picture does not show is not made for it. */
class LaterTest {
    @Test
    void the_homework_page_is_made_when_it_is_turned_to_and_once_only() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(Settings.FIRST);
            bench.controller().open(Stage.of("mazur").scene().draft());
            assertThat(Seen.parts(bench.content(), HomeworkPage.class)).isEmpty();
            bench.commands().get("page.homework").actionPerformed(null);
            assertThat(Seen.parts(bench.content(), HomeworkPage.class)).hasSize(1);
            bench.turn(Page.DEBUG);
            bench.turn(Page.HOMEWORK);
            assertThat(Seen.parts(bench.content(), HomeworkPage.class)).hasSize(1);
        });
    }
}
