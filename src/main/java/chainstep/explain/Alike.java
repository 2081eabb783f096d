package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the names that would be written as another name is, w_1 beside w₁, alpha beside α: these are written as they were typed. */
final class Alike {
    private Alike() {}

    /** The names that have to be written as they were typed; the plainer spelling gives way. */
    static Set<String> among(Program program) {
        Map<String, Set<String>> looks = new LinkedHashMap<>();
        program.nodes().stream().filter(Node::isNamed).forEach(node -> {
            Form form = Lettering.of(node.name(), node.shape().isScalar(), 0).form();
            looks.computeIfAbsent(node.name(), name -> new HashSet<>()).addAll(List.of(form.plain(), form.latex()));
        });
        List<String> names = new ArrayList<>(looks.keySet());
        names.sort(Comparator.comparing(Alike::plainness));
        Set<String> taken = new HashSet<>();
        Set<String> typed = new HashSet<>();
        for (String name : names) {
            if (looks.get(name).stream().anyMatch(taken::contains)) {
                typed.add(name);
            }
            taken.addAll(looks.get(name));
        }
        return typed;
    }

    /** First what can only be meant as a sign, α and w₁, then w1, then w_1. */
    private static int plainness(String name) {
        boolean ascii = name.chars().allMatch(c -> c < 128);
        return !ascii ? 0 : name.indexOf('_') < 0 ? 1 : 2;
    }
}
