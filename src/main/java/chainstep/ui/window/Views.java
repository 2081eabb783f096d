package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugView;
import chainstep.ui.Pane;
import chainstep.ui.graph.GraphView;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** The views of the Debug page, made and shown every scene; the one place that knows them all. */
final class Views {
    private final DebugController controller;
    private final Map<Part, JComponent> parts = new EnumMap<>(Part.class);

    Views(DebugController controller) {
        this.controller = controller;
        parts.put(Part.GRAPH, followed(new GraphView(controller)));
        for (Part part : Part.values()) {
            parts.computeIfAbsent(part, none -> followed(new Pane("window.part." + part.key(), new JPanel())));
        }
    }

    private <V extends JComponent & DebugView> V followed(V view) {
        controller.add(view);
        return view;
    }

    Map<Part, JComponent> parts() {
        return parts;
    }

    /** What is known of the iteration, at the end of the toolbar. */
    JComponent facts() {
        return new JPanel();
    }

    /** The line below the page. */
    JComponent status() {
        return new JPanel();
    }
}
