package chainstep.graph;

import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What one element of a result is folded from: the points of the loops that write it, each with the numbers it read.
 *
 * <p>For z₁ = W₁₁·x₁ + W₁₂·x₂ there are two, W₁₁·x₁ and W₁₂·x₂; for an elementwise operation one; for a maximum one
 * for each candidate.
 *
 * @param count how many there are in all
 * @param list the first of them, in the order they are folded
 */
public record Addends(long count, List<Addend> list) {
    public Addends {
        list = List.copyOf(list);
    }

    /**
     * One point of the loops that write an element.
     *
     * @param nest the loops it is a point of; its body says how {@code value} comes from {@code reads}
     * @param position where in the loops' domain, linearly: what a maximum records as its winner
     * @param reads what was read, in the order of the nest's reads
     * @param value the number added, or the candidate for the maximum
     * @param counts false for a candidate that did not win
     */
    public record Addend(Nest nest, long position, List<Fetched> reads, double value, boolean counts) {
        public Addend {
            reads = List.copyOf(reads);
        }
    }

    /**
     * One number read.
     *
     * @param array the operand's number, or that of an array the operation made on the way
     * @param element its flat place, or −1 for the zero outside the array
     */
    public record Fetched(int array, int element, double value) {}

    /**
     * The addends of one element of the result.
     *
     * @param inputs the operands' values: {@code (k, e) -> trace.get(node.inputs().get(k), e)}
     * @param element the flat place in the result
     * @param most how many to list; the rest are only counted
     */
    public static Addends of(Op op, List<Shape> shapes, Reading inputs, int element, int most) {
        Nests nests = op.nests(shapes);
        Elements elements = new Elements(nests, inputs);
        int[] index = nests.shapeOf(nests.result()).index(element);
        List<Addend> list = new ArrayList<>();
        long count = 0;
        for (Nest nest : nests.list()) {
            if (nest.out() == nests.result()) {
                count += Points.count(nest.domain(), nest.target(), index);
                Points.touchingWhile(nest.domain(), nest.target(), index, point -> {
                    boolean room = list.size() < most;
                    if (room) {
                        list.add(addend(elements, nest, element, point));
                    }
                    return room;
                });
            }
        }
        return new Addends(count, list);
    }

    private static Addend addend(Elements elements, Nest nest, int element, int[] point) {
        long position = Elements.position(nest.linear(), point);
        List<Fetched> reads = nest.reads().stream()
                .map(read -> {
                    Shape shape = elements.nests().shapeOf(read.array());
                    return new Fetched(
                            read.array(), Points.element(read.map(), shape, point), elements.read(read, point));
                })
                .toList();
        boolean counts = nest.fold() == Nest.Fold.SUM || elements.get(nest.winner(), element) == position;
        return new Addend(nest, position, reads, elements.evaluate(nest, nest.body(), point), counts);
    }
}
