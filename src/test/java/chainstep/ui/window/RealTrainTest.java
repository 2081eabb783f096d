package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Page;
import chainstep.ui.command.Command;
import chainstep.ui.train.TrainController;
import chainstep.ui.train.TrainScene;
import java.awt.Component;
import java.awt.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real keys on the Train page. */
class RealTrainTest extends OnDisplay {
    @BeforeEach
    void open_the_page() throws IOException {
        Path spiral = Path.of("samples", "spiral.chain");
        open(Optional.of(Files.copy(spiral, folder.resolve("mine.chain"))));
        hands.press("control shift J");
        hands.until("it can be trained", () -> training().isOpen());
        hands.until("the keyboard is on the page", () -> focusOwner() != null && page().isAncestorOf(focusOwner()));
    }

    private TrainPage page() {
        return window.workbench().training().page();
    }

    private TrainController controller() {
        return window.workbench().training().controller();
    }

    private TrainScene training() {
        return controller().scene();
    }

    private long updates() {
        return training()
                .trained()
                .map(trained ->
                        trained.states().get(trained.states().size() - 1).iteration())
                .orElse(0L);
    }

    @Test
    void every_key_works_with_the_focus_on_every_kind_of_part() {
        List<Command> keyed = keyed(Page.TRAIN).stream()
                .filter(command -> !command.homes().contains(Page.DEBUG))
                .toList();
        assertThat(keyed).hasSizeGreaterThan(4);
        List<String> done = listen(keyed);
        assertThat(kinds()).hasSizeGreaterThan(4);
        kinds().forEach(part -> pressAll(keyed, done, () -> focus(part), part.getClass() + " " + part.getName()));
    }

    /** One part of each kind that Tab comes to. */
    private List<Component> kinds() {
        return see(() -> {
            Map<Class<?>, Component> kinds = new LinkedHashMap<>();
            Container root = page().getFocusCycleRootAncestor();
            Component first = root.getFocusTraversalPolicy().getFirstComponent(root);
            Component part = first;
            do {
                if (page().isAncestorOf(part)) {
                    kinds.putIfAbsent(part.getClass(), part);
                }
                part = root.getFocusTraversalPolicy().getComponentAfter(root, part);
            } while (part != first);
            return List.copyOf(kinds.values());
        });
    }

    private void focus(Component part) {
        see(part::requestFocusInWindow);
        hands.until("the focus is in " + part, () -> focusOwner() == part);
    }

    @Test
    void training_is_begun_stopped_stepped_and_opened_by_keys() {
        hands.press("F8");
        hands.until("one update", () -> updates() == 1);
        hands.press("F8");
        hands.until("two updates", () -> updates() == 2);
        hands.press("F5");
        hands.until("it runs", () -> training().isRunning());
        hands.press("F5");
        hands.until("it stands", () -> !training().isRunning());
        long stood = updates();
        hands.press("control shift F5");
        hands.until("at the beginning", () -> updates() == 0);
        assertThat(stood).isGreaterThanOrEqualTo(2);
        hands.press("F8");
        hands.until("one update again", () -> updates() == 1);
        hands.press("control D");
        hands.until(
                "the batch is open",
                () -> !page().isShowing()
                        && scene().sitting()
                                .map(sitting -> sitting.state().iteration() == 1)
                                .orElse(false));
    }
}
