package chainstep.ui;

/**
 * Where lines went in an edit that changed one stretch of a text: those before it stay, those after it move along.
 *
 * @param head how many lines are the same at the start
 * @param tail how many lines of the old text are the same at the end
 * @param moved by how much these have moved
 */
record LineShift(int head, int tail, int last, int moved) {
    static LineShift between(String before, String after) {
        String[] old = before.split("\\R", -1);
        String[] now = after.split("\\R", -1);
        int most = Math.min(old.length, now.length);
        int head = 0;
        while (head < most && old[head].equals(now[head])) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old[old.length - 1 - tail].equals(now[now.length - 1 - tail])) {
            tail++;
        }
        return new LineShift(head, tail, old.length, now.length - old.length);
    }

    /** The number that a line has now; one in the changed stretch keeps its own. */
    int line(int number) {
        return number > Math.max(head, last - tail) ? number + moved : number;
    }

    /** The same, but 0 for one in a changed stretch that has more or fewer lines now: which it is, nobody knows. */
    int sure(int number) {
        boolean changed = number > head && number <= last - tail;
        return changed && moved != 0 ? 0 : line(number);
    }
}
