package chainstep.ui.table;

import chainstep.debug.DebugState;
import chainstep.math.Format;
import chainstep.math.Tensor;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.number.Numbers;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;

/**
 * The numbers of what was picked or just computed, all of them, however many: walked with the arrows, copied whole.
 *
 * <p>It follows the scenes only while it is put somewhere.
 */
public final class MatrixView extends JPanel implements DebugView {
    private static final long serialVersionUID = 1L;

    private static final Dimension LEAST = new Dimension(440, 160);
    private static final Dimension MOST = new Dimension(860, 560);
    private static final int BAR = 16;

    private final transient DebugController controller;
    private final transient Consumer<String> clipboard;
    private final MatrixGrid grid = new MatrixGrid();
    private final MatrixHead rows = new MatrixHead(grid, true);
    private final MatrixHead columns = new MatrixHead(grid, false);
    private final JLabel title = new JLabel();
    private final JButton copy = new JButton();
    private final JScrollPane scroll = new JScrollPane(grid);
    private transient Optional<Picked> focus = Optional.empty();

    /** @param clipboard takes the numbers when they are copied */
    public MatrixView(DebugController controller, Consumer<String> clipboard) {
        super(new BorderLayout(0, 8));
        this.controller = controller;
        this.clipboard = clipboard;
        setOpaque(false);
        scroll.setRowHeaderView(rows);
        scroll.setColumnHeaderView(columns);
        JPanel head = new JPanel(new BorderLayout());
        head.setOpaque(false);
        head.add(title, BorderLayout.CENTER);
        head.add(copy, BorderLayout.LINE_END);
        copy.addActionListener(pressed -> copy());
        add(head, BorderLayout.PAGE_START);
        add(scroll, BorderLayout.CENTER);
        grid.setFocusable(true);
        Keys.on(grid, "LEFT", () -> walk(0, -1));
        Keys.on(grid, "RIGHT", () -> walk(0, 1));
        Keys.on(grid, "UP", () -> walk(-1, 0));
        Keys.on(grid, "DOWN", () -> walk(1, 0));
        grid.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                grid.requestFocusInWindow();
                int element = grid.elementAt(event.getX(), event.getY());
                focus.filter(shown -> element >= 0)
                        .ifPresent(shown -> clicked(event, new Picked(shown.node(), element)));
            }
        });
    }

    /** As large as the numbers need, within what a window has room for. */
    @Override
    public Dimension getPreferredSize() {
        Dimension needed = super.getPreferredSize();
        return new Dimension(
                Math.max(LEAST.width, Math.min(needed.width + BAR, MOST.width)),
                Math.max(LEAST.height, Math.min(needed.height + BAR, MOST.height)));
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return grid;
    }

    /** Brings the number looked at in sight, once there is room; else begins at the first. */
    public void reveal() {
        validate();
        scroll.getViewport().setViewPosition(new Point(0, 0));
        focus.filter(shown -> !shown.isWhole())
                .ifPresent(shown -> grid.scrollRectToVisible(grid.place(shown.element())));
    }

    /** Picks a number; asks why with the right button; changes it with a double click. */
    private void clicked(MouseEvent event, Picked number) {
        if (SwingUtilities.isRightMouseButton(event)) {
            new WhyView(controller, number).popUp(grid, grid.place(number.element()));
        } else if (event.getClickCount() == 2) {
            new Numbers(controller).of(number).ifPresent(editor -> editor.popUp(grid, grid.place(number.element())));
        } else if (controller.scene().picked().filter(number::equals).isEmpty()) {
            controller.pick(Optional.of(number));
        }
    }

    /** Picks the number so many rows down and columns to the right of the one picked; the first where none was. */
    private void walk(int down, int right) {
        focus.ifPresent(shown -> {
            Grid cells = grid.grid();
            int row = shown.isWhole() ? 0 : cells.row(shown.element()) + down;
            int column = shown.isWhole() ? 0 : cells.column(shown.element()) + right;
            if (row >= 0 && row < cells.rows() && column >= 0 && column < cells.columns()) {
                controller.pick(Optional.of(new Picked(shown.node(), cells.element(row, column))));
            }
        });
    }

    /** Copies all numbers that are known, in full, as a spreadsheet takes them: a row a line, a tab between. */
    void copy() {
        focus.ifPresent(shown -> clipboard.accept(grid.copied()));
    }

    @Override
    public void show(DebugScene scene) {
        if (getParent() == null) {
            return;
        }
        Dress dress = new Dress(scene.settings());
        wear(dress);
        Optional<Picked> before = focus;
        focus = scene.sitting().flatMap(sitting -> scene.focus());
        scroll.setVisible(focus.isPresent());
        copy.setEnabled(focus.isPresent());
        title.setText(focus.map(shown -> heading(scene.sitting().orElseThrow(), shown))
                .orElse(dress.say("table.matrix.none")));
        focus.ifPresent(shown -> {
            DebugState state = scene.sitting().orElseThrow().state();
            Tensor value = state.trace().value(shown.node());
            grid.show(dress, value, element -> state.knows(shown.node(), element), shown.element());
            rows.revalidate();
            columns.revalidate();
            rows.repaint();
            columns.repaint();
            if (shown.element() >= 0 && !before.equals(focus)) {
                scroll.validate();
                grid.scrollRectToVisible(grid.place(shown.element()));
            }
        });
    }

    private void wear(Dress dress) {
        setBackground(dress.palette().get(Hue.GROUND));
        scroll.setBorder(BorderFactory.createLineBorder(dress.palette().get(Hue.LINE)));
        scroll.getViewport().setBackground(dress.palette().get(Hue.GROUND));
        scroll.getRowHeader().setBackground(dress.palette().get(Hue.GROUND));
        scroll.getColumnHeader().setBackground(dress.palette().get(Hue.GROUND));
        title.setFont(dress.numbers().deriveFont(Font.BOLD));
        title.setForeground(dress.palette().get(Hue.TEXT));
        copy.setFont(dress.words());
        copy.setText(dress.say("table.matrix.copy"));
        copy.setToolTipText(dress.say("table.matrix.copy.tip"));
        grid.getAccessibleContext().setAccessibleName(dress.say("table.matrix"));
    }

    private static String heading(Sitting sitting, Picked shown) {
        String name = sitting.explainer().name(shown.node()).plain();
        String shape = new Grid(sitting.model().program().node(shown.node()).shape()).text();
        if (shown.isWhole() || !sitting.state().knows(shown.node(), shown.element())) {
            return name + "   " + shape;
        }
        return name + "   " + shape + "   "
                + sitting.explainer().element(shown.node(), shown.element()).plain() + " = "
                + Format.typographic(
                        Format.significant(sitting.state().trace().get(shown.node(), shown.element()), 12));
    }

    /** What is shown, as text: the heading. */
    String heading() {
        return title.getText();
    }
}
