package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every time index of a recurrent network a step on or back at once, as h_t for h_{t−1} together with x_{t+1} for x_t. */
final class StepShifted implements Mistake {
    private static final int MOST = 12;

    @Override
    public String code() {
        return "M10";
    }

    @Override
    public String words() {
        return "M10.step";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Total) {
            terms(ground, node, into);
        } else if (ground.isForward(node) && !node.isNamed() && node.id() < ground.own()) {
            sums(ground, node, into);
        }
    }

    /** What another step has in a value's place. */
    private static void sums(Ground ground, Node node, Suspects into) {
        String built = built(ground, node);
        if (!built.contains("param")) {
            return;
        }
        ground.program().nodes().subList(0, ground.own()).stream()
                .filter(other -> other.id() != node.id() && ground.isForward(other) && !other.isNamed())
                .filter(other -> other.shape().equals(node.shape()))
                .filter(other -> built(ground, other).equals(built))
                .limit(MOST)
                .forEach(other -> into.here(node.id(), draft -> draft.at(other.id()), other.id()));
    }

    /** The terms of a shared parameter, each with what the parameter meets in the step behind or before. */
    private static void terms(Ground ground, Node total, Suspects into) {
        Map<String, List<Link>> steps = new LinkedHashMap<>();
        for (int term : total.inputs()) {
            ground.link(ground.node(term))
                    .filter(link -> link.through().inputs().size() == 2)
                    .filter(link -> link.other() != link.by() && link.reads(link.other()))
                    .ifPresent(link -> steps.computeIfAbsent(built(ground, link.through()), one -> new ArrayList<>())
                            .add(link));
        }
        for (List<Link> links : steps.values()) {
            if (links.size() > 1 && links.size() <= MOST) {
                links.sort(Comparator.comparingInt(link -> link.through().id()));
                shifted(ground, total, links, 1, into);
                shifted(ground, total, links, -1, into);
            }
        }
    }

    private static void shifted(Ground ground, Node total, List<Link> links, int by, Suspects into) {
        Map<Integer, Integer> now = new LinkedHashMap<>();
        for (int k = 0; k < links.size(); k++) {
            boolean inside = k + by >= 0 && k + by < links.size();
            now.put(links.get(k).term().id(), inside ? links.get(k + by).other() : beyond(ground, links, by));
        }
        into.here(total.id(), draft -> {
            List<Integer> kept = new ArrayList<>();
            for (int term : total.inputs()) {
                Integer other = now.get(term);
                if (other == null) {
                    kept.add(draft.at(term));
                } else if (other >= 0) {
                    Link link = ground.link(ground.node(term)).orElseThrow();
                    kept.add(draft.reading(link.term(), link.other(), draft.at(other)));
                }
            }
            return draft.total(kept);
        });
    }

    /** What comes behind the last step, or before the first: the last h of all; −1 where there is nothing. */
    private static int beyond(Ground ground, List<Link> links, int by) {
        Node end = ground.node(links.get(by > 0 ? links.size() - 1 : 0).other());
        return ground.program().nodes().subList(0, ground.own()).stream()
                .filter(other ->
                        (other.id() - end.id()) * by > 0 && other.shape().equals(end.shape()))
                .filter(other -> ground.isForward(other) && other.isNamed() && end.isNamed())
                .filter(other -> other.op().equals(end.op()))
                .min(Comparator.comparingInt(other -> Math.abs(other.id() - end.id())))
                .map(Node::id)
                .orElse(-1);
    }

    /** How a value is built of parameters and named values; alike for the steps of a recurrent network. */
    private static String built(Ground ground, Node node) {
        if (node.isLeaf(Leaf.Kind.PARAM)) {
            return "param" + node.id();
        } else if (node.isLeaf() || node.isNamed() || node.inputs().size() > 3) {
            return node.shape().toString();
        }
        StringBuilder built = new StringBuilder(node.op().name()).append('(');
        node.inputs()
                .forEach(
                        input -> built.append(built(ground, ground.node(input))).append(','));
        return built.append(')').toString();
    }
}
