package chainstep.explain;

import java.util.List;

/**
 * The gradient of one number as a table of the edges it is the sum over, ready to be set.
 *
 * @param gradient how it is called
 * @param heading in words: over what it is the sum
 * @param head of the columns edge, local, upstream and product
 * @param rows the edges, in program order
 * @param omitted how many edges are not among the rows, though in the total
 * @param total the gradient
 */
public record EdgeTable(Form gradient, Form heading, List<Form> head, List<Row> rows, long omitted, Form total) {
    public EdgeTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /**
     * One edge.
     *
     * @param from the number differentiated by
     * @param to the number that the edge leads to
     * @param local how its local derivative is written; empty where that is only a number
     * @param factor the local derivative
     * @param upstream how the gradient coming in there is called
     * @param incoming the gradient coming in
     * @param product of the two
     * @param why it gives nothing, or next to nothing; empty where it gives something
     * @param comes where the gradient coming in is held
     */
    public record Row(
            Form from,
            Form to,
            Form local,
            Form factor,
            Form upstream,
            Form incoming,
            Form product,
            Form why,
            Held comes) {}
}
