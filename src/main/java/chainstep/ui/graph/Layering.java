package chainstep.ui.graph;

import com.mxgraph.layout.hierarchical.model.mxGraphAbstractHierarchyCell;
import com.mxgraph.layout.hierarchical.model.mxGraphHierarchyEdge;
import com.mxgraph.layout.hierarchical.model.mxGraphHierarchyNode;
import com.mxgraph.layout.hierarchical.mxHierarchicalLayout;
import com.mxgraph.model.mxCell;
import com.mxgraph.view.mxGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.SwingConstants;

/**
 * Which column each box is in, and in which order down: JGraphX's layering and crossing reduction.
 *
 * <p>Only these: where its coordinates would bend the chain of values, {@link Straightening} finds better ones. Source: Sugiyama,
 * Tagawa, Toda, Methods for Visual Understanding of Hierarchical System Structures, 1981.
 */
final class Layering extends mxHierarchicalLayout {
    /**
     * The columns of boxes that hang together, from left to right, each from top to bottom.
     *
     * @param ways the slots of each edge, from the box that is read to the one that reads
     * @param ports how far from the middle of its left side each edge ends at a box
     */
    record Columns(List<List<Slot>> columns, Map<Link, List<Slot>> ways, Map<Link, Double> ports) {}

    private final Scheme scheme;
    private final Map<Integer, Face> faces;
    private final List<Columns> found = new ArrayList<>();

    private Layering(Scheme scheme, Map<Integer, Face> faces, mxGraph graph) {
        super(graph, SwingConstants.WEST);
        this.scheme = scheme;
        this.faces = faces;
    }

    /** For each part of the graph that hangs together. */
    static List<Columns> of(Scheme scheme, Map<Integer, Face> faces, Row row) {
        if (LongestPaths.areBetter(scheme, row)) {
            return List.of(LongestPaths.of(scheme, faces));
        }
        mxGraph graph = new mxGraph();
        Object root = graph.getDefaultParent();
        Map<Integer, Object> cells = new HashMap<>();
        graph.getModel().beginUpdate();
        for (Box box : row.boxes()) {
            Face face = faces.get(box.id());
            cells.put(box.id(), graph.insertVertex(root, null, box, 0, 0, face.height(), face.width()));
        }
        for (Link link : row.links()) {
            graph.insertEdge(root, null, link, cells.get(link.from()), cells.get(link.to()));
        }
        gates(graph, row, cells);
        Layering layering = new Layering(scheme, faces, graph);
        layering.execute(root);
        graph.getModel().endUpdate();
        return List.copyOf(layering.found);
    }

    /** The ends of the row. */
    private static void gates(mxGraph graph, Row row, Map<Integer, Object> cells) {
        Object root = graph.getDefaultParent();
        Map<Integer, Object> doors = new HashMap<>();
        for (Link link : row.entering()) {
            Object door = doors.computeIfAbsent(
                    link.from(), value -> graph.insertVertex(root, null, new Row.Gate(value, true), 0, 0, 1, 1));
            graph.insertEdge(root, null, link, door, cells.get(link.to()));
        }
        for (int value : row.leaving()) {
            Object door = graph.insertVertex(root, null, new Row.Gate(value, false), 0, 0, 1, 1);
            graph.insertEdge(root, null, new Link(value, Row.OUT), cells.get(value), door);
        }
    }

    /** With what comes into a row at its left end, and what goes out at its right. */
    @Override
    public void layeringStage() {
        model.initialRank();
        model.getVertexMapper().values().forEach(node -> {
            if (((mxCell) node.cell).getValue() instanceof Row.Gate gate) {
                node.temp[0] = gate.comesIn() ? model.maxRank : 0;
            }
        });
        model.fixRanks();
    }

    /** In place of coordinates: reads what the stages before have found. */
    @Override
    public double placementStage(double initial, Object parent) {
        Map<Object, Slot> boxes = new HashMap<>();
        Map<mxGraphHierarchyEdge, Map<Integer, Slot>> passing = new HashMap<>();
        List<List<Slot>> columns = new ArrayList<>();
        for (int rank = model.maxRank; rank >= 0; rank--) {
            List<Slot> column = new ArrayList<>();
            for (mxGraphAbstractHierarchyCell cell : model.ranks.get(rank)) {
                Slot slot;
                if (cell instanceof mxGraphHierarchyNode node) {
                    slot = slot(((mxCell) node.cell).getValue());
                    boxes.put(node, slot);
                } else {
                    slot = Slot.passing();
                    passing.computeIfAbsent((mxGraphHierarchyEdge) cell, fresh -> new HashMap<>())
                            .put(rank, slot);
                }
                column.add(slot);
            }
            columns.add(column);
        }
        Map<Link, List<Slot>> ways = ways(boxes, passing);
        Map<Link, Double> ports = Ports.of(ways, columns);
        ways.forEach((link, way) -> {
            for (int k = 1; k < way.size(); k++) {
                Slot.join(way.get(k - 1), way.get(k), k == way.size() - 1 ? ports.get(link) : 0);
            }
        });
        found.add(new Columns(columns, ways, ports));
        return initial;
    }

    private Slot slot(Object there) {
        return there instanceof Box box ? Slot.of(box, faces.get(box.id())) : Slot.passing();
    }

    private Map<Link, List<Slot>> ways(Map<Object, Slot> boxes, Map<mxGraphHierarchyEdge, Map<Integer, Slot>> passing) {
        Map<Link, List<Slot>> ways = new LinkedHashMap<>();
        for (mxGraphHierarchyEdge edge : model.getEdgeMapper().values()) {
            List<Slot> way = new ArrayList<>();
            way.add(boxes.get(edge.source));
            Map<Integer, Slot> between = passing.getOrDefault(edge, Map.of());
            between.keySet().stream().sorted(Comparator.reverseOrder()).forEach(rank -> way.add(between.get(rank)));
            way.add(boxes.get(edge.target));
            edge.edges.forEach(cell -> ways.put((Link) ((mxCell) cell).getValue(), way));
        }
        return ways;
    }

    @Override
    public String toString() {
        return "layering of " + scheme.boxes().size() + " boxes";
    }
}
