package chainstep.ui.window;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Locale;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** Shows how much a step covers, and changes it. */
final class DepthBox extends JComboBox<Depth> implements DebugView {
    private final transient DebugController controller;
    private transient Words words = Words.of("ui", Locale.ENGLISH);
    private transient Locale locale = Locale.ENGLISH;
    private boolean showing;

    DepthBox(DebugController controller) {
        super(Depth.values());
        this.controller = controller;
        setName("depth");
        setMaximumRowCount(Depth.values().length);
        setRenderer(new Row());
        addActionListener(chosen -> {
            if (!showing) {
                this.controller.depth((Depth) getSelectedItem());
            }
        });
    }

    private final class Row extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            return super.getListCellRendererComponent(list, said((Depth) value), index, selected, focused);
        }
    }

    private String said(Depth depth) {
        return words.say("command.depth." + depth.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    @Override
    public void show(DebugScene scene) {
        words = Words.of("ui", scene.settings().locale());
        if (!locale.equals(scene.settings().locale())) {
            locale = scene.settings().locale();
            // a box measures its words anew for another renderer only
            setRenderer(new Row());
        }
        setEnabled(scene.sitting().isPresent());
        setToolTipText(words.say("window.depth"));
        getAccessibleContext().setAccessibleName(words.say("window.depth"));
        showing = true;
        setSelectedItem(scene.sitting().map(sitting -> sitting.state().depth()).orElse(Depth.LINE));
        showing = false;
    }
}
