package chainstep.ui.table;

import chainstep.debug.DebugState;
import chainstep.math.Format;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import java.awt.BorderLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;

/** The numbers of what was picked or just computed, all of them, however many. */
public final class MatrixView extends JPanel implements DebugView {
    private static final long serialVersionUID = 1L;

    private final transient DebugController controller;
    private final MatrixGrid grid = new MatrixGrid();
    private final JLabel title = new JLabel();
    private final JScrollPane scroll = new JScrollPane(grid);
    private transient Optional<Picked> focus = Optional.empty();

    public MatrixView(DebugController controller) {
        super(new BorderLayout());
        this.controller = controller;
        scroll.setBorder(BorderFactory.createEmptyBorder());
        title.setBorder(BorderFactory.createEmptyBorder(6, 12, 6, 12));
        add(title, BorderLayout.PAGE_START);
        add(scroll, BorderLayout.CENTER);
        grid.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                int element = grid.elementAt(event.getX(), event.getY());
                focus.filter(shown -> element >= 0)
                        .ifPresent(shown -> clicked(event, new Picked(shown.node(), element)));
            }
        });
    }

    /** Picks a number; asks why with the right button; changes it with a double click. */
    private void clicked(MouseEvent event, Picked number) {
        if (SwingUtilities.isRightMouseButton(event)) {
            new WhyView(controller, number).popUp(grid, grid.place(number.element()));
        } else if (event.getClickCount() == 2) {
            NumberEditor.of(controller, number.node(), number.element())
                    .ifPresent(editor -> editor.popUp(grid, grid.place(number.element())));
        } else if (controller.scene().picked().filter(number::equals).isEmpty()) {
            controller.pick(Optional.of(number));
        }
    }

    @Override
    public void show(DebugScene scene) {
        Dress dress = new Dress(scene.settings());
        setBackground(dress.palette().get(Hue.GROUND));
        scroll.getViewport().setBackground(dress.palette().get(Hue.GROUND));
        title.setFont(dress.numbers());
        title.setForeground(dress.palette().get(Hue.TEXT));
        grid.getAccessibleContext().setAccessibleName(dress.say("table.matrix"));
        Optional<Picked> before = focus;
        focus = scene.sitting().flatMap(sitting -> scene.focus());
        grid.setVisible(focus.isPresent());
        title.setText(focus.map(shown -> heading(scene.sitting().orElseThrow(), shown))
                .orElse(dress.say("table.matrix.none")));
        focus.ifPresent(shown -> {
            DebugState state = scene.sitting().orElseThrow().state();
            grid.show(
                    dress,
                    state.trace().value(shown.node()),
                    element -> state.knows(shown.node(), element),
                    shown.element());
            if (shown.element() >= 0 && !before.equals(focus)) {
                grid.scrollRectToVisible(grid.place(shown.element()));
            }
        });
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
