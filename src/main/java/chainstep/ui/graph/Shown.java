package chainstep.ui.graph;

/**
 * An array in a box.
 *
 * @param node that holds it
 * @param known how many of its numbers are known at the cursor, from the first on
 * @param element the one that is computed now or was picked, or −1
 */
record Shown(int node, Figures figures, int known, int element) {
    boolean isKnown() {
        return known > 0;
    }
}
