package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugView;
import chainstep.ui.Pane;
import chainstep.ui.Tasks;
import chainstep.ui.derivation.DerivationView;
import chainstep.ui.graph.GraphView;
import chainstep.ui.source.SourceView;
import chainstep.ui.status.FactsView;
import chainstep.ui.status.StatusBar;
import chainstep.ui.table.MatrixView;
import chainstep.ui.table.VariablesView;
import chainstep.ui.table.WatchesView;
import chainstep.ui.timeline.TimelineView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;

/** The views of the Debug page, made and shown every scene; the one place that knows them all. */
final class Views {
    private final DebugController controller;
    private final SourceView source;
    private final VariablesView variables;
    private final WatchesView watches;
    private final GraphView graph;
    private final DerivationView derivation;
    private final SampleBox sample;
    private final MatrixView matrix;
    private final Map<Part, JComponent> parts = new EnumMap<>(Part.class);

    private final JComponent facts;
    private final JComponent status;

    /** @param tasks beside which the views find out what takes its time */
    Views(DebugController controller, Tasks tasks) {
        this.controller = controller;
        this.source = followed(new SourceView(controller));
        this.sample = followed(new SampleBox(controller));
        this.variables = followed(new VariablesView(controller));
        this.watches = followed(new WatchesView(controller));
        this.graph = followed(new GraphView(controller, tasks.beside()));
        this.derivation =
                followed(new DerivationView(tasks.beside(), Clip::put, picked -> controller.pick(Optional.of(picked))));
        this.matrix = followed(new MatrixView(controller, Clip::put));
        parts.put(Part.SOURCE, followed(new Pane("window.part.source", source).with(sample)));
        parts.put(Part.VARIABLES, followed(new Pane("window.part.variables", variables)));
        parts.put(Part.WATCHES, followed(new Pane("window.part.watches", watches)));
        parts.put(Part.GRAPH, graph);
        parts.put(Part.DERIVATION, derivation);
        parts.put(Part.TIMELINE, followed(new TimelineView(controller)));
        facts = followed(new FactsView(tasks.beside()));
        status = followed(new StatusBar(controller));
    }

    private <V extends JComponent & DebugView> V followed(V view) {
        controller.add(view);
        return view;
    }

    /** The editor of the source, in which every change can be taken back. */
    SourceView source() {
        return source;
    }

    VariablesView variables() {
        return variables;
    }

    WatchesView watches() {
        return watches;
    }

    GraphView graph() {
        return graph;
    }

    DerivationView derivation() {
        return derivation;
    }

    /** Where one row of each batch is chosen. */
    SampleBox sample() {
        return sample;
    }

    /** All numbers of one value, for a card. */
    MatrixView matrix() {
        return matrix;
    }

    Map<Part, JComponent> parts() {
        return parts;
    }

    /** What is known of the iteration, at the end of the toolbar. */
    JComponent facts() {
        return facts;
    }

    /** The line below the page. */
    JComponent status() {
        return status;
    }
}
