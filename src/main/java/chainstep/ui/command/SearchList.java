package chainstep.ui.command;

import chainstep.ui.Typed;
import chainstep.ui.look.Look;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;

/**
 * A line to search in and the list of what is found, worked together: letters narrow the list, Up and Down move in it, Enter
 * takes what is marked.
 */
public final class SearchList<T> {
    private final Function<String, List<T>> find;
    private final DefaultListModel<T> found = new DefaultListModel<>();
    private final JList<T> list = new Column<>(found);
    private final JTextField search = new JTextField();

    /** Never wider than what it is seen through: a long row is cut in its middle, not at its key. */
    private static final class Column<T> extends JList<T> {
        Column(DefaultListModel<T> rows) {
            super(rows);
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }
    }

    /**
     * @param name of both parts, before {@code .search} and {@code .list}
     * @param find what there is for the letters written
     */
    public SearchList(String name, Function<String, List<T>> find) {
        this.find = find;
        search.setName(name + ".search");
        search.setFont(Look.words(15));
        list.setName(name + ".list");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        search.getDocument().addDocumentListener(new Typed(this::refresh));
        refresh();
    }

    /** How the parts are called for those who cannot see them. */
    public SearchList<T> called(String searching, String listing) {
        search.putClientProperty("JTextField.placeholderText", searching);
        search.getAccessibleContext().setAccessibleName(searching);
        list.getAccessibleContext().setAccessibleName(listing);
        return this;
    }

    /** How a row is drawn; rows are as wide as the list, and never measured one by one. */
    public SearchList<T> drawn(int height, Drawing<T> drawing) {
        list.setFixedCellHeight(height);
        list.setFixedCellWidth(height);
        list.setCellRenderer((all, value, index, selected, focused) -> drawing.draw(value, selected));
        return this;
    }

    /** Draws a row, perhaps marked. */
    @FunctionalInterface
    public interface Drawing<T> {
        Component draw(T value, boolean selected);
    }

    /**
     * What Enter in a sheet and clicks on a row do.
     *
     * @param clicks how many it takes
     */
    public SearchList<T> chosen(JComponent sheet, int clicks, Consumer<T> deed) {
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == clicks) {
                    marked().ifPresent(deed);
                }
            }
        });
        key(sheet, "ENTER", () -> marked().ifPresent(deed));
        key(sheet, "DOWN", () -> move(1));
        key(sheet, "UP", () -> move(-1));
        return this;
    }

    private static void key(JComponent sheet, String key, Runnable deed) {
        sheet.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        sheet.getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int next = Math.floorMod(list.getSelectedIndex() + by, found.size());
            list.setSelectedIndex(next);
            list.ensureIndexIsVisible(next);
        }
    }

    private void refresh() {
        found.clear();
        found.addAll(find.apply(search.getText()));
        list.setSelectedIndex(found.isEmpty() ? -1 : 0);
        list.ensureIndexIsVisible(0);
    }

    /** What Enter would take. */
    public Optional<T> marked() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    public JTextField search() {
        return search;
    }

    public JList<T> list() {
        return list;
    }
}
