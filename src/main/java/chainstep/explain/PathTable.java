package chainstep.explain;

import java.util.List;
import java.util.Optional;

/**
 * Every way by which one number reaches the value differentiated, ready to be set.
 *
 * @param gradient how their sum is called
 * @param heading how many ways there are, in words
 * @param rows the greatest by magnitude, greatest first; last, where there are more, one for the rest
 * @param total the gradient
 * @param missing what no way leads through, in words; empty where there is no such thing
 */
public record PathTable(Form gradient, Form heading, List<Row> rows, Form total, Form missing) {
    public PathTable {
        rows = List.copyOf(rows);
    }

    /**
     * One way.
     *
     * @param symbols its local derivatives, from the end back; for the rest of the ways words
     * @param factors the same as numbers; empty for the rest of the ways
     * @param product of them
     * @param why it gives nothing; empty where it gives something
     * @param comes where the gradient that comes in over its last edge is held; empty for the rest of the ways
     */
    public record Row(Form symbols, Form factors, Form product, Form why, Optional<Held> comes) {
        /** Whether it stands for all ways that are not listed. */
        public boolean isRest() {
            return comes.isEmpty();
        }
    }
}
