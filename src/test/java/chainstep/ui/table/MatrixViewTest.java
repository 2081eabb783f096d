package chainstep.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import java.awt.EventQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

/** All numbers of one value: what is shown, walked and copied. */
class MatrixViewTest {
    private static final Path MAZUR = Path.of("samples/mazur.chain");

    private final DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);

    private int node(String name) {
        return controller.scene().sitting().orElseThrow().model().names().get(name);
    }

    private MatrixView matrix(Consumer<String> clipboard) {
        try {
            controller.open(Draft.of(MAZUR, Files.readString(MAZUR)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        MatrixView view = new MatrixView(controller, clipboard);
        new JPanel().add(view);
        controller.add(view);
        return view;
    }

    @Test
    void the_matrix_shows_what_is_picked() throws Exception {
        EventQueue.invokeAndWait(() -> {
            MatrixView view = matrix(text -> {});
            assertThat(view.heading()).startsWith("Pick");
            controller.pick(Optional.of(new Picked(node("W1"), 2)));
            assertThat(view.heading()).isEqualTo("W1   2×2   W1₂₁ = 0.25");
        });
    }

    @Test
    void the_arrows_walk_the_matrix_and_stop_at_its_edge() throws Exception {
        EventQueue.invokeAndWait(() -> {
            MatrixView view = matrix(text -> {});
            controller.pick(Optional.of(Picked.whole(node("W1"))));
            List<Integer> walked = new ArrayList<>();
            for (String key : List.of("RIGHT", "RIGHT", "RIGHT", "DOWN", "DOWN", "LEFT", "UP")) {
                view.first().getActionMap().get(key).actionPerformed(null);
                walked.add(controller.scene().picked().orElseThrow().element());
            }
            assertThat(walked).containsExactly(0, 1, 1, 3, 3, 2, 0);
        });
    }

    @Test
    void the_matrix_is_copied_in_full_without_what_is_not_known_yet() throws Exception {
        EventQueue.invokeAndWait(() -> {
            List<String> copied = new ArrayList<>();
            MatrixView view = matrix(copied::add);
            controller.pick(Optional.of(Picked.whole(node("W1"))));
            view.copy();
            controller.pick(Optional.of(Picked.whole(node("h"))));
            view.copy();
            assertThat(copied).containsExactly("0.15\t0.2\n0.25\t0.3\n", "\n\n");
        });
    }

    @Test
    void the_numbers_of_a_column_have_the_same_decimals() throws Exception {
        EventQueue.invokeAndWait(() -> {
            MatrixView view = matrix(text -> {});
            controller.pick(Optional.of(Picked.whole(node("W1"))));
            MatrixGrid grid = (MatrixGrid) view.first();
            assertThat(grid.text(0)).isEqualTo("0.150000");
            assertThat(grid.text(3)).isEqualTo("0.300000");
        });
    }
}
