package chainstep.ui.homework;

import chainstep.explain.Form;
import chainstep.graph.Node;
import chainstep.math.Digits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The exact values of all questions that are not answered right yet: no text of the page may tell one of them.
 *
 * <p>Neither may it tell a number that is worked out from one of them. A number of three digits or more that a hidden value rounds to, or of two that is the value, is written as a question mark; what
 * the file gives is no secret.
 */
final class Secrets {
    static final String HIDDEN = "?";

    private static final int TELLING = 3;
    /** Larger values are never written out in a hint. */
    private static final int SMALL = 256;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?(?:[eE][-+−]?\\d+)?)"
            + "(\\s*(?:\\\\cdot|\\\\times|·|×)\\s*10\\^\\{?([-−]?\\d+)}?)?");

    private final List<Double> hidden;
    private final List<Double> given;

    private Secrets(List<Double> hidden, List<Double> given) {
        this.hidden = List.copyOf(hidden);
        this.given = List.copyOf(given);
    }

    static Secrets of(HomeworkScene scene) {
        return scene.exercise().map(exercise -> of(scene, exercise)).orElseGet(() -> new Secrets(List.of(), List.of()));
    }

    private static Secrets of(HomeworkScene scene, Exercise exercise) {
        List<Double> hidden = new ArrayList<>();
        List<Double> given = new ArrayList<>();
        BitSet secret = new BitSet();
        for (int k = 0; k < exercise.questions().size(); k++) {
            boolean known = scene.isRight(k) || scene.paper().line(k).revealed();
            (known ? given : hidden).addAll(sizes(exercise.worked().exact(k).toArray()));
            if (!known) {
                exercise.worked().places(k).forEach(place -> secret.set(place.node()));
            }
        }
        hidden.addAll(after(exercise, secret));
        for (Node node : exercise.model().program().nodes()) {
            if (node.isLeaf()) {
                given.addAll(sizes(exercise.worked().trace().value(node.id()).toArray()));
            }
        }
        return new Secrets(hidden, given);
    }

    /** The numbers that are computed from what is secret: what is secret could be worked back from them. */
    private static List<Double> after(Exercise exercise, BitSet secret) {
        List<Double> numbers = new ArrayList<>();
        for (Node node : exercise.model().program().nodes()) {
            if (node.inputs().stream().anyMatch(secret::get) && node.shape().size() <= SMALL) {
                secret.set(node.id());
                numbers.addAll(sizes(exercise.worked().trace().value(node.id()).toArray()));
            }
        }
        return numbers;
    }

    private static List<Double> sizes(double[] values) {
        return IntStream.range(0, Math.min(values.length, 4096))
                .mapToObj(k -> Math.abs(values[k]))
                .filter(Double::isFinite)
                .toList();
    }

    /** A text without what it must not tell. */
    String mask(String text) {
        Matcher number = NUMBER.matcher(text);
        StringBuilder masked = new StringBuilder();
        while (number.find()) {
            number.appendReplacement(masked, Matcher.quoteReplacement(tells(number) ? HIDDEN : number.group()));
        }
        return number.appendTail(masked).toString();
    }

    Form mask(Form form) {
        return new Form(mask(form.plain()), mask(form.latex()));
    }

    private boolean tells(Matcher number) {
        String power = number.group(3) == null ? "" : "e" + number.group(3);
        return tells((number.group(1) + power).replace('−', '-'));
    }

    /** Whether a number tells a hidden value. */
    boolean tells(String number) {
        try {
            Digits digits = Digits.parse(number);
            double value = digits.value().doubleValue();
            return given.stream().noneMatch(known -> known == value)
                    && hidden.stream().anyMatch(secret -> tells(digits, value, secret));
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean tells(Digits digits, double value, double secret) {
        return digits.significant() >= TELLING
                ? digits.covers(secret)
                : digits.significant() == TELLING - 1 && value == secret && secret != Math.rint(secret);
    }
}
