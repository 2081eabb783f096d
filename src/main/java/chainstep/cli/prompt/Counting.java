package chainstep.cli.prompt;

/** Reads whole numbers that commands are given. */
final class Counting {
    private Counting() {}

    /** @throws PromptError when the text is no whole number from 0 on */
    static long number(String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new PromptError("number", text);
        }
        throw new PromptError("number", text);
    }

    /** @throws PromptError when the text is no whole number from 1 on */
    static long positive(String text) {
        if (number(text) == 0) {
            throw new PromptError("number.positive", text);
        }
        return number(text);
    }

    /** A whole number from 0 on, where more than an int makes no difference. */
    static int small(String text) {
        return (int) Math.min(Integer.MAX_VALUE, number(text));
    }
}
