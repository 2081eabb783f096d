package chainstep.cli.prompt;

/** Reads whole numbers that commands are given. */
final class Counting {
    private Counting() {}

    /** @throws PromptError when the text is no whole number from 0 on */
    static long number(String text) {
        return from(0, text, "number");
    }

    /** @throws PromptError when the text is no whole number from 1 on */
    static long positive(String text) {
        return from(1, text, "number.positive");
    }

    private static long from(long least, String text, String key) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new PromptError(key, text);
        }
        throw new PromptError(key, text);
    }

    /** A whole number from 0 on, where more than an int makes no difference. */
    static int small(String text) {
        return (int) Math.min(Integer.MAX_VALUE, number(text));
    }
}
