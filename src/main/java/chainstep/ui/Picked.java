package chainstep.ui;

/**
 * What the user pointed at: a value, or one number of it.
 *
 * @param node of the program
 * @param element its flat place, or −1 for the whole value
 */
public record Picked(int node, int element) {
    public static Picked whole(int node) {
        return new Picked(node, -1);
    }

    public boolean isWhole() {
        return element < 0;
    }
}
