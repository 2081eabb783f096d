package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.ui.Draft;
import org.junit.jupiter.api.Test;

/** What is not carried over from one file, or one search, to the next. */
class LeftBehindTest {
    private final Drawn mazur = Drawn.of("mazur.chain").steps(Depth.TERM, 19);

    @Test
    void what_was_chosen_for_one_file_is_not_for_the_next() {
        mazur.view.fold(Grain.LAYER);
        mazur.controller.edit(mazur.controller.scene().draft().text() + "# more\n");
        assertThat(mazur.view.grain()).isEqualTo(Grain.LAYER);
        mazur.controller.open(Draft.unsaved(Drawn.read("exploding_gradient.chain")));
        assertThat(mazur.view.grain()).isEqualTo(Grain.VALUE);
    }

    @Test
    void what_was_sought_in_vain_is_gone_after_escape() {
        FindField find = mazur.view.finder();
        find.open();
        find.setText("nothing such");
        find.getActionMap().get("leave").actionPerformed(null);
        assertThat(find.getText()).isEmpty();
        find.open();
        find.setText("z2");
        find.getActionMap().get("leave").actionPerformed(null);
        assertThat(find.getText()).isEqualTo("z2");
    }
}
