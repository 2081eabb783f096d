package chainstep.ui.table;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The rows of watches and breakpoints, for the table. */
final class StopRows extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private transient List<StopRow> rows = List.of();

    void show(List<StopRow> newRows) {
        boolean sameCount = newRows.size() == rows.size();
        rows = newRows;
        if (!sameCount) {
            fireTableDataChanged();
        }
    }

    StopRow at(int row) {
        return rows.get(row);
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return 1;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row);
    }
}
