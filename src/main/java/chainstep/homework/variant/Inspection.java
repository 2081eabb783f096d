package chainstep.homework.variant;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.homework.mistake.Diagnosis;
import chainstep.homework.mistake.Diagnosis.Made;
import chainstep.math.Tensor;
import chainstep.words.Phrase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what makes an assignment a poor exercise: answers that are given away, units that are shut or saturated, mistakes that look alike. */
final class Inspection {
    private static final double NEAR = 5e-4;
    private static final double NOTHING = 1e-7;
    private static final double SATURATED = 0.98;
    private static final int DIGITS = 4;
    private static final String RIGHT = "";

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

    /** Different common mistakes that give one number. */
    static List<Fault> ofMistakes(Worked worked) {
        Inspection inspection = new Inspection(worked);
        Diagnosis diagnosis = Diagnosis.ofCommon(worked);
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            inspection.mistakes(question, diagnosis.made(question));
        }
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

    private void mistakes(int question, List<Made> made) {
        Map<List<BigDecimal>, List<Made>> alike = new HashMap<>();
        List<Double> right = new ArrayList<>();
        for (double one : worked.exact(question).toArray()) {
            right.add(one);
        }
        alike.computeIfAbsent(rounded(question, right), none -> new ArrayList<>())
                .add(new Made(RIGHT, RIGHT, right));
        for (Made one : made) {
            if (one.values().stream().allMatch(Double::isFinite)) {
                alike.computeIfAbsent(rounded(question, one.values()), none -> new ArrayList<>())
                        .add(one);
            }
        }
        alike.values().stream().filter(group -> group.size() > 1).forEach(group -> pairs(question, group));
    }

    private void pairs(int question, List<Made> group) {
        Set<Set<String>> said = new HashSet<>();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                Made one = group.get(i);
                Made other = group.get(j);
                if (!one.code().equals(other.code()) && said.add(Set.of(one.way(), other.way()))) {
                    String key = question + ": " + one.way() + " / " + other.way();
                    faults.add(
                            one.code().isEmpty()
                                    ? Fault.of(Fault.ALIKE, key, "unseen", other.code(), name(question))
                                    : Fault.of(Fault.ALIKE, key, "alike", one.code(), other.code(), name(question)));
                }
            }
        }
    }

    /** As many digits as are asked, four where the question does not say. */
    private List<BigDecimal> rounded(int question, List<Double> values) {
        Question asked = worked.assignment().questions().get(question);
        MathContext digits = new MathContext(Math.max(DIGITS, asked.digits().orElse(DIGITS)));
        return values.stream()
                .map(value -> new BigDecimal(value).round(digits).stripTrailingZeros())
                .toList();
    }

    /** Faults in a few words, each once. */
    static List<Phrase> said(List<Fault> faults) {
        return faults.stream().map(Fault::says).distinct().toList();
    }
}
