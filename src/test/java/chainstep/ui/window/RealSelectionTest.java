package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Picked;
import chainstep.ui.Seen;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;

/** What is selected in one view, with a real mouse, is selected in all others. */
class RealSelectionTest extends OnDisplay {
    @Test
    void a_source_line_clicked_is_selected_everywhere() {
        open(Optional.empty());
        JTextArea text = (JTextArea) inside(Part.SOURCE, "SourceText");
        int line = 13;
        Rectangle area = see(() -> {
            try {
                return text.modelToView2D(text.getLineStartOffset(line - 1) + 2).getBounds();
            } catch (javax.swing.text.BadLocationException gone) {
                throw new AssertionError(gone);
            }
        });
        hands.click(text, area.x + 30, area.y + area.height / 2);
        hands.until("o is picked", () -> picks(node("o"), -1));
        everywhere("o", "How is o computed?");
    }

    @Test
    void a_tick_of_the_timeline_clicked_is_selected_everywhere() {
        open(Optional.empty());
        Component track = inside(Part.TIMELINE, "StepTrack");
        long count = see(() -> scene().sitting().orElseThrow().state().count());
        int width = see(track::getWidth) - 32;
        hands.click(track, (int) (16 + width * 4.4 / count), see(track::getHeight) / 3);
        hands.until(
                "the fifth step", () -> scene().sitting().orElseThrow().state().index() == 4);
        hands.until("its derivation", () -> tells("step 5 of " + count));
        JTable table = (JTable) inside(Part.VARIABLES, "JTable");
        see(() -> {
            assertThat(scene().picked()).isEmpty();
            assertThat(scene().sitting().orElseThrow().state().line()).isEqualTo(12);
            assertThat(name(table, table.getSelectedRow())).isEqualTo("z2");
            return true;
        });
    }

    @Test
    void an_element_of_a_matrix_clicked_is_selected_everywhere() {
        open(Optional.empty());
        JTable table = (JTable) inside(Part.VARIABLES, "JTable");
        int row = row(table, "W2");
        Rectangle cell = see(() -> table.getCellRect(row, 2, true));
        hands.click(table, cell.x + 16 + 67 + 20, cell.y + 14);
        hands.until("W2₁₂ is picked", () -> picks(node("W2"), 1));
        everywhere("W2", "W2");
        hands.press("DOWN");
        hands.until(
                "the next row, by keys",
                () -> scene().picked()
                        .filter(picked -> picked.node() != node("W2"))
                        .isPresent());
    }

    @Test
    void a_box_of_the_graph_clicked_is_selected_everywhere() {
        open(Optional.empty());
        JComponent graph = (JComponent) inside(Part.GRAPH, "GraphCanvas");
        JTextArea text = (JTextArea) inside(Part.SOURCE, "SourceText");
        int before = see(() -> ground(text, 13));
        Point[] box = new Point[1];
        hands.until("o is drawn", () -> {
            box[0] = box(graph, "o   ");
            return box[0] != null;
        });
        hands.click(graph, box[0].x, box[0].y);
        hands.until("o is picked", () -> picks(node("o"), -1));
        everywhere("o", "How is o computed?");
        assertThat(see(() -> ground(text, 13))).isNotEqualTo(before);
    }

    /** A place in a box, found as a user finds it: by what is said of it under the mouse; null where nothing is drawn yet. */
    private static Point box(JComponent graph, String words) {
        for (int y = 4; y < graph.getHeight(); y += 8) {
            for (int x = 4; x < graph.getWidth(); x += 8) {
                MouseEvent over = new MouseEvent(graph, MouseEvent.MOUSE_MOVED, 0, 0, x, y, 0, false);
                String said = graph.getToolTipText(over);
                if (said != null && said.startsWith("<html>" + words)) {
                    return new Point(x + 4, y + 4);
                }
            }
        }
        return null;
    }

    /** The colour that a line lies on, behind its end. */
    private static int ground(JTextArea text, int line) {
        BufferedImage image = new BufferedImage(text.getWidth(), text.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        text.paint(g);
        g.dispose();
        try {
            Rectangle area =
                    text.modelToView2D(text.getLineStartOffset(line - 1)).getBounds();
            return image.getRGB(image.getWidth() - 3, area.y + area.height / 2);
        } catch (javax.swing.text.BadLocationException gone) {
            throw new AssertionError(gone);
        }
    }

    /** The derivation tells it, and its row is the one that the keys go on from. */
    private void everywhere(String name, String words) {
        hands.until("its derivation", () -> tells(words));
        JTable table = (JTable) inside(Part.VARIABLES, "JTable");
        hands.until("its row", () -> name(table, table.getSelectedRow()).equals(name));
        see(() -> {
            int line = scene().sitting()
                    .orElseThrow()
                    .model()
                    .program()
                    .node(scene().picked().map(Picked::node).orElseThrow())
                    .origin()
                    .line();
            assertThat(line).isPositive();
            return line;
        });
    }

    private static String name(JTable table, int row) {
        if (row < 0) {
            return "";
        }
        JComponent cell = (JComponent) table.prepareRenderer(table.getCellRenderer(row, 0), row, 0);
        return cell.getToolTipText().split(" ")[0];
    }

    private int row(JTable table, String name) {
        return see(() -> {
            for (int row = 0; row < table.getRowCount(); row++) {
                if (name(table, row).equals(name)) {
                    table.scrollRectToVisible(table.getCellRect(row, 0, true));
                    return row;
                }
            }
            throw new AssertionError("no row " + name);
        });
    }

    private int node(String name) {
        return scene().sitting().orElseThrow().model().names().get(name);
    }

    private boolean picks(int node, int element) {
        return scene().picked().filter(new Picked(node, element)::equals).isPresent();
    }

    private boolean tells(String words) {
        return Seen.text(window.workbench().part(Part.DERIVATION)).contains(words);
    }

    private Component inside(Part part, String kind) {
        return see(() -> Seen.parts(window.workbench().part(part), JComponent.class).stream()
                .filter(each -> each.getClass().getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow());
    }
}
