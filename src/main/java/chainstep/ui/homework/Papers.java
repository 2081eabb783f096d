package chainstep.ui.homework;

import java.util.ArrayDeque;
import java.util.Deque;

/** The texts that stood on a sheet before, to be taken back and given again. Typing in one field is one change. */
final class Papers {
    private final Deque<Paper> before = new ArrayDeque<>();
    private final Deque<Paper> after = new ArrayDeque<>();
    /** The question being typed in, or −1. */
    private int typing = -1;

    /** The sheet is about to be changed by typing at a question. */
    void type(int question, Paper now) {
        if (question != typing) {
            change(now);
            typing = question;
        }
        after.clear();
    }

    /** The sheet is about to be changed otherwise. */
    void change(Paper now) {
        before.push(now);
        after.clear();
        typing = -1;
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

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    Paper undo(Paper now) {
        after.push(now);
        typing = -1;
        return now.written(before.pop());
    }

    Paper redo(Paper now) {
        before.push(now);
        typing = -1;
        return now.written(after.pop());
    }
}
