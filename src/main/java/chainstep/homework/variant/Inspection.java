package chainstep.homework.variant;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.Worked;
import chainstep.math.Tensor;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Looks for what makes an assignment a poor exercise: answers that are given away, units that are shut or saturated. */
final class Inspection {
    private static final double NEAR = 5e-4;
    private static final double NOTHING = 1e-7;
    private static final double SATURATED = 0.98;

    private final Worked worked;
    private final List<Fault> faults = new ArrayList<>();

    private Inspection(Worked worked) {
        this.worked = worked;
    }

    /** What is wrong with the values alone, which is soon found. */
    static List<Fault> ofValues(Worked worked) {
        Inspection inspection = new Inspection(worked);
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            inspection.answer(question);
        }
        worked.assignment().model().program().nodes().forEach(inspection::unit);
        return inspection.faults;
    }

    private String name(int question) {
        return worked.assignment().questions().get(question).text();
    }

    private void answer(int question) {
        Tensor value = worked.exact(question);
        for (int k = 0; k < value.size(); k++) {
            double size = Math.abs(value.get(k));
            if (!Double.isFinite(size) || size < NOTHING || Math.abs(size - 1) < NEAR) {
                faults.add(Fault.of(Fault.GIVES_AWAY, question + "." + k, "trivial", name(question)));
            }
        }
    }

    private void unit(Node node) {
        if (node.isLeaf() || !(node.role() instanceof Role.Value)) {
            return;
        }
        Tensor value = worked.trace().value(node.id());
        double most = 0;
        for (double one : value.toArray()) {
            most = Math.max(most, Math.abs(one));
        }
        switch (node.op().name()) {
            case "relu" -> {
                if (most == 0) {
                    faults.add(Fault.of(Fault.FLAT, "" + node.id(), "shut", told(node)));
                }
            }
            case "sigmoid", "tanh", "softmax" -> {
                double least = least(value);
                boolean low = node.op().name().equals("sigmoid") && least < 1 - SATURATED
                        || node.op().name().equals("softmax") && least < (1 - SATURATED) / 4;
                if (most > SATURATED || low) {
                    faults.add(Fault.of(Fault.FLAT, "" + node.id(), "saturated", told(node)));
                }
            }
            default -> {
                // nothing to saturate
            }
        }
    }

    private static double least(Tensor value) {
        double least = Double.POSITIVE_INFINITY;
        for (double one : value.toArray()) {
            least = Math.min(least, one);
        }
        return least;
    }

    private static String told(Node node) {
        return node.isNamed() ? node.name() : node.op().name();
    }

    /** Faults in a few words, each once. */
    static List<Phrase> said(List<Fault> faults) {
        return faults.stream().map(Fault::says).distinct().toList();
    }
}
