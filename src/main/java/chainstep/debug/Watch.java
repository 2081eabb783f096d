package chainstep.debug;

import chainstep.math.Tensor;

/**
 * A quantity whose value is shown wherever the cursor stands.
 *
 * @param id its number, from 1
 */
public record Watch(int id, Measure measure) {
    /** What can be seen of a quantity at a step. */
    public sealed interface Sight {}

    /** Its value. */
    public record Known(Tensor value) implements Sight {}

    /** It is not computed yet; it will be once {@code node} is. */
    public record NotYet(int node) implements Sight {}

    /** A watch and what it sees. */
    public record Seen(Watch watch, Sight sight) {}
}
