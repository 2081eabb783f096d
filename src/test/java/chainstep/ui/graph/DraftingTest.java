package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.run.Progress;
import chainstep.ui.Draft;
import chainstep.ui.Held;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large drawings are laid out beside the event thread, and what was shown stays until they are there. */
class DraftingTest {
    private final Held tasks = new Held();

    /** Layers of a parameter, a bias and two values. */
    static String deep(int layers) {
        StringBuilder text = new StringBuilder("h0 = input([0.1, 0.2, 0.3])\nt = target([1, 0, 0])\n");
        for (int k = 1; k <= layers; k++) {
            text.append("W%1$d = param(uniform(3, 3, seed=%1$d))\n".formatted(k));
            text.append("b%1$d = param([0.1, 0.2, 0.3])\n".formatted(k));
            text.append("z%1$d = W%1$d @ h%2$d + b%1$d\n".formatted(k, k - 1));
            text.append("h%1$d = tanh(z%1$d)\n".formatted(k));
        }
        return text + "E = sum((t - h" + layers + ")**2)\nminimize(E, sgd(lr=0.1))\n";
    }

    /** A recurrent network, the loss of every time step added. */
    static String recurrent(int steps) {
        StringBuilder text = new StringBuilder("Wx = param(uniform(3, 2, seed=1))\nWh = param(uniform(3, 3, seed=2))\n"
                + "V = param(uniform(2, 3, seed=3))\nh0 = const([0, 0, 0])\nE0 = const(0)\n");
        for (int k = 1; k <= steps; k++) {
            text.append("x%1$d = input([0.1, 0.2])\nt%1$d = target([1, 0])\n".formatted(k));
            text.append("h%1$d = tanh(Wx @ x%1$d + Wh @ h%2$d)\n".formatted(k, k - 1));
            text.append("E%1$d = E%2$d + sum((V @ h%1$d - t%1$d)**2)\n".formatted(k, k - 1));
        }
        return text + "E = 1 * E" + steps + "\nminimize(E, sgd(lr=0.1))\n";
    }

    @Test
    void a_large_drawing_is_waited_for() {
        Drawn drawn = Drawn.values(deep(60), tasks);
        assertThat(drawn.view.canvas().picture()).isEmpty();
        assertThat(Drawn.colours(drawn.paint())).hasSizeGreaterThan(3);
        tasks.finish();
        assertThat(drawn.model().cards().size()).isEqualTo(60 * 4 + 3);
        assertThat(drawn.view.canvas().note()).isEmpty();
    }

    @Test
    void five_hundred_boxes_are_laid_out_and_captioned_without_work_on_the_event_thread() {
        Elsewhere worker = new Elsewhere();
        Drawn drawn = Drawn.values(deep(125), worker);
        assertThat(drawn.view.canvas().picture()).isEmpty();
        Picture made = worker.made.get(0).picture();
        worker.release();
        assertMade(drawn.picture(), made);
        drawn.steps(Depth.LINE, 40);
        assertMade(drawn.picture(), made);
        assertThat(worker.made).hasSize(1);
        assertThat(drawn.card("h5").isReached()).isTrue();
    }

    /** As it is, every head, every array and every place. */
    private static void assertMade(Picture shown, Picture made) {
        assertThat(shown.model().cards()).hasSize(503);
        assertThat(shown.places()).isSameAs(made.places());
        assertThat(shown.model().scheme()).isSameAs(made.model().scheme());
        for (Card card : shown.model().cards()) {
            Card before = made.card(card.id()).orElseThrow();
            assertThat(card.name()).isSameAs(before.name());
            assertThat(card.rule()).isSameAs(before.rule());
            assertThat(card.value().figures()).isSameAs(before.value().figures());
            card.gradient()
                    .ifPresent(shownGradient -> assertThat(shownGradient.figures())
                            .isSameAs(before.gradient().orElseThrow().figures()));
        }
    }

    @Test
    void another_iteration_of_many_boxes_is_waited_for_and_takes_wishes_meanwhile() {
        Drawn drawn = Drawn.values(deep(60), tasks);
        tasks.release();
        drawn.steps(Depth.ITERATION, 1);
        Picture first = drawn.picture();
        drawn.steps(Depth.ITERATION, 1);
        assertThat(tasks.waiting()).isEqualTo(1);
        assertThat(drawn.card("W60").value().figures())
                .isSameAs(first.card(drawn.node("W60")).orElseThrow().value().figures());
        assertThat(drawn.view.canvas().note()).isEmpty();
        drawn.click("h1", 5, 5, 1);
        assertThat(drawn.picked()).isPresent();
        tasks.release();
        assertThat(drawn.picture().places()).isSameAs(first.places());
        assertThat(drawn.card("h1").isPicked()).isTrue();
        assertThat(drawn.card("W60").value().figures())
                .isNotEqualTo(
                        first.card(drawn.node("W60")).orElseThrow().value().figures());
    }

    @Test
    void few_boxes_are_laid_out_beside_the_event_thread_without_a_word() {
        Drawn drawn = Drawn.text(Drawn.read("mazur.chain"), tasks);
        assertThat(drawn.view.canvas().picture()).isEmpty();
        tasks.release();
        Picture mazur = drawn.picture();
        drawn.controller.edit("x = input([1, 2])\nE = sum(x**2)\n");
        assertThat(drawn.picture().places()).isSameAs(mazur.places());
        assertThat(drawn.view.canvas().note()).isEmpty();
        tasks.release();
        assertThat(drawn.picture().places()).isNotSameAs(mazur.places());
        drawn.steps(Depth.ITERATION, 2);
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void a_drawing_that_nobody_waits_for_is_never_shown() {
        Drawn drawn = Drawn.text(Drawn.read("mazur.chain"), tasks);
        drawn.controller.open(Draft.unsaved(""));
        tasks.release();
        assertThat(drawn.view.canvas().picture()).isEmpty();
    }

    @Test
    void what_would_be_too_small_to_read_is_folded_until_it_is_unfolded() {
        Drawn drawn = Drawn.text(deep(60), tasks);
        tasks.finish();
        assertThat(drawn.model().cards())
                .hasSize(63)
                .anyMatch(card -> card.box().parted());
        assertThat(drawn.view.canvas().note()).startsWith("Folded into layers");
        drawn.view.turn(drawn.node("h7"));
        tasks.finish();
        assertThat(drawn.model().cards()).hasSizeGreaterThan(63);
        assertThat(drawn.view.canvas().note()).isEmpty();
        drawn.view.fold(Grain.VALUE);
        tasks.finish();
        assertThat(drawn.model().cards()).hasSize(243);
    }

    @Test
    void a_recurrent_network_is_folded_where_the_window_is_small_and_not_where_it_is_large() {
        Drawn drawn = Drawn.of("mazur.chain");
        drawn.view.setSize(680, 578);
        drawn.controller.open(Draft.unsaved(Drawn.read("worked/lstm_gomez.chain")));
        assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.LAYER);
        drawn.view.setSize(1100, 1000);
        drawn.controller.open(Draft.unsaved(Drawn.read("mazur.chain")));
        assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.VALUE);
        drawn.controller.open(Draft.unsaved(Drawn.read("worked/lstm_gomez.chain")));
        assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.VALUE);
    }

    @Test
    void what_was_folded_for_a_small_window_unfolds_in_a_large_one() {
        Drawn drawn = Drawn.of("mazur.chain");
        for (int k = 0; k < 2; k++) {
            drawn.view.setSize(368, 280);
            drawn.view.doLayout();
            drawn.controller.open(Draft.unsaved(Drawn.read("worked/lstm_gomez.chain") + "# " + k));
            assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.LAYER);
            drawn.view.setSize(380, 290);
            drawn.view.doLayout();
            assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.LAYER);
            drawn.view.setSize(1100, 1000);
            drawn.view.doLayout();
            assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.VALUE);
            assertThat(drawn.view.canvas().note()).isEmpty();
        }
        drawn.view.setSize(368, 280);
        drawn.view.doLayout();
        drawn.view.fold(Grain.LAYER);
        drawn.view.setSize(1100, 1000);
        drawn.view.doLayout();
        assertThat(drawn.model().scheme().folding().grain()).isEqualTo(Grain.LAYER);
    }

    @Test
    void what_was_shown_stays_until_the_next_is_laid_out_and_takes_no_wishes() {
        Drawn drawn = Drawn.values(Drawn.read("mazur.chain"), tasks);
        tasks.release();
        Picture mazur = drawn.picture();
        drawn.controller.edit(deep(60));
        assertThat(drawn.picture().places()).isSameAs(mazur.places());
        assertThat(drawn.view.canvas().note()).isEqualTo("Drawing …");
        drawn.click(mazur.places().spots().values().iterator().next().grown(-5), 1);
        assertThat(drawn.picked()).isEmpty();
        tasks.finish();
        assertThat(drawn.model().cards().size()).isEqualTo(60 * 4 + 3);
    }

    @Test
    void steps_meanwhile_are_shown_when_it_is_there_and_ask_for_no_other() {
        Drawn drawn = Drawn.values(deep(60), tasks);
        drawn.steps(Depth.LINE, 3);
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.finish();
        assertThat(drawn.card("h1").isReached()).isTrue();
        assertThat(tasks.waiting()).isZero();
        drawn.steps(Depth.LINE, 3);
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void a_drawing_that_is_no_longer_wanted_is_given_up() {
        int[] cancelled = new int[1];
        Held counted = new Held() {
            @Override
            public void cancel() {
                cancelled[0]++;
            }
        };
        Drawn drawn = Drawn.values(deep(60), counted);
        int before = cancelled[0];
        drawn.controller.edit(deep(61));
        assertThat(cancelled[0]).isEqualTo(before + 1);
        counted.release();
        assertThat(drawn.model().cards()).hasSize(61 * 4 + 3);
    }

    @Test
    void a_layout_given_up_ends_with_the_first_drawing() {
        GraphModel model = Drawn.of("worked/mazur_222.chain").model();
        assertThat(Picture.of(model, Room.DESK, Progress.until(() -> true)).plan())
                .isEqualTo(Plan.PLAIN);
        assertThat(Picture.of(model, Room.DESK).plan()).isNotEqualTo(Plan.PLAIN);
    }

    @Test
    void a_late_drawing_of_a_text_that_is_gone_is_dropped() {
        Drawn drawn = Drawn.values(deep(60), tasks);
        drawn.controller.open(Draft.unsaved(Drawn.read("mazur.chain")));
        tasks.finish();
        assertThat(drawn.view.canvas().picture()).isEmpty();
        tasks.finish();
        assertThat(drawn.model().cards().size()).isEqualTo(11);
        assertThat(drawn.view.canvas().note()).isEmpty();
    }

    @Test
    void what_was_sought_before_there_was_a_drawing_is_found_when_it_comes() {
        Drawn drawn = Drawn.values(deep(60), tasks);
        drawn.view.finder().open();
        drawn.view.finder().setText("h21");
        assertThat(drawn.view.finder().getClientProperty("JComponent.outline")).isEqualTo("error");
        tasks.finish();
        drawn.settle();
        assertThat(drawn.view.finder().getClientProperty("JComponent.outline")).isEqualTo("");
        assertThat(drawn.picked().map(picked -> picked.node())).contains(drawn.node("h21"));
    }

    @Test
    void two_thousand_boxes_can_be_searched_zoomed_and_seen_whole() {
        Drawn drawn = Drawn.values(deep(500), tasks);
        tasks.finish();
        assertThat(drawn.model().cards().size()).isEqualTo(2003);
        drawn.view.finder().setText("h321");
        assertThat(drawn.picked().map(picked -> picked.node())).contains(drawn.node("h321"));
        GraphCanvas canvas = drawn.view.canvas();
        assertThat(canvas.camera().sees(drawn.picture().spot(drawn.node("h321")), 1100, 700))
                .isTrue();
        drawn.key("typed +");
        drawn.key("typed f");
        assertThat(canvas.camera().sees(drawn.picture().places().bounds(), 1101, 700))
                .isTrue();
        assertThat(Drawn.colours(drawn.paint())).hasSizeGreaterThan(3);
    }

    @Test
    void more_boxes_than_can_be_searched_for_crossings_have_columns_all_the_same() {
        StringBuilder text = new StringBuilder("x = input(1)\n");
        for (int k = 0; k < LongestPaths.MANY; k++) {
            text.append("h%1$d = %1$d*x\n".formatted(k));
        }
        Drawn drawn = Drawn.values(text + "minimize(h0)\n", tasks);
        tasks.finish();
        assertThat(drawn.model().cards().size()).isGreaterThan(LongestPaths.MANY);
        assertThat(drawn.picture().routes().values())
                .noneMatch(route -> route.start().x() >= route.end().x());
    }

    @Test
    void thousands_of_boxes_in_rows_are_stepped_without_another_drawing() {
        Drawn drawn = Drawn.values(deep(800), tasks);
        tasks.finish();
        assertThat(drawn.model().cards().size()).isGreaterThan(LongestPaths.MANY);
        assertThat(drawn.picture().plan().rows().count()).isGreaterThan(10);
        Arrangement places = drawn.picture().places();
        drawn.steps(Depth.LINE, 20);
        assertThat(drawn.card("h5").isReached()).isTrue();
        assertThat(tasks.waiting()).isZero();
        assertThat(drawn.picture().places()).isSameAs(places);
    }

    @Test
    void an_input_that_every_time_step_reads_is_a_line_to_the_first_and_a_name_at_the_others() {
        Drawn drawn = Drawn.values(shared(60, "h59"), tasks);
        tasks.finish();
        assertThat(drawn.model().wires().stream().filter(wire -> wire.link().from() == drawn.node("x")))
                .hasSize(60);
        assertThat(drawn.picture().routes().entrySet().stream()
                        .filter(route -> route.getKey().from() == drawn.node("x"))
                        .filter(route -> route.getValue().bounds().width() > 400))
                .isEmpty();
    }

    @Test
    void edges_that_pass_thousands_of_columns_are_drawn_behind_the_boxes() {
        String sum = IntStream.range(0, 300).mapToObj(k -> "h" + k).collect(Collectors.joining(" + "));
        Drawn drawn = Drawn.values(shared(300, "(" + sum + ")"), tasks);
        tasks.finish();
        assertThat(drawn.model().cards().size()).isGreaterThan(300);
        assertThat(drawn.picture().routes().values().stream()
                        .filter(route -> route.start().x() >= route.end().x())
                        .count())
                .isZero();
    }

    /** Time steps that all read one input, and a loss. */
    private static String shared(int steps, String output) {
        StringBuilder text = new StringBuilder("w = param(0.9)\nx = input(0.5)\nt = target(0.3)\nh0 = tanh(w*x + x)\n");
        IntStream.range(1, steps).forEach(k -> text.append("h" + k + " = tanh(w*h" + (k - 1) + " + x)\n"));
        return text.append("E = (" + output + " - t)**2\nminimize(E)\n").toString();
    }

    @Test
    void forty_time_steps_unfold_into_operations() {
        Drawn drawn = Drawn.values(recurrent(40), tasks);
        tasks.finish();
        Picture values = drawn.picture();
        drawn.view.fold(Grain.OPERATION);
        assertThat(drawn.picture().places()).isSameAs(values.places());
        tasks.finish();
        assertThat(drawn.model().cards().size()).isGreaterThan(400);
        assertThat(drawn.picture().routes().values().stream()
                        .filter(route -> route.way() == Route.Way.RECALL)
                        .count())
                .isEqualTo(3 * 39);
    }

    @Test
    void a_text_that_cannot_be_run_makes_the_last_run_pale() {
        Drawn drawn = Drawn.text(Drawn.read("mazur.chain"), tasks);
        tasks.release();
        int before = brightness(drawn);
        drawn.controller.edit(Drawn.read("mazur.chain").replace("sigmoid(z1)", "sigmoid(z9)"));
        assertThat(drawn.view.canvas().isPale()).isTrue();
        assertThat(drawn.view.canvas().note()).startsWith("The last run that worked");
        assertThat(drawn.view.canvas().getAccessibleContext().getAccessibleDescription())
                .startsWith("The last run that worked");
        assertThat(brightness(drawn)).isGreaterThan(before + 150);
        Color plate = new Color(drawn.paint().getRGB(15, 20));
        assertThat(plate).isEqualTo(Palette.of(Theme.LIGHT).get(Hue.GROUND));
        drawn.controller.edit(Drawn.read("mazur.chain"));
        tasks.release();
        assertThat(drawn.view.canvas().isPale()).isFalse();
        assertThat(drawn.view.canvas().note()).isEmpty();
        assertThat(brightness(drawn)).isEqualTo(before);
    }

    /** Works on another thread; what comes of it is held until it is told. */
    private static final class Elsewhere extends Held {
        private final List<Sketch> made = new ArrayList<>();

        @Override
        public <T> void run(
                Function<Progress, T> work, LongConsumer reached, Consumer<T> done, Consumer<RuntimeException> failed) {
            T result = CompletableFuture.supplyAsync(() -> work.apply(Progress.NONE))
                    .join();
            made.add((Sketch) ((Optional<?>) result).orElseThrow());
            super.run(progress -> result, reached, done, failed);
        }
    }

    /** Of the darkest pixel of the boxes. */
    private static int brightness(Drawn drawn) {
        Spot box = drawn.view.canvas().camera().there(drawn.picture().spot(drawn.node("W1")));
        return Drawn.colours(
                        drawn.paint().getSubimage((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height()))
                .stream()
                .mapToInt(colour -> colour.getRed() + colour.getGreen() + colour.getBlue())
                .min()
                .orElseThrow();
    }
}
