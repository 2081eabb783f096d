package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Held;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.derivation.DerivationView;
import chainstep.words.Phrase;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;

/** What the graph says where something is missing or wrong, and what it offers to mend it. */
class BlankTest {
    private static final double BODY = 40;

    private final Drawn mazur = Drawn.of("mazur.chain").steps(Depth.TERM, 19);

    @Test
    void without_a_network_it_offers_the_ways_to_begin_one() {
        List<String> begun = new ArrayList<>();
        mazur.view.offer(List.of(way("New", begun), way("Open", begun)));
        mazur.controller.open(Draft.unsaved("# nothing but words\n"));
        List<JButton> buttons = Seen.parts(mazur.view, JButton.class).stream()
                .filter(button -> button.getParent() instanceof Blank)
                .toList();
        assertThat(buttons).extracting(JButton::getText).containsExactly("New", "Open");
        buttons.get(1).doClick();
        assertThat(begun).containsExactly("Open");
    }

    @Test
    void a_text_that_has_still_to_be_read_is_not_called_none() {
        Held tasks = new Held();
        DebugController controller = new DebugController(tasks, Settings.FIRST);
        GraphView view = new GraphView(controller, tasks);
        view.offer(List.of(way("New", new ArrayList<>())));
        DerivationView derivation = new DerivationView(tasks, text -> {}, picked -> {});
        controller.add(view);
        controller.add(derivation);
        assertThat(Seen.text(view)).contains("There is no network yet", "New");
        assertThat(Seen.text(derivation)).contains("Nothing to derive");
        controller.open(Draft.unsaved("x = input(1)\ny = 2 * x\n"));
        assertThat(Seen.text(view)).contains("Reading the model").doesNotContain("no network", "New", "A network is");
        assertThat(Seen.text(derivation)).doesNotContain("Nothing to derive");
        tasks.release();
        assertThat(Seen.text(view)).doesNotContain("Reading the model", "no network");
        controller.open(Draft.unsaved("# nothing\n"));
        tasks.release();
        assertThat(Seen.text(view)).contains("There is no network yet", "New");
    }

    private static AbstractAction way(String name, List<String> begun) {
        return new AbstractAction(name) {
            @Override
            public void actionPerformed(ActionEvent event) {
                begun.add(name);
            }
        };
    }

    @Test
    void a_text_that_cannot_be_read_is_told_with_the_way_to_its_line() {
        List<Integer> lines = new ArrayList<>();
        Drawn drawn = Drawn.text("x = input([1, 2])\ny = W @ x\n");
        drawn.view.whenBroken(lines::add);
        assertThat(Seen.text(drawn.view))
                .contains("The text cannot be read as it is")
                .contains("W");
        JButton mend = Seen.parts(drawn.view, JButton.class).stream()
                .filter(button -> "graph.mend".equals(button.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(mend.getText()).isEqualTo("Go to line 2");
        mend.doClick();
        assertThat(lines).containsExactly(2);
    }

    @Test
    void what_is_no_number_is_told_in_words() {
        mazur.click("x", 12, BODY, 2);
        mazur.view.editor().orElseThrow().enter("abc");
        assertThat(mazur.controller.scene().message().map(Phrase::toString))
                .contains("“abc” is not a number: write 0.25, 1/3 or 2e-3");
        mazur.view.editor().orElseThrow().enter("1e999");
        assertThat(mazur.controller.scene().message().map(Phrase::toString))
                .contains("“1e999” is too large: a float64 ends at about 1.8e308");
    }

    @Test
    void the_projector_shows_what_is_now_anew_however_one_had_looked_before() {
        mazur.view.setSize(680, 578);
        mazur.view.doLayout();
        mazur.key("typed +");
        mazur.view.canvas().shift(5000, 5000);
        mazur.controller.settings(Settings.FIRST.projector(true));
        mazur.view.setSize(666, 660);
        mazur.view.doLayout();
        assertThat(mazur.view.canvas().camera().scale()).isEqualTo(Room.PROJECTED);
        Spot now = mazur.view
                .canvas()
                .camera()
                .there(mazur.picture().spot(Attention.now(mazur.picture()).get(0)));
        assertThat(now.common(new Spot(0, 0, 666, 660))).isGreaterThan(0.99 * now.area());
    }
}
