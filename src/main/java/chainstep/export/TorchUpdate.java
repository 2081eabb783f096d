package chainstep.export;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.train.Course;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The update of a model as Python: what all parameters share, then the lines of one parameter, in a loop over those that have the same.
 * Mutable; lives as long as one script is written.
 */
final class TorchUpdate {
    private static final int SHARED = -1;

    private final Program program;
    private final int loss;
    private final TorchOps ops;
    private final TorchModel model;
    private final Map<Integer, TorchCode> known = new HashMap<>();
    /** By what Python calls a memory: its name in checkpoints. */
    private final Map<String, String> memories = new LinkedHashMap<>();

    TorchUpdate(Course course, TorchOps ops, TorchModel model) {
        this.program = course.program();
        this.loss = course.loss();
        this.ops = ops;
        this.model = model;
        for (Node node : program.nodes()) {
            if (node.isLeaf(Leaf.Kind.LITERAL) && node.shape().isScalar()) {
                known.put(node.id(), TorchCode.number(literal(node)));
            } else if (node.isLeaf(Leaf.Kind.STATE)) {
                memory(node);
            } else if (node.isLeaf() && program.next(node.id()).isPresent()) {
                known.put(node.id(), TorchCode.atom("model." + model.attribute(node.id())));
                gradient(node.id())
                        .ifPresent(
                                id -> known.put(id, TorchCode.atom("model." + model.attribute(node.id()) + ".grad")));
            }
        }
    }

    private static double literal(Node node) {
        double[] number = new double[1];
        ((Leaf) node.op()).supply().fill(0, number);
        return number[0];
    }

    private OptionalInt gradient(int leaf) {
        return program.gradient(loss, leaf);
    }

    private void memory(Node node) {
        Role.Update role = (Role.Update) node.role();
        boolean isShared = role.param() == SHARED;
        String owner = isShared ? "" : model.attribute(role.param());
        String key = "(\"" + role.part() + "\", \"" + owner + "\")";
        String name = isShared ? "" : program.node(role.param()).name();
        memories.put(key, role.part() + "(" + name + ")");
        known.put(node.id(), TorchCode.atom("memory[\"" + role.part() + "\", \"" + owner + "\"]"));
    }

    Map<String, String> memories() {
        return memories;
    }

    /** The lines of a step, from the new gradients to the list {@code after} of what is to change into what. */
    List<String> lines() {
        PythonNames names = new PythonNames();
        List<String> lines = new ArrayList<>();
        TorchLines shared = new TorchLines(program, ops, names, known);
        List<Integer> all = program.nodes().stream()
                .filter(node -> !node.isLeaf() && part(node) == SHARED)
                .map(Node::id)
                .toList();
        shared.write(all, node -> part(node) == SHARED);
        lines.addAll(shared.lines());
        List<Integer> params = new ArrayList<>();
        for (Program.Carry carry : program.carries()) {
            Node leaf = program.node(carry.leaf());
            if (leaf.isLeaf(Leaf.Kind.STATE) && part(leaf) == SHARED) {
                lines.add("after.append((" + known.get(leaf.id()).text() + ", " + shared.text(carry.next()) + "))");
            } else if (!leaf.isLeaf(Leaf.Kind.STATE)) {
                params.add(leaf.id());
            }
        }
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        for (int param : params) {
            alike.computeIfAbsent(one(param), key -> new ArrayList<>()).add(model.attribute(param));
        }
        alike.forEach((body, attributes) -> {
            lines.add("for p in ("
                    + String.join(
                            ", ", attributes.stream().map(TorchUpdate::quoted).toList()) + ",):");
            body.forEach(line -> lines.add("    " + line));
        });
        return lines;
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static int part(Node node) {
        return node.role() instanceof Role.Update update ? update.param() : Integer.MIN_VALUE;
    }

    /** One parameter's lines, in which it is w, its gradient g, and it itself p. */
    private List<String> one(int param) {
        PythonNames names = new PythonNames();
        names.fresh("w");
        names.fresh("g");
        Map<Integer, TorchCode> own = new HashMap<>(known);
        own.put(param, TorchCode.atom("w"));
        gradient(param).ifPresent(id -> own.put(id, TorchCode.atom("g")));
        List<Program.Carry> carries = program.carries().stream()
                .filter(carry -> carry.leaf() == param || part(program.node(carry.leaf())) == param)
                .toList();
        for (Program.Carry carry : carries) {
            if (program.node(carry.leaf()).role() instanceof Role.Update update) {
                own.put(carry.leaf(), TorchCode.atom("memory[\"" + update.part() + "\", p]"));
            }
        }
        TorchLines lines = new TorchLines(program, ops, names, own);
        lines.write(carries.stream().map(Program.Carry::next).toList(), node -> false);
        List<String> all = new ArrayList<>(List.of("w = getattr(model, p)", "g = w.grad"));
        all.addAll(lines.lines());
        carries.forEach(carry ->
                all.add("after.append((" + own.get(carry.leaf()).text() + ", " + lines.text(carry.next()) + "))"));
        return all;
    }
}
