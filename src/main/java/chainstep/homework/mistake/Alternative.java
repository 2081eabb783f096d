package chainstep.homework.mistake;

import java.util.List;

/**
 * An answer as one mistake makes it.
 *
 * @param changes of one mistake; the nearest to the answer first
 * @param node what it yields in place of the answer
 * @param cost how far it is from the simplest
 */
record Alternative(List<Change> changes, int node, int cost) {
    Alternative {
        changes = List.copyOf(changes);
    }

    Mistake mistake() {
        return changes.get(0).mistake();
    }

    Change nearest() {
        return changes.get(0);
    }
}
