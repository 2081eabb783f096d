package chainstep.export;

import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes values of a program as lines of assignments, one for each value of its own and each that is read more than once. Mutable. */
final class TorchLines {
    private final Program program;
    private final TorchOps ops;
    private final PythonNames names;
    private final Map<Integer, TorchCode> known;
    private final List<String> lines = new ArrayList<>();

    /** @param known what needs no line: leaves, gradients, and what other lines have computed; what is computed here joins it */
    TorchLines(Program program, TorchOps ops, PythonNames names, Map<Integer, TorchCode> known) {
        this.program = program;
        this.ops = ops;
        this.names = names;
        this.known = known;
    }

    /**
     * Writes what is needed to know some values.
     *
     * @param own which values have a line of their own
     * @throws ExportException when PyTorch has no such operation
     */
    void write(List<Integer> wanted, Predicate<Node> own) {
        BitSet needed = needed(wanted);
        Map<Integer, Integer> uses = uses(needed, wanted);
        Map<Integer, TorchCode> inlined = new HashMap<>();
        for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
            Node node = program.node(id);
            if (node.isLeaf()) {
                throw new ExportException("leaf", node.name(), node.origin().line());
            }
            List<TorchCode> operands = new ArrayList<>();
            for (int input : node.inputs()) {
                operands.add(known.containsKey(input) ? known.get(input) : inlined.get(input));
            }
            TorchCode code = ops.write(node, operands, program.operandShapes(node));
            if (own.test(node) || uses.getOrDefault(id, 0) > 1) {
                String name = names.of(id, name(node));
                lines.add(name + " = " + code.text());
                known.put(id, TorchCode.atom(name));
            } else {
                inlined.put(id, code);
            }
        }
    }

    private BitSet needed(List<Integer> wanted) {
        BitSet needed = new BitSet();
        wanted.stream().filter(id -> !known.containsKey(id)).forEach(needed::set);
        for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().stream()
                    .filter(input -> !known.containsKey(input))
                    .forEach(needed::set);
        }
        return needed;
    }

    /** How often each value is read; those wanted are never put into another line. */
    private Map<Integer, Integer> uses(BitSet needed, List<Integer> wanted) {
        Map<Integer, Integer> uses = new HashMap<>();
        needed.stream().forEach(id -> program.node(id).inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
        wanted.forEach(id -> uses.merge(id, 2, Integer::sum));
        return uses;
    }

    private static String name(Node node) {
        if (node.role() instanceof chainstep.graph.Role.Update update) {
            return update.part().replace("1-", "rest_");
        }
        return node.name().isEmpty() ? "v" : node.name();
    }

    /** What a value is called that was written. */
    String text(int id) {
        return known.get(id).text();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
