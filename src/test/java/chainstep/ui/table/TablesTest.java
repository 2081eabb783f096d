package chainstep.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.debug.Watch;
import chainstep.math.Format;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.ui.DebugController;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Held;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Tasks;
import chainstep.ui.look.Theme;
import chainstep.ui.number.NumberEditor;
import chainstep.ui.number.Numbers;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTree;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final Path MAZUR = Path.of("samples/mazur.chain");

    private final DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);

    private Sitting sitting() {
        return controller.scene().sitting().orElseThrow();
    }

    private int node(String name) {
        return sitting().model().names().get(name);
    }

    private <V extends JComponent & DebugView> V on(Path file, Function<DebugController, V> make) {
        try {
            controller.open(Draft.of(file, Files.readString(file)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        V view = make.apply(controller);
        controller.add(view);
        return view;
    }

    @Test
    void variables_begin_with_the_loss_and_follow_the_backward_pass() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            assertThat(view.dump().lines().map(line -> line.strip().split(" ")[0]))
                    .containsExactly("E", "o", "z2", "W2", "h", "z1", "W1", "x", "t", "b1", "b2");
        });
    }

    @Test
    void what_is_not_computed_is_not_shown() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            assertThat(view.dump())
                    .contains("  z1 | 2 | not yet | not yet")
                    .contains("x | 2 | [0.050000; 0.100000] | ");
            controller.step();
            assertThat(view.dump()).contains("→ z1 | 2 | [0.377500; 0.392500] | not yet");
        });
    }

    @Test
    void the_row_that_a_step_is_about_is_scrolled_to() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            Seen.painted(view, 320, 140);
            int looked = 0;
            for (int step = 0; step < 12; step++) {
                controller.step();
                String now = view.dump()
                        .lines()
                        .filter(line -> line.startsWith("→"))
                        .findFirst()
                        .orElseThrow()
                        .split(" ")[1];
                assertThat(view.isSeen(now)).as("%s at step %d", now, step).isTrue();
                looked++;
            }
            assertThat(looked).isEqualTo(12);
            assertThat(view.isSeen("E")).isFalse();
        });
    }

    @Test
    void a_long_shape_is_told_in_full() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(Path.of("samples/worked/conv_stride_pad.chain"), VariablesView::new);
            Seen.painted(view, 340, 300);
            JTable table = Seen.part(view, JTable.class);
            int width = table.getColumnModel().getColumn(VariableCell.SHAPE).getWidth();
            Dress dress = new Dress(Settings.FIRST);
            assertThat(width)
                    .isGreaterThan(table.getFontMetrics(dress.numbers()).stringWidth("1×1×2×2") + 8);
            JComponent shape = (JComponent) table.prepareRenderer(table.getCellRenderer(2, 1), 2, 1);
            assertThat(shape.getToolTipText()).contains("1×1×2×2");
        });
    }

    @Test
    void numbers_are_the_cores() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            controller.depth(Depth.ITERATION);
            controller.step();
            var program = sitting().model().program();
            int gradient =
                    program.gradient(program.loss().orElseThrow(), node("h")).orElseThrow();
            List<String> numbers =
                    Format.column(sitting().state().trace().value(gradient).toArray());
            assertThat(numbers).containsExactly("0.036350", "0.041370");
            assertThat(view.dump()).contains("[" + String.join("; ", numbers) + "]");
        });
    }

    @Test
    void at_depth_element_numbers_come_one_by_one() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            controller.depth(Depth.ELEMENT);
            while (!sitting().state().knows(node("h"), 0)) {
                controller.step();
            }
            assertThat(view.dump()).contains("h | 2 | [0.593270; ·]");
        });
    }

    @Test
    void the_numbers_of_a_text_that_cannot_be_run_any_more_are_pale() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            int before = darkest(view);
            String text = controller.scene().draft().text();
            controller.edit(text.replace("sigmoid(z1)", "sigmoid(z9)"));
            assertThat(darkest(view)).isGreaterThan(before + 150);
            controller.edit(text);
            assertThat(darkest(view)).isEqualTo(before);
        });
    }

    /** The sum of red, green and blue below the head of the table. */
    private static int darkest(VariablesView view) {
        view.setSize(400, 300);
        view.doLayout();
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        view.paint(image.getGraphics());
        return IntStream.range(40 * 400, 300 * 400)
                .map(at -> image.getRGB(at % 400, at / 400))
                .map(rgb -> (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF))
                .min()
                .orElseThrow();
    }

    @Test
    void large_values_show_their_corners() {
        double[] numbers = IntStream.range(0, 80).asDoubleStream().toArray();
        Corners corners = Corners.of(Tensor.of(Shape.of(8, 10), numbers), 6);
        assertThat(corners.line()).isEqualTo("[0 1 2 ⋯ 9; 10 11 12 ⋯ 19; 20 21 22 ⋯ 29; ⋯ ⋯ ⋯ ⋯ ⋯; 70 71 72 ⋯ 79]");
        assertThat(corners.element(4, 4)).isEqualTo(79);
        assertThat(new Grid(Shape.of(2, 3, 4)).rowName(4)).isEqualTo("2, 2");
    }

    @Test
    void every_view_paints_without_a_display_in_every_theme() throws Exception {
        EventQueue.invokeAndWait(() -> {
            List<JComponent> views = List.of(
                    on(Path.of("samples/lectures/lenet_small.chain"), VariablesView::new),
                    on(MAZUR, VariablesView::new),
                    matrix(),
                    on(MAZUR, WatchesView::new));
            controller.stops().watch("grad(W1)");
            for (Theme theme : Theme.values()) {
                controller.settings(Settings.FIRST.in(theme).in(Locale.CHINESE));
                controller.step();
                views.forEach(TablesTest::paint);
            }
        });
    }

    private static void paint(JComponent view) {
        view.setSize(320, 300);
        for (int pass = 0; pass < 3; pass++) {
            layOut(view);
        }
        BufferedImage image = new BufferedImage(320, 300, BufferedImage.TYPE_INT_RGB);
        view.print(image.createGraphics());
        long colours = IntStream.range(0, 320 * 300)
                .map(pixel -> image.getRGB(pixel % 320, pixel / 320))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(5);
    }

    private static void layOut(java.awt.Container view) {
        view.doLayout();
        for (java.awt.Component part : view.getComponents()) {
            if (part instanceof java.awt.Container inner) {
                layOut(inner);
            }
        }
    }

    private MatrixView matrix() {
        return on(MAZUR, at -> {
            MatrixView view = new MatrixView(at, text -> {});
            new JPanel().add(view);
            return view;
        });
    }

    @Test
    void watches_and_breakpoints_say_what_they_see() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WatchesView view = on(MAZUR, WatchesView::new);
            view.add("norm(grad(W2))");
            view.add("break if E > 1");
            view.add("break grad(h)");
            assertThat(view.dump())
                    .isEqualTo("  norm(grad(W2)) | not yet\n● break if E > 1 | armed\n● break grad(h) | armed\n");
            controller.continueRun();
            assertThat(view.dump()).contains("● break grad(h) | stopped here").contains("norm(grad(W2)) | 0.1");
            controller.stops().enable(2, false);
            assertThat(view.dump()).contains("○ break if E > 1 | off");
        });
    }

    @Test
    void the_line_for_watches_is_empty_again_once_its_watch_is_there_and_not_before() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Held tasks = new Held();
            DebugController late = new DebugController(tasks, Settings.FIRST);
            late.open(Draft.unsaved("w = param(2)\nE = w**2\nminimize(E)\n"));
            tasks.release();
            WatchesView view = new WatchesView(late);
            late.add(view);
            view.type("grad(w)");
            assertThat(view.typed()).isEqualTo("grad(w)");
            tasks.release();
            assertThat(view.typed()).isEmpty();
            view.type("break if E < 2foo");
            tasks.release();
            assertThat(view.typed()).isEqualTo("break if E < 2foo");
        });
    }

    @Test
    void why_walks_back_to_what_was_given() throws Exception {
        EventQueue.invokeAndWait(() -> {
            on(MAZUR, VariablesView::new);
            controller.step();
            WhyView why = new WhyView(controller, new Picked(node("z1"), 0));
            assertThat(why.dump())
                    .contains("z1₁ = 0.3775    written by line 10: z1 = W1 @ x + b1")
                    .contains("b1₁ = 0.35");
            int row = (int)
                    why.dump().lines().takeWhile(line -> !line.contains("b1₁")).count();
            why.open(row);
            assertThat(why.dump()).contains("b1₁ = 0.35    given on line 6");
        });
    }

    @Test
    void a_number_is_slid_in_the_source_and_the_cursor_stays() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = on(MAZUR, VariablesView::new);
            controller.step();
            NumberEditor editor =
                    new Numbers(controller).of(new Picked(node("W1"), 1)).orElseThrow();
            editor.slide(50);
            assertThat(controller.scene().draft().text()).contains("[[0.15, 0.45], [0.25, 0.30]]");
            assertThat(view.dump()).contains("→ z1").contains("[0.150000 0.450000; 0.250000 0.300000]");
            editor.slide(0);
            assertThat(controller.scene().draft().text()).contains("[[0.15, 0.20], [0.25, 0.30]]");
        });
    }

    @Test
    void a_computed_number_is_not_edited_and_says_why() throws Exception {
        EventQueue.invokeAndWait(() -> {
            on(MAZUR, VariablesView::new);
            assertThat(new Numbers(controller).of(new Picked(node("z1"), 0))).isEmpty();
            assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                    .contains("`z1`");
        });
    }

    @Test
    void a_history_is_drawn_from_the_cores_numbers() throws Exception {
        EventQueue.invokeAndWait(() -> {
            on(MAZUR, WatchesView::new);
            controller.stops().watch("E");
            controller.depth(Depth.ITERATION);
            controller.step();
            controller.step();
            controller
                    .stops()
                    .history(
                            sitting().state().watches().get(0).watch(),
                            history -> assertThat(new HistoryPlot(new Dress(Settings.FIRST), history, 0).dump())
                                    .isEqualTo("0: 0.298371\n1: 0.291028\n"));
        });
    }

    @Test
    void a_history_is_of_the_number_picked_and_says_so() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WatchesView view = on(MAZUR, WatchesView::new);
            controller.stops().watch("W1");
            controller.depth(Depth.ITERATION);
            controller.step();
            controller.step();
            controller.pick(Optional.of(new Picked(node("W1"), 2)));
            Watch watch = sitting().state().watches().get(0).watch();
            controller.stops().history(watch, history -> {
                HistoryView past = view.past(watch, history);
                assertThat(past.dump()).startsWith("W1[1, 0]\n0: 0.25");
                Seen.parts(past, JButton.class).get(1).doClick();
                assertThat(past.dump()).startsWith("W1[1, 1]\n0: 0.3");
                Seen.parts(past, JButton.class).get(0).doClick();
                Seen.parts(past, JButton.class).get(0).doClick();
                assertThat(past.dump()).startsWith("W1[0, 1]\n0: 0.2");
            });
        });
    }

    @Test
    void where_one_column_has_room_the_others_are_dots() {
        Corners corners = Corners.of(new Grid(Shape.of(2, 2)), element -> element, element -> true, 1, 6);
        assertThat(corners.columns()).containsExactly(0, -1);
        assertThat(corners.line()).isEqualTo("[0 ⋯; 2 ⋯]");
    }

    @Test
    void what_why_says_is_as_wide_as_it_must_be_or_scrolls() throws Exception {
        String line = "h = " + "x * 1.0 + ".repeat(20) + "x";
        EventQueue.invokeAndWait(() -> {
            controller.open(Draft.unsaved("x = input(2)\n" + line + "\ny = h * h\n"));
            controller.depth(Depth.ITERATION);
            controller.step();
            WhyView why = new WhyView(controller, new Picked(node("y"), 0));
            why.open(1);
            assertThat(why.dump()).contains(line);
            java.awt.Dimension size = why.getPreferredSize();
            assertThat(size.width).isGreaterThan(500).isLessThan(800);
            Seen.painted(why, size.width, size.height);
            JTree tree = Seen.part(why, JTree.class);
            Dress dress = new Dress(Settings.FIRST);
            int longest = tree.getFontMetrics(dress.numbers()).stringWidth(line);
            assertThat(tree.getPreferredSize().width).isGreaterThan(longest);
            assertThat(Seen.part(why, JScrollPane.class)
                            .getHorizontalScrollBar()
                            .isVisible())
                    .isTrue();
        });
    }

    @Test
    void a_long_vector_that_is_0_at_both_ends_shows_what_is_not_0() {
        assertThat(Corners.of(Tensor.vector(0, 0, 0, 0, 3, 4, 0, 0, 0), 6).texts())
                .containsExactly("0", "⋯", "3", "⋯", "0");
        assertThat(Corners.of(Tensor.vector(0, 0, 0, 0, 0, 0, 3, 0), 6).texts())
                .containsExactly("0", "0", "⋯", "3", "0");
        assertThat(Corners.of(Tensor.vector(0, 0, 0, 0, 0, 0, 0, 0), 6).texts())
                .containsExactly("0", "0", "0", "⋯", "0");
    }
}
