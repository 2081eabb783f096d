package chainstep.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Seen;
import chainstep.ui.Settings;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.List;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import org.junit.jupiter.api.Test;

class PaletteSheetTest {
    private static final List<Offer> OFFERS = List.of(
            new Offer("Numbers as LaTeX", "command", "Ctrl+Shift+N", () -> {}),
            new Offer("a sample ".repeat(30), "sample", "vanishing_gradient_long_name.chain", () -> {}));

    @Test
    void every_key_is_seen_whole_beside_the_longest_name() throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Settings settings :
                    List.of(Settings.FIRST, Settings.FIRST.in(Locale.CHINESE), Settings.FIRST.projector(true))) {
                PaletteSheet sheet = new PaletteSheet(OFFERS, settings, chosen -> {});
                Seen.painted(sheet, sheet.getPreferredSize().width, sheet.getPreferredSize().height);
                JList<?> list = Seen.part(sheet, JList.class);
                JScrollPane scroll = Seen.part(sheet, JScrollPane.class);
                assertThat(list.getWidth()).isEqualTo(scroll.getViewport().getWidth());
                for (int row = 0; row < OFFERS.size(); row++) {
                    assertThat(isWhole(list, row)).as(OFFERS.get(row).hint()).isTrue();
                }
            }
        });
    }

    private static <T> boolean isWhole(JList<T> list, int row) {
        ListCellRenderer<? super T> renderer = list.getCellRenderer();
        Component cell =
                renderer.getListCellRendererComponent(list, list.getModel().getElementAt(row), row, false, false);
        Seen.painted((javax.swing.JComponent) cell, list.getWidth(), list.getFixedCellHeight());
        return Seen.parts(cell, JLabel.class).stream()
                .filter(label -> label.getText().equals(OFFERS.get(row).hint()))
                .allMatch(label -> label.getWidth()
                        >= label.getFontMetrics(label.getFont()).stringWidth(label.getText()));
    }
}
