package chainstep.homework;

import java.util.Locale;

/** What is thought of an answer. */
public enum Verdict {
    /** Its value is right. */
    RIGHT,
    /** It is wrong, and does not follow from what the student wrote before. */
    SLIP,
    /** It is wrong, but follows from what the student wrote before. */
    CARRIED,
    BLANK,
    UNREADABLE;

    /** Its name in files: {@code right}, {@code slip}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
