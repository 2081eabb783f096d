package chainstep.data;

import java.util.Arrays;

/**
 * A data set in three parts that share no row: to train on, to choose by, to test with.
 *
 * <p>Percentages are [train, validation, test] or [train, test]; the parts end at {@code ⌊count·(sum so far)/100⌋}, so every row
 * is in exactly one. A part with 0 % has no rows.
 */
public record Split(Dataset train, Dataset validation, Dataset test) {
    /** The key of the stream a split draws from: below every epoch's. */
    private static final long KEY = -2;

    /**
     * The parts in file order.
     *
     * @throws DataException {@code split.percent} unless two or three numbers ≥ 0 sum to 100, the first above 0;
     *     {@code split.small} if a part above 0 % would get no row
     */
    public static Split inOrder(Dataset whole, int... percent) {
        return cut(whole, Order.ascending(0, whole.count()), percent);
    }

    /**
     * The parts of the rows shuffled with this seed.
     *
     * @throws DataException as {@link #inOrder}
     */
    public static Split shuffled(Dataset whole, long seed, int... percent) {
        return cut(whole, Lcg.keyed(seed, KEY).permutation(whole.count()), percent);
    }

    private static Split cut(Dataset whole, int[] order, int[] percent) {
        check(percent);
        int[] three = percent.length == 3 ? percent : new int[] {percent[0], 0, percent[1]};
        Dataset[] parts = new Dataset[3];
        int sum = 0;
        int from = 0;
        for (int i = 0; i < 3; i++) {
            sum += three[i];
            int until = (int) ((long) order.length * sum / 100);
            if (three[i] > 0 && until == from) {
                throw new DataException("split.small", Place.NOWHERE, order.length, three[i]);
            }
            parts[i] = whole.select(Arrays.copyOfRange(order, from, until));
            from = until;
        }
        return new Split(parts[0], parts[1], parts[2]);
    }

    private static void check(int[] percent) {
        boolean fits = (percent.length == 2 || percent.length == 3)
                && Arrays.stream(percent).allMatch(p -> p >= 0 && p <= 100)
                && Arrays.stream(percent).sum() == 100
                && percent[0] > 0;
        if (!fits) {
            throw new DataException("split.percent", Place.NOWHERE, Arrays.toString(percent));
        }
    }
}
