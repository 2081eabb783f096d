package chainstep.ui.homework;

import chainstep.ui.derivation.Style;

/**
 * Where the columns of the answer sheet begin and how wide they are, in a width that there is.
 *
 * @param below whether the reason stands below the answer, for want of room beside it
 */
record Columns(
        int name,
        int answer,
        int answerWidth,
        int verdict,
        int verdictWidth,
        int because,
        int becauseWidth,
        int marks,
        int marksWidth,
        boolean below) {
    private static final int EDGE = 8;
    private static final int GAP = 14;
    private static final int SIGN = 32;

    /** @param widestName of all questions, in pixels */
    static Columns of(int width, int widestName, Style style) {
        boolean large = style.settings().projector();
        int names = Math.min(Math.max(widestName + GAP, width * 14 / 100), width * 24 / 100);
        int marks = large ? 84 : 56;
        int pill = Pill.widest(style);
        boolean tight = width < (large ? 900 : 560);
        int verdicts = tight ? SIGN : pill;
        int answers = Math.max(90, Math.min(width * (tight ? 34 : 25) / 100, large ? 420 : 300));
        int answer = EDGE + names;
        int verdict = answer + answers + GAP;
        int because = verdict + verdicts + GAP;
        int left = width - because - GAP - marks - EDGE;
        boolean below = left < (large ? 200 : 110);
        int end = width - EDGE - marks;
        if (below) {
            int wider = Math.max(90, end - GAP - verdicts - GAP - answer);
            return new Columns(
                    EDGE, answer, wider, answer + wider + GAP, verdicts, answer, end - answer, end, marks, true);
        }
        return new Columns(EDGE, answer, answers, verdict, verdicts, because, left, end, marks, false);
    }
}
