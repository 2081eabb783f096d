package chainstep.ui.table;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.number.Numbers;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Every named value with its shape, its numbers and its gradient, as far as they are computed. */
public final class VariablesView extends JPanel implements DebugView {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MS = 60;
    private static final List<String> MOVES = List.of(
            "selectNextRow",
            "selectPreviousRow",
            "selectFirstRow",
            "selectLastRow",
            "scrollUpChangeSelection",
            "scrollDownChangeSelection",
            "selectNextColumn",
            "selectPreviousColumn");

    private final transient DebugController controller;
    private final Rows<Variable> rows = new Rows<>("", "", "", "");
    private final VariableCell cell = new VariableCell();
    private final JTable table = new JTable(rows);
    private final JScrollPane scroll = new JScrollPane(table);
    /** Keys held down move on faster than everything can be shown. */
    private final Timer chosen = new Timer(PAUSE_MS, rested -> onLead(this::pick));

    private transient Optional<DebugScene> shown = Optional.empty();
    private transient ColumnPlan plan = new ColumnPlan(0, 0, 0, 0);

    public VariablesView(DebugController controller) {
        super(new BorderLayout());
        this.controller = controller;
        table.setDefaultRenderer(Object.class, cell);
        table.setShowGrid(false);
        table.setIntercellSpacing(new java.awt.Dimension(0, 0));
        table.setFillsViewportHeight(true);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getTableHeader().setReorderingAllowed(false);
        Keys.free(table);
        chosen.setRepeats(false);
        MOVES.forEach(move -> Keys.after(table, move, chosen::restart));
        Keys.on(table, "ENTER", () -> onLead(this::pick));
        Keys.on(table, "F2", () -> onLead(this::edit));
        Keys.on(table, "W", () -> onLead(this::why));
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setColumnHeaderView(table.getTableHeader());
        add(scroll, BorderLayout.CENTER);
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                clicked(event);
            }
        });
    }

    /** Shows the numbers of an element by row, column and place, wherever the pointer or the keyboard is. */
    private record Place(Variable variable, boolean gradient, int element, Rectangle area) {}

    private interface Act {
        void on(Place place);
    }

    private void clicked(MouseEvent event) {
        int row = table.rowAtPoint(event.getPoint());
        int column = table.columnAtPoint(event.getPoint());
        if (row < 0 || column < 0) {
            return;
        }
        chosen.stop();
        Place place = place(row, column, event.getPoint());
        if (SwingUtilities.isRightMouseButton(event)) {
            why(place);
        } else if (event.getClickCount() == 2) {
            edit(place);
        } else {
            pick(place);
        }
    }

    private Place place(int row, int column, Point point) {
        Variable variable = rows.at(row);
        Rectangle area = table.getCellRect(row, column, false);
        if (column < VariableCell.VALUE) {
            return new Place(variable, false, -1, area);
        }
        Rectangle numbers = table.getCellRect(row, VariableCell.VALUE, false);
        int x = point.x - numbers.x;
        int y = point.y - numbers.y;
        RowLayout.Side side = cell.layout(variable, row).at(x, y, plan);
        int element = side.numbers().map(painter -> painter.elementAt(x, y)).orElse(-1);
        return new Place(variable, side.isGradient(), element, area);
    }

    private void onLead(Act act) {
        int row = table.getSelectedRow();
        int column = Math.max(0, table.getSelectedColumn());
        if (row >= 0) {
            Rectangle area = table.getCellRect(row, column, false);
            int element = shown.flatMap(DebugScene::picked)
                    .filter(picked ->
                            OptionalInt.of(picked.node()).equals(rows.at(row).shown(column == VariableCell.GRADIENT)))
                    .map(Picked::element)
                    .orElse(-1);
            act.on(new Place(rows.at(row), column == VariableCell.GRADIENT, element, area));
        }
    }

    private void pick(Place place) {
        place.variable()
                .shown(place.gradient())
                .ifPresent(node -> controller.pick(Optional.of(new Picked(node, place.element()))));
    }

    private void edit(Place place) {
        if (!place.gradient()) {
            int element = Math.max(0, place.element());
            new Numbers(controller)
                    .of(new Picked(place.variable().node().id(), element))
                    .ifPresent(editor -> editor.popUp(table, place.area()));
        }
    }

    private void why(Place place) {
        place.variable()
                .shown(place.gradient())
                .ifPresent(node -> new WhyView(controller, new Picked(node, Math.max(0, place.element())))
                        .popUp(table, place.area()));
    }

    /** Asks why a number is what it is, over its row; over another part where the rows are put away. */
    public void why(Picked what, JComponent otherwise) {
        over(what, otherwise, (part, area) -> new WhyView(controller, what).popUp(part, area));
    }

    /** Offers to change a number, over its row; over another part where the rows are put away. */
    public void edit(Picked what, JComponent otherwise) {
        over(
                what,
                otherwise,
                (part, area) -> new Numbers(controller).of(what).ifPresent(editor -> editor.popUp(part, area)));
    }

    private void over(Picked what, JComponent otherwise, BiConsumer<Component, Rectangle> raise) {
        if (table.isShowing()) {
            raise.accept(table, area(what));
        } else if (otherwise.isShowing()) {
            int line = table.getRowHeight();
            raise.accept(otherwise, new Rectangle(otherwise.getWidth() / 4, otherwise.getHeight() / 4, 0, line));
        }
    }

    /** The row that something picked is about, else the first. */
    private Rectangle area(Picked what) {
        int row = IntStream.range(0, rows.getRowCount())
                .filter(each -> rows.at(each).isAbout(what))
                .findFirst()
                .orElse(0);
        return table.getCellRect(row, VariableCell.VALUE, false);
    }

    @Override
    public void show(DebugScene scene) {
        boolean dressed =
                shown.map(DebugScene::settings).filter(scene.settings()::equals).isEmpty();
        boolean moved = !shown.flatMap(DebugScene::focus).equals(scene.focus());
        shown = Optional.of(scene);
        Dress dress = new Dress(scene.settings());
        cell.wear(dress, scene);
        List<Variable> variables = scene.sitting().map(Variable::all).orElse(List.of());
        rows.call(
                dress.say("table.name"),
                dress.say("table.shape"),
                dress.say("table.value"),
                "∂" + loss(variables, scene) + "/∂·");
        rows.show(variables);
        if (dressed) {
            dress(dress);
        }
        if (fit() || moved) {
            reveal();
        }
        table.repaint();
    }

    private static String loss(List<Variable> variables, DebugScene scene) {
        return scene.sitting()
                .flatMap(sitting ->
                        sitting.model().program().loss().stream().boxed().findFirst())
                .flatMap(loss -> variables.stream()
                        .filter(variable -> variable.node().id() == loss)
                        .findFirst())
                .map(Variable::name)
                .orElse("E");
    }

    private void dress(Dress dress) {
        Palette palette = dress.palette();
        table.setBackground(palette.get(Hue.GROUND));
        scroll.getViewport().setBackground(palette.get(Hue.GROUND));
        table.getTableHeader().setDefaultRenderer(new HeadCell(dress));
        table.getAccessibleContext().setAccessibleName(dress.say("table.variables"));
        for (int column = 0; column < table.getColumnCount(); column++) {
            table.getColumnModel().getColumn(column).setHeaderValue(rows.getColumnName(column));
        }
    }

    /** Columns as wide as their share, rows as high as their numbers; whether any height is new. */
    private boolean fit() {
        plan = cell.plan(rows, Math.max(1, table.getWidth()));
        int[] widths = {plan.name(), plan.shape(), plan.value(), plan.gradient()};
        for (int column = 0; column < widths.length; column++) {
            table.getColumnModel().getColumn(column).setMinWidth(0);
            table.getColumnModel().getColumn(column).setPreferredWidth(widths[column]);
        }
        boolean changed = false;
        for (int row = 0; row < rows.getRowCount(); row++) {
            int height = cell.layout(rows.at(row), row).height();
            if (table.getRowHeight(row) != height) {
                table.setRowHeight(row, height);
                changed = true;
            }
        }
        return changed;
    }

    /** Scrolls to what the page is about; the table takes its new height first, or there is no such place yet. */
    private void reveal() {
        Optional<Picked> focus = shown.flatMap(DebugScene::focus);
        int height =
                Math.max(table.getPreferredSize().height, scroll.getViewport().getHeight());
        table.setSize(table.getWidth(), height);
        IntStream.range(0, rows.getRowCount())
                .filter(row -> focus.filter(rows.at(row)::isAbout).isPresent())
                .findFirst()
                .ifPresent(this::reveal);
    }

    /** Scrolls to a row; the keys go on from there. */
    private void reveal(int row) {
        table.scrollRectToVisible(table.getCellRect(row, 0, true));
        if (table.getSelectedRow() != row && !chosen.isRunning()) {
            int column = Math.max(0, table.getSelectedColumn());
            table.changeSelection(row, column, false, false);
        }
    }

    @Override
    public void doLayout() {
        super.doLayout();
        scroll.doLayout();
        scroll.getViewport().doLayout();
        if (shown.isPresent()) {
            fit();
            reveal();
        }
    }

    /** Whether the row of a value can be seen in full. */
    boolean isSeen(String name) {
        Rectangle seen = scroll.getViewport().getViewRect();
        return IntStream.range(0, rows.getRowCount())
                .filter(row -> rows.at(row).name().equals(name))
                .mapToObj(row -> table.getCellRect(row, 0, true))
                .anyMatch(row -> seen.y <= row.y && row.y + row.height <= seen.y + seen.height);
    }

    /** What is shown, as text. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        for (int row = 0; row < rows.getRowCount(); row++) {
            Variable variable = rows.at(row);
            boolean now =
                    shown.flatMap(DebugScene::now).filter(variable::isAbout).isPresent();
            boolean picked =
                    shown.flatMap(DebugScene::picked).filter(variable::isAbout).isPresent();
            boolean first = shown.flatMap(DebugScene::sitting)
                    .flatMap(Sitting::notFinite)
                    .filter(at -> variable.isAbout(new Picked(at.node(), at.element())))
                    .isPresent();
            dump.append(now ? "→ " : picked ? "» " : "  ")
                    .append(first ? "! " : "")
                    .append(variable.name())
                    .append(" | ")
                    .append(variable.grid().text())
                    .append(" | ")
                    .append(variable.line(false).orElse("not yet"))
                    .append(" | ")
                    .append(
                            variable.gradient().isEmpty()
                                    ? ""
                                    : variable.line(true).orElse("not yet"))
                    .append('\n');
        }
        return dump.toString();
    }
}
