package chainstep.ui.table;

import chainstep.debug.Cause;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.math.Format;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.number.Bubble;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTree;
import javax.swing.event.TreeExpansionEvent;
import javax.swing.event.TreeExpansionListener;
import javax.swing.event.TreeWillExpandListener;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;

/** Why a number is what it is: who wrote it and from what, opened further and further back. */
public final class WhyView extends JPanel {
    private static final long serialVersionUID = 1L;
    /** How many of the numbers one was made from are listed. */
    private static final int MOST = 100;

    private static final int WIDEST = 720;
    private static final int TALLEST = 260;
    /** Around the tree. */
    private static final int BORDER = 6;
    /** For a scroll bar. */
    private static final int BAR = 16;

    private final transient DebugController controller;
    private final transient Sitting sitting;
    private final transient Dress dress;
    private final JTree tree;
    private final DefaultTreeModel rows;

    /** One line of the tree: a number, and whether its sources have been asked for. */
    private static final class Row extends DefaultMutableTreeNode {
        private static final long serialVersionUID = 1L;

        private final transient Cause.Scalar scalar;
        private boolean asked;

        Row(String text, Cause.Scalar scalar) {
            super(text);
            this.scalar = scalar;
        }

        @Override
        public boolean isLeaf() {
            return asked && getChildCount() == 0;
        }
    }

    /** What is opened is asked for, and has its room; what is known stays known. */
    private final class Opening implements TreeWillExpandListener, TreeExpansionListener {
        @Override
        public void treeWillExpand(TreeExpansionEvent event) {
            ask((Row) event.getPath().getLastPathComponent());
        }

        @Override
        public void treeWillCollapse(TreeExpansionEvent event) {
            // nothing is forgotten
        }

        @Override
        public void treeExpanded(TreeExpansionEvent event) {
            Bubble.fit(WhyView.this);
        }

        @Override
        public void treeCollapsed(TreeExpansionEvent event) {
            Bubble.fit(WhyView.this);
        }
    }

    /** @param what a number of the program; the iteration is the cursor's */
    public WhyView(DebugController controller, Picked what) {
        super(new BorderLayout());
        this.controller = controller;
        this.sitting = controller.scene().sitting().orElseThrow();
        this.dress = new Dress(controller.scene().settings());
        int element = Math.max(0, what.element());
        Row root = row(new Cause.Scalar(
                sitting.state().iteration(),
                what.node(),
                element,
                sitting.state().trace().get(what.node(), element)));
        rows = new DefaultTreeModel(root, false);
        tree = new JTree(rows);
        tree.setShowsRootHandles(true);
        tree.setBackground(dress.palette().get(Hue.GROUND));
        tree.setCellRenderer(renderer());
        tree.getAccessibleContext().setAccessibleName(dress.say("table.why"));
        tree.addTreeWillExpandListener(new Opening());
        tree.addTreeExpansionListener(new Opening());
        tree.addTreeSelectionListener(chosen -> pick(chosen.getPath()));
        Keys.free(tree);
        JScrollPane scroll = new JScrollPane(tree);
        scroll.setBorder(BorderFactory.createEmptyBorder(BORDER, BORDER, BORDER, BORDER));
        add(scroll, BorderLayout.CENTER);
        ask(root);
    }

    /** As large as what it says, within reason; what is larger is scrolled, by Ctrl with Left and Right too. */
    @Override
    public Dimension getPreferredSize() {
        Dimension wanted = tree.getPreferredSize();
        boolean wide = wanted.width + 2 * BORDER + BAR > WIDEST;
        int height = wanted.height + 2 * BORDER + (wide ? BAR : 0);
        return new Dimension(Math.min(wanted.width + 2 * BORDER + BAR, WIDEST), Math.min(height, TALLEST));
    }

    private DefaultTreeCellRenderer renderer() {
        DefaultTreeCellRenderer cells = new DefaultTreeCellRenderer();
        cells.setLeafIcon(null);
        cells.setOpenIcon(null);
        cells.setClosedIcon(null);
        cells.setFont(dress.numbers());
        cells.setTextNonSelectionColor(dress.palette().get(Hue.TEXT));
        cells.setBackgroundNonSelectionColor(dress.palette().get(Hue.GROUND));
        return cells;
    }

    public void popUp(Component over, Rectangle area) {
        Bubble.raise(this, tree, over, area);
    }

    private void pick(TreePath path) {
        Cause.Scalar scalar = ((Row) path.getLastPathComponent()).scalar;
        if (scalar.node() >= 0 && scalar.iteration() == sitting.state().iteration()) {
            controller.pick(java.util.Optional.of(new Picked(scalar.node(), scalar.element())));
        }
    }

    private void ask(Row row) {
        if (!row.asked) {
            row.asked = true;
            Cause.Scalar of = row.scalar;
            controller.why(of.iteration(), of.node(), of.element(), cause -> answer(row, cause));
        }
    }

    private void answer(Row row, Cause cause) {
        row.setUserObject(text(cause.written()) + "    " + writer(cause));
        cause.from().stream().limit(MOST).forEach(from -> row.add(row(from)));
        int more = cause.from().size() - MOST;
        if (more > 0) {
            Row rest = new Row(dress.say("table.why.more", more), new Cause.Scalar(0, -1, -1, 0));
            rest.asked = true;
            row.add(rest);
        }
        rows.nodeStructureChanged(row);
        rows.nodeChanged(row);
        tree.expandPath(new TreePath(row.getPath()));
        Bubble.fit(this);
    }

    private Row row(Cause.Scalar scalar) {
        return new Row(text(scalar), scalar);
    }

    private String text(Cause.Scalar scalar) {
        Explainer explainer = sitting.explainer();
        String number = explainer.element(scalar.node(), scalar.element()).plain() + " = "
                + Format.typographic(
                        Format.significant(scalar.value(), sitting.explainer().digits()));
        return scalar.iteration() == sitting.state().iteration()
                ? number
                : number + "  " + dress.say("table.why.iteration", scalar.iteration());
    }

    private String writer(Cause cause) {
        Node node = sitting.model().program().node(cause.written().node());
        int line = node.origin().line();
        if (line == 0) {
            return dress.say("table.why.nobody");
        }
        return cause.isGiven()
                ? dress.say("table.why.given", line)
                : dress.say(
                        "table.why.by",
                        line,
                        sitting.model().source().line(line).strip());
    }

    /** What is shown, as text: every row with its depth. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        for (int row = 0; row < tree.getRowCount(); row++) {
            TreePath path = tree.getPathForRow(row);
            dump.append("  ".repeat(path.getPathCount() - 1))
                    .append(((Row) path.getLastPathComponent()).getUserObject())
                    .append('\n');
        }
        return dump.toString();
    }

    /** Opens the row with this number. */
    void open(int row) {
        tree.expandRow(row);
    }
}
