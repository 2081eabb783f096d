package chainstep.ui.table;

import chainstep.ui.look.Hue;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/** The head of a column: small and quiet. */
final class HeadCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Dress dress;

    HeadCell(Dress dress) {
        this.dress = dress;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        JLabel label = (JLabel) super.getTableCellRendererComponent(table, value, false, false, row, column);
        label.setText(table.getModel().getColumnName(column));
        label.setFont(dress.words());
        label.setForeground(dress.palette().get(Hue.MUTED));
        label.setBackground(dress.palette().get(Hue.GROUND));
        label.setOpaque(true);
        label.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, dress.palette().get(Hue.LINE)),
                BorderFactory.createEmptyBorder(4, 8, 4, 4)));
        return label;
    }
}
