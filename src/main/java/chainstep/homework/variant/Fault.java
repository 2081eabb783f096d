package chainstep.homework.variant;

import chainstep.words.Phrase;

/**
 * Something that numbers ought not to have.
 *
 * @param key tells it from others of the same assignment, whatever the numbers
 * @param grave how bad it is: one that gives an answer away is worse than many that make two mistakes look alike
 */
record Fault(String key, int grave, Phrase says) {
    static final int GIVES_AWAY = 5000;
    static final int FLAT = 1000;
    static final int UNSEEN = 3;
    static final int ALIKE = 1;

    static Fault of(int grave, String subject, String key, Object... arguments) {
        return new Fault(key + " " + subject, grave, Phrase.of("homework", "variant." + key, arguments));
    }
}
