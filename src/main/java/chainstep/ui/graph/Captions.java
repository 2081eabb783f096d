package chainstep.ui.graph;

import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The heads of a scheme's boxes, in the explanations' own notation; the same in every iteration. */
final class Captions {
    private final Scheme scheme;
    private final Map<Integer, Caption> made = new ConcurrentHashMap<>();

    Captions(Scheme scheme) {
        this.scheme = scheme;
    }

    Caption of(Box box, Explainer explainer) {
        return made.computeIfAbsent(box.id(), fresh -> make(box, explainer));
    }

    private Caption make(Box box, Explainer explainer) {
        Program program = scheme.program();
        Node node = program.node(box.id());
        String name = explainer.name(box.id()).plain();
        String rule = switch (box.kind()) {
            case INPUT, TARGET, CONST, RANDOM, PARAM -> box.kind().name().toLowerCase(Locale.ROOT);
            case INNER -> node.op().name();
            case GROUP -> group(box, explainer);
            case VALUE -> formula(box, explainer);
        };
        return new Caption(name, rule);
    }

    private String group(Box box, Explainer explainer) {
        return box.members().stream()
                .map(scheme.program()::node)
                .filter(node -> node.isNamed() && !node.isLeaf() && node.id() != box.id())
                .map(node -> explainer.name(node.id()).plain())
                .collect(Collectors.joining(" "));
    }

    /** The formula; what has a letter of its own in it but lies in the same box is written out. */
    private String formula(Box box, Explainer explainer) {
        String formula = right(box.id(), explainer);
        for (int k = box.members().size() - 2; k >= 0; k--) {
            int member = box.members().get(k);
            String name = explainer.name(member).plain();
            String inner = name.contains("_") && formula.contains(name) ? right(member, explainer) : "";
            formula = inner.isEmpty() ? formula : formula.replace(name, inner);
        }
        return formula.isEmpty() ? scheme.program().node(box.id()).op().name() : formula;
    }

    private static String right(int node, Explainer explainer) {
        return explainer
                .formula(node)
                .flatMap(form -> form.plain().lines().findFirst())
                .orElse("");
    }
}
