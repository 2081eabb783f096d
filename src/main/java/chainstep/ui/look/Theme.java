package chainstep.ui.look;

import java.util.Arrays;

/** On which ground the window is painted, for whose eyes, and how far from them: each has a data file of colours. */
public enum Theme {
    LIGHT(false, false, false),
    DARK(true, false, false),
    /** In colours that people who lack one kind of cones can tell apart. */
    LIGHT_SAFE(false, true, false),
    DARK_SAFE(true, true, false),
    /** In colours that a projector does not wash out. */
    LIGHT_HALL(false, false, true),
    DARK_HALL(true, false, true),
    LIGHT_SAFE_HALL(false, true, true),
    DARK_SAFE_HALL(true, true, true);

    private final boolean dark;
    private final boolean safe;
    private final boolean hall;

    Theme(boolean dark, boolean safe, boolean hall) {
        this.dark = dark;
        this.safe = safe;
        this.hall = hall;
    }

    private static Theme of(boolean dark, boolean safe, boolean hall) {
        return Arrays.stream(values())
                .filter(theme -> theme.dark == dark && theme.safe == safe && theme.hall == hall)
                .findFirst()
                .orElseThrow();
    }

    public boolean isDark() {
        return dark;
    }

    public boolean isSafe() {
        return safe;
    }

    public Theme dark(boolean on) {
        return of(on, safe, hall);
    }

    public Theme safe(boolean on) {
        return of(dark, on, hall);
    }

    public Theme hall(boolean on) {
        return of(dark, safe, on);
    }
}
