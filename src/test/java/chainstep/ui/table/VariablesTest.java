package chainstep.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.FontMetrics;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;

/** The rows of the variables: all digits, steady columns, colours that mean something. */
class VariablesTest {
    private final DebugController controller = Stage.of("mazur");

    private Sitting sitting() {
        return controller.scene().sitting().orElseThrow();
    }

    private int node(String name) {
        return sitting().model().names().get(name);
    }

    private VariablesView view() {
        VariablesView view = new VariablesView(controller);
        controller.add(view);
        return view;
    }

    private VariableCell cell(VariablesView view, int row) {
        JTable table = Seen.part(view, JTable.class);
        return (VariableCell) table.prepareRenderer(table.getCellRenderer(row, 2), row, 2);
    }

    private int row(VariablesView view, String name) {
        return (int) view.dump()
                .lines()
                .takeWhile(line -> !line.substring(2).startsWith(name + " "))
                .count();
    }

    private Variable variable(String name) {
        return Variable.all(sitting()).stream()
                .filter(each -> each.node().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers(VariablesView view, String name) {
        RowLayout layout = cell(view, row(view, name)).layout(variable(name), row(view, name));
        return layout.sides().stream()
                .flatMap(side -> side.numbers().stream())
                .flatMap(painter -> painter.corners().texts().stream())
                .toList();
    }

    @Test
    void no_shape_is_cut_so_that_it_reads_as_another() {
        for (String sample : List.of("worked/cs231n_a3_rnn_forward", "worked/attention_scaled")) {
            DebugController other = Stage.of(sample, Settings.FIRST.in(Locale.SIMPLIFIED_CHINESE));
            VariablesView view = new VariablesView(other);
            other.add(view);
            for (int width = 240; width <= 420; width += 20) {
                Seen.painted(view, width, 500);
                JTable table = Seen.part(view, JTable.class);
                int names = table.getColumnModel().getColumn(0).getWidth();
                int shapes = table.getColumnModel().getColumn(1).getWidth();
                FontMetrics metrics = table.getFontMetrics(new Dress(Settings.FIRST).numbers());
                int widest = Variable.all(other.scene().sitting().orElseThrow()).stream()
                        .mapToInt(each -> metrics.stringWidth(each.grid().text()))
                        .max()
                        .orElseThrow();
                assertThat(shapes > 0 ? shapes : names)
                        .as(sample + " " + width)
                        .isGreaterThanOrEqualTo(widest + RowLayout.INSET);
            }
        }
    }

    @Test
    void a_number_taken_back_is_not_shown_any_more() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = view();
            controller.depth(Depth.ELEMENT);
            List<Integer> known = new ArrayList<>();
            for (int step = 0; step < 3; step++) {
                controller.step();
                Seen.painted(view, 280, 300);
                known.add(numbers(view, "z1").size());
            }
            controller.jump(0, -1);
            Seen.painted(view, 280, 300);
            assertThat(known).containsExactly(0, 0, 2);
            assertThat(numbers(view, "z1")).isEmpty();
        });
    }

    @Test
    void an_operation_inside_a_line_lights_the_row_of_the_value_that_the_line_makes() {
        controller.depth(Depth.OPERATION);
        List<String> lit = IntStream.range(0, 12)
                .mapToObj(step -> {
                    controller.step();
                    Picked now = controller.scene().now().orElseThrow();
                    return Variable.all(sitting()).stream()
                            .filter(each -> each.isAbout(now))
                            .map(Variable::name)
                            .reduce("", String::concat);
                })
                .toList();
        assertThat(lit).containsExactly("z1", "z1", "h", "z2", "z2", "o", "E", "E", "E", "E", "E", "E");
    }

    @Test
    void a_matrix_shows_all_digits_with_its_gradient_below_where_both_are_too_wide() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = view();
            controller.depth(Depth.ITERATION);
            controller.step();
            Seen.painted(view, 280, 300);
            assertThat(numbers(view, "W1"))
                    .containsExactly(
                            "0.149781",
                            "0.199561",
                            "0.249751",
                            "0.299502",
                            "0.000438568",
                            "0.000877135",
                            "0.000497713",
                            "0.000995425");
            VariableCell cell = cell(view, row(view, "W1"));
            RowLayout stacked = cell.layout(variable("W1"), row(view, "W1"));
            RowLayout beside = cell.layout(variable("z2"), row(view, "z2"));
            assertThat(stacked.isStacked()).isTrue();
            assertThat(stacked.side(true).orElseThrow().y())
                    .isGreaterThanOrEqualTo(stacked.side(false).orElseThrow().height());
            assertThat(beside.isStacked()).isFalse();
        });
    }

    @Test
    void numbers_and_columns_stay_as_they_are_from_step_to_step() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = view();
            controller.depth(Depth.TERM);
            JTable table = Seen.part(view, JTable.class);
            List<List<Integer>> widths = new ArrayList<>();
            List<List<String>> weights = new ArrayList<>();
            for (int step = 0; step < 26; step++) {
                controller.step();
                Seen.painted(view, 280, 300);
                widths.add(IntStream.range(0, 4)
                        .map(column -> table.getColumnModel().getColumn(column).getWidth())
                        .boxed()
                        .toList());
                weights.add(numbers(view, "W2").subList(0, 4));
            }
            assertThat(widths).hasSize(26).containsOnly(widths.get(0));
            assertThat(weights.subList(0, 24))
                    .hasSize(24)
                    .containsOnly(List.of("0.400000", "0.450000", "0.500000", "0.550000"));
            assertThat(weights.get(25)).containsExactly("0.358916", "0.408666", "0.511301", "0.561370");
        });
    }

    @Test
    void numbers_stand_with_their_points_below_each_other() throws Exception {
        EventQueue.invokeAndWait(() -> {
            double[] mixed = {0.5, -12.25, 3e-9, 0};
            Corners corners = Corners.of(Tensor.of(Shape.of(4), mixed), 6);
            Dress dress = new Dress(Settings.FIRST);
            var metrics = new JTable().getFontMetrics(dress.numbers());
            CornersPainter painter = new CornersPainter(corners, metrics, 0, 0);
            assertThat(IntStream.range(0, 3)
                            .map(row -> painter.begin(row, 0)
                                    + metrics.stringWidth(corners.text(row, 0).split("[.e]")[0]))
                            .distinct()
                            .toArray())
                    .hasSize(1);
            assertThat(IntStream.range(0, 3)
                            .map(row -> painter.begin(row, 0))
                            .distinct()
                            .toArray())
                    .hasSizeGreaterThan(1);
        });
    }

    @Test
    void a_row_that_is_picked_is_pale_blue_and_the_row_that_is_now_amber() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = view();
            controller.step();
            controller.pick(Optional.of(Picked.whole(node("W2"))));
            assertThat(view.dump()).contains("→ z1").contains("» W2");
            Palette palette = new Dress(Settings.FIRST).palette();
            assertThat(ground(view, "z1")).isEqualTo(palette.get(Hue.NOW_GROUND));
            assertThat(ground(view, "W2")).isEqualTo(palette.get(Hue.VALUE_GROUND));
            assertThat(ground(view, "h")).isEqualTo(palette.get(Hue.GROUND));
        });
    }

    private Color ground(VariablesView view, String name) {
        Seen.painted(view, 280, 600);
        JTable table = Seen.part(view, JTable.class);
        int row = row(view, name);
        JComponent cell = (JComponent) table.prepareRenderer(table.getCellRenderer(row, 0), row, 0);
        BufferedImage image = new BufferedImage(cell.getWidth(), cell.getHeight(), BufferedImage.TYPE_INT_RGB);
        cell.paint(image.getGraphics());
        return new Color(image.getRGB(cell.getWidth() - 2, 1));
    }

    @Test
    void arrow_keys_pick_the_row_they_come_to_after_a_moment() throws Exception {
        List<Picked> picked = new CopyOnWriteArrayList<>();
        CountDownLatch seen = new CountDownLatch(1);
        int[] nodes = new int[1];
        EventQueue.invokeAndWait(() -> {
            VariablesView view = view();
            JTable table = Seen.part(view, JTable.class);
            Seen.painted(view, 280, 300);
            nodes[0] = node("W2");
            controller.add(scene -> scene.picked().ifPresent(what -> {
                picked.add(what);
                seen.countDown();
            }));
            table.changeSelection(1, 0, false, false);
            for (int press = 0; press < 2; press++) {
                table.getActionMap().get("selectNextRow").actionPerformed(new ActionEvent(table, 0, ""));
            }
            assertThat(picked).isEmpty();
        });
        assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(picked).containsExactly(Picked.whole(nodes[0]));
    }

    @Test
    void the_row_where_the_first_number_that_is_not_finite_came_up_is_pointed_at() throws Exception {
        EventQueue.invokeAndWait(() -> {
            DebugController exploding = Stage.of("exploding_gradient");
            VariablesView view = new VariablesView(exploding);
            exploding.add(view);
            exploding.jump(4, 5);
            assertThat(view.dump()).contains("! h2 | 2 | [∞; ∞]").containsOnlyOnce("!");
            DebugController inside = Stage.of("not_finite");
            VariablesView other = new VariablesView(inside);
            inside.add(other);
            inside.endOfPhase();
            assertThat(other.dump()).contains("! L | 1 | ∞").containsOnlyOnce("!");
        });
    }

    @Test
    void the_ring_of_the_keys_is_open_where_numbers_reach_over_both_columns() throws Exception {
        EventQueue.invokeAndWait(() -> {
            VariablesView view = view();
            Seen.painted(view, 280, 600);
            int row = row(view, "W2");
            Color ring = new Dress(Settings.FIRST).palette().get(Hue.VALUE);
            BufferedImage value = focused(view, row, VariableCell.VALUE);
            BufferedImage gradient = focused(view, row, VariableCell.GRADIENT);
            assertThat(isLine(value, 0, ring)).isTrue();
            assertThat(isLine(value, value.getWidth() - 1, ring)).isFalse();
            assertThat(isLine(gradient, 0, ring)).isFalse();
            assertThat(isLine(gradient, gradient.getWidth() - 1, ring)).isTrue();
        });
    }

    private static boolean isLine(BufferedImage image, int x, Color ring) {
        return IntStream.range(0, image.getHeight() - 2).allMatch(y -> image.getRGB(x, y) == ring.getRGB());
    }

    /** A cell with the keyboard in it. */
    private static BufferedImage focused(VariablesView view, int row, int column) {
        JTable shown = Seen.part(view, JTable.class);
        JTable table = new JTable(shown.getModel(), shown.getColumnModel()) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isFocusOwner() {
                return true;
            }
        };
        Component cell = shown.getCellRenderer(row, column)
                .getTableCellRendererComponent(table, shown.getValueAt(row, column), false, true, row, column);
        return Seen.painted(
                (JComponent) cell, shown.getColumnModel().getColumn(column).getWidth(), shown.getRowHeight(row));
    }
}
