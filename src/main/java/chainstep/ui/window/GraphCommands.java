package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.command.Commands;
import chainstep.ui.graph.Grain;
import chainstep.ui.graph.GraphView;
import java.util.Locale;
import java.util.function.Predicate;

/** The commands that look at the graph: find, fit, zoom, fold. */
final class GraphCommands {
    private static final double ZOOM = 1.25;

    private GraphCommands() {}

    static void add(Commands commands, GraphView graph) {
        Predicate<DebugScene> drawn = scene -> scene.sitting().isPresent() && graph.isDrawn();
        commands.add("graph.find", graph::find, drawn)
                .add("graph.fit", graph::fit, drawn)
                .add("graph.full", graph::full, drawn)
                .add("graph.larger", () -> graph.zoom(ZOOM), drawn)
                .add("graph.smaller", () -> graph.zoom(1 / ZOOM), drawn)
                .add("graph.unfold", graph::turn, drawn.and(scene -> graph.canTurn()));
        for (Grain grain : Grain.values()) {
            commands.addSwitch(
                    "graph.grain." + grain.name().toLowerCase(Locale.ROOT),
                    () -> graph.fold(grain),
                    drawn,
                    scene -> graph.grain() == grain);
        }
    }
}
