package chainstep.ui.homework;

import chainstep.explain.EdgeTable;
import chainstep.graph.Program;
import chainstep.homework.Answer;
import chainstep.homework.Marked;
import chainstep.homework.Place;
import chainstep.math.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The ways on which a gradient comes to one number, and which of them an answer left out.
 *
 * @param start the number that is differentiated by
 * @param end what is differentiated
 */
record Ways(String start, String end, List<Way> all) {
    private static final Set<String> FORGOTTEN = Set.of("M08");
    private static final int MOST = 6;
    /** How far an answer may be from the ways it is taken for, as a part of it. */
    private static final double NEAR = 0.02;

    /**
     * One of them.
     *
     * @param through the number that it leads to first
     * @param local the local derivative on its first edge
     */
    record Way(String through, String local, boolean missing) {}

    Ways {
        all = List.copyOf(all);
    }

    /** Of an answer that leaves some out; empty where it does not. */
    static Optional<Ways> of(HomeworkScene scene, int question, Marked marked, Secrets secrets) {
        boolean forgotten = !marked.findings().isEmpty()
                && marked.findings().get(0).codes().stream().anyMatch(FORGOTTEN::contains)
                && marked.question().shape().size() == 1
                && marked.answer() instanceof Answer.Numbers;
        if (!forgotten) {
            return Optional.empty();
        }
        Exercise exercise = scene.exercise().orElseThrow();
        Hints hints = new Hints(exercise, Locale.ENGLISH);
        Optional<Place> place = hints.place(question);
        return place.flatMap(at -> hints.explainer().edges(at.node(), at.element()))
                .filter(table -> table.rows().size() > 1 && table.rows().size() <= MOST && table.omitted() == 0)
                .flatMap(table -> of(table, end(exercise, hints), written(marked), secrets));
    }

    private static double written(Marked marked) {
        return ((Answer.Numbers) marked.answer())
                .numbers()
                .get(0)
                .map(number -> number.value().doubleValue())
                .orElse(Double.NaN);
    }

    private static String end(Exercise exercise, Hints hints) {
        Program program = exercise.model().program();
        OptionalInt loss = program.loss();
        return loss.isPresent() ? hints.explainer().name(loss.getAsInt()).plain() : "";
    }

    private static Optional<Ways> of(EdgeTable table, String end, double written, Secrets secrets) {
        int taken = taken(table, written);
        if (taken == 0) {
            return Optional.empty();
        }
        List<Way> ways = new ArrayList<>();
        for (int k = 0; k < table.rows().size(); k++) {
            EdgeTable.Row row = table.rows().get(k);
            ways.add(new Way(row.to().plain(), secrets.mask(row.factor().plain().strip()), (taken & 1 << k) == 0));
        }
        return Optional.of(new Ways(table.rows().get(0).from().plain(), end, ways));
    }

    /** Which ways give the answer, a bit each; 0 where none of their sums does. */
    private static int taken(EdgeTable table, double written) {
        int rows = table.rows().size();
        int best = 0;
        double nearest = NEAR;
        for (int some = 1; some < (1 << rows) - 1; some++) {
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += (some & 1 << k) == 0
                        ? 0
                        : value(table.rows().get(k).product().plain());
            }
            double away = Math.abs(sum - written) / Math.abs(written);
            if (away < nearest) {
                nearest = away;
                best = some;
            }
        }
        return best;
    }

    private static double value(String number) {
        try {
            return Digits.parse(number.strip()).value().doubleValue();
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
