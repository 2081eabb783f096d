package chainstep.ui.homework;

import chainstep.ui.homework.Paper.Whose;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stood on the page before, to be taken back and given again: the texts of a sheet, and other sheets with their files. Typing in one
 * field is one change.
 *
 * <p>The help that was taken is not given back: whatever stands on the page of the same person tells of it.
 */
final class Papers {
    /**
     * What stands on the page.
     *
     * @param file where it is kept by the user's wish
     * @param saved whether that file holds it
     */
    record Stood(Paper paper, Optional<Path> file, boolean saved) {}

    /** One of several sheets. */
    private record Turn(Stood stood, int sheet) {}

    private final Deque<Turn> before = new ArrayDeque<>();
    private final Deque<Turn> after = new ArrayDeque<>();
    private final Map<Whose, Paper> help = new HashMap<>();
    /** The question being typed in, or −1. */
    private int typing = -1;

    private int sheet;
    private int sheets;

    /** The sheet is about to be changed by typing at a question. */
    void type(int question, Stood now) {
        if (question != typing) {
            change(now);
            typing = question;
        }
        after.clear();
    }

    /** The sheet is about to be changed otherwise. */
    void change(Stood now) {
        before.push(new Turn(now, sheet));
        after.clear();
        typing = -1;
    }

    /** Another sheet is about to be put in its place. */
    void put(Stood now) {
        change(now);
        sheet = ++sheets;
    }

    /** What is typed next is a change of its own. */
    void seal() {
        typing = -1;
    }

    void clear() {
        before.clear();
        after.clear();
        typing = -1;
    }

    /** Other questions are asked: nothing is left of those before. */
    void begin(Paper paper) {
        clear();
        help.clear();
        help(paper);
    }

    /** The help on a sheet was taken here. */
    void help(Paper paper) {
        help.merge(paper.whose(), paper, (earlier, now) -> now.helped(earlier));
    }

    /** A sheet with the help that its owner took here. */
    Paper helped(Paper paper) {
        return Optional.ofNullable(help.get(paper.whose())).map(paper::helped).orElse(paper);
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    Stood undo(Stood now) {
        return turn(now, before, after);
    }

    Stood redo(Stood now) {
        return turn(now, after, before);
    }

    private Stood turn(Stood now, Deque<Turn> from, Deque<Turn> to) {
        to.push(new Turn(now, sheet));
        typing = -1;
        Turn turn = from.pop();
        Stood then = turn.stood();
        if (turn.sheet() == sheet) {
            return new Stood(now.paper().written(then.paper()), now.file(), false);
        }
        sheet = turn.sheet();
        Paper paper = helped(then.paper());
        return new Stood(paper, then.file(), then.saved() && paper.equals(then.paper()));
    }
}
