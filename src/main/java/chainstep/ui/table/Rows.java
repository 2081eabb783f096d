package chainstep.ui.table;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The rows of a table, each cell of which is drawn from its whole row. */
final class Rows<T> extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private transient List<T> rows = List.of();
    private transient List<String> heads;

    /** @param heads of the columns */
    Rows(String... heads) {
        this.heads = List.of(heads);
    }

    /** Shows other rows; the table keeps its heights and selection while there are as many. */
    void show(List<T> newRows) {
        boolean sameCount = newRows.size() == rows.size();
        rows = newRows;
        if (!sameCount) {
            fireTableDataChanged();
        }
    }

    void call(String... newHeads) {
        heads = List.of(newHeads);
    }

    List<T> all() {
        return rows;
    }

    T at(int row) {
        return rows.get(row);
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return heads.size();
    }

    @Override
    public String getColumnName(int column) {
        return heads.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row);
    }
}
