package chainstep.ui.source;

/**
 * The least that makes one text another: what is cut between two places, and what is put there.
 *
 * @param from the first char cut
 * @param to the char after the last one cut
 */
record TextChange(int from, int to, String put) {
    static TextChange between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int head = 0;
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new TextChange(head, before.length() - tail, after.substring(head, after.length() - tail));
    }

    /** Where the change is once it is made, as a change of nothing. */
    TextChange done() {
        return new TextChange(from, from + put.length(), put);
    }

    /** Whether another change of the same text is in the same word or number. */
    boolean isBeside(TextChange other, String text) {
        return start(text) <= other.to && other.start(text) <= to;
    }

    private int start(String text) {
        int start = from;
        while (start > 0 && isOfNumber(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
