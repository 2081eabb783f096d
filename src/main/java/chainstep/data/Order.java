package chainstep.data;

/** Lists of row numbers. */
final class Order {
    private Order() {}

    /** from, from + 1, .., until − 1. */
    static int[] ascending(int from, int until) {
        int[] order = new int[until - from];
        for (int i = 0; i < order.length; i++) {
            order[i] = from + i;
        }
        return order;
    }
}
