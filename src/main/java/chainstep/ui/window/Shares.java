package chainstep.ui.window;

import java.util.EnumMap;
import java.util.Map;

/** How the pages are shared out: the place of each dividing line, as a fraction. */
public final class Shares {
    /** A dividing line. */
    public enum Line {
        /** Right of the source. */
        LEFT(0.2185),
        /** Left of the derivation, in what the left column leaves. */
        RIGHT(0.68),
        /** Above the timeline. */
        BOTTOM(0.862),
        /** Below the source. */
        SOURCE(0.426),
        /** Below the variables, in what the source leaves. */
        VARIABLES(0.655),
        /** Left of the derivation in a lecture hall. */
        LECTURE(0.52),
        /** Left of a derivation beside the same with a mistake. */
        COMPARED(0.4),
        /** The same in a lecture hall. */
        COMPARED_IN_HALL(0.24),
        /** Right of a problem, on the Homework page. */
        HOMEWORK_LEFT(0.2185),
        /** Left of what went wrong, in what the problem leaves. */
        HOMEWORK_RIGHT(0.665),
        /** Right of the answer sheet in a narrow window. */
        HOMEWORK_NARROW(0.6),
        /** Below the problem in a narrow window. */
        HOMEWORK_STACK(0.42),
        /** Right of the settings, on the Train page. */
        TRAIN_LEFT(0.205),
        /** Left of the curves, in what the settings leave. */
        TRAIN_RIGHT(0.677),
        /** Below the network. */
        TRAIN_NETWORK(0.5),
        /** Left of the loss around the path. */
        TRAIN_SURFACE(0.5);

        private final double first;

        Line(double first) {
            this.first = first;
        }

        /** Whether what follows gets the room it asks for, until somebody moves the line. */
        boolean isWhole() {
            return this == BOTTOM;
        }
    }

    private final Map<Line, Double> places = new EnumMap<>(Line.class);

    public double of(Line line) {
        return places.getOrDefault(line, line.first);
    }

    /** Whether somebody has moved the line. */
    public boolean isMoved(Line line) {
        return places.containsKey(line);
    }

    public void put(Line line, double fraction) {
        if (fraction > 0 && fraction < 1) {
            places.put(line, fraction);
        }
    }
}
