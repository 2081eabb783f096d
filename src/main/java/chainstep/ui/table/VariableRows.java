package chainstep.ui.table;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The rows of the variables, for the table. */
final class VariableRows extends AbstractTableModel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 4;

    private transient List<Variable> rows = List.of();
    private transient List<String> heads = List.of("", "", "", "");

    void show(List<Variable> variables, Dress dress, String loss) {
        boolean sameRows = variables.size() == rows.size();
        rows = variables;
        heads = List.of(
                dress.say("table.name"), dress.say("table.shape"), dress.say("table.value"), "∂" + loss + "/∂·");
        if (!sameRows) {
            fireTableDataChanged();
        }
    }

    Variable at(int row) {
        return rows.get(row);
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS;
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
