package chainstep.ui.graph;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Settings;
import chainstep.words.Words;
import java.awt.Dimension;
import java.util.Optional;
import javax.swing.JPanel;

/** The graph of the Debug page: a view of the scene, and where it is clicked on. */
public final class GraphView extends JPanel implements DebugView {
    private static final double PROJECTED = 20.0 / 11;

    private final DebugController controller;
    private final Viewing viewing = new Viewing();
    private final GraphCanvas canvas;
    private Folding folding = Folding.FIRST;
    private Settings settings = Settings.FIRST;
    private Optional<DebugScene> scene = Optional.empty();

    public GraphView(DebugController controller) {
        super(null);
        this.controller = controller;
        this.canvas = new GraphCanvas(new Ink(settings.theme()));
        add(canvas);
        setPreferredSize(new Dimension(840, 680));
    }

    @Override
    public void show(DebugScene next) {
        scene = Optional.of(next);
        if (!next.settings().equals(settings)) {
            settings = next.settings();
            canvas.dress(new Ink(settings.theme()));
            canvas.scales(settings.projector() ? PROJECTED : 0.7, settings.projector() ? 2.6 : 1.3);
        }
        if (next.sitting().isEmpty()) {
            canvas.clear();
            return;
        }
        GraphModel model = viewing.model(next, next.sitting().get(), folding);
        canvas.show(
                canvas.picture().map(old -> old.then(model)).orElseGet(() -> Picture.of(model)),
                words().say("graph.local"));
    }

    private Words words() {
        return Words.of("ui", settings.locale());
    }

    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public void doLayout() {
        canvas.setBounds(0, 0, getWidth(), getHeight());
    }
}
