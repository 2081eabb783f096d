package chainstep.ui;

import java.util.Locale;

/** The pages of a window, over one model. */
public enum Page {
    DEBUG,
    HOMEWORK,
    TRAIN;

    /** Its name in the bundle {@code ui}. */
    public String key() {
        return "window.page." + name().toLowerCase(Locale.ROOT);
    }

    /** The one after it; after the last the first. */
    public Page next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
