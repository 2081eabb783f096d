package chainstep.homework.mark;

import chainstep.graph.Leaf;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.math.Rational;
import chainstep.math.RationalArithmetic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exact answers as fractions, where the network has them: all its leaves written as decimals or fractions, and no operation on
 * the way that leaves the rational numbers.
 */
final class Fractions {
    /** Larger operations are left to float64. */
    private static final long MOST_POINTS = 20_000;

    /** Fractions with more bits than this are no longer what anyone works with by hand. */
    private static final int MOST_BITS = 2_000;

    /** A float64 with so few bits behind the point was meant as it stands. */
    private static final int FEW_BITS = 20;

    private final Program program;
    private final long iteration;
    private final Map<Integer, List<Rational>> known = new HashMap<>();

    Fractions(Worked worked) {
        this.program = worked.program();
        this.iteration = worked.trace().iteration();
        BitSet needed = new BitSet();
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            worked.places(question).forEach(place -> needed.set(place.node()));
        }
        for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
        needed.stream().forEach(id -> exact(program.node(id)).ifPresent(values -> known.put(id, values)));
    }

    /** The exact value at a place. */
    Optional<Rational> at(Place place) {
        return Optional.ofNullable(known.get(place.node())).map(values -> values.get(place.element()));
    }

    private Optional<List<Rational>> exact(Node node) {
        if (node.op() instanceof Leaf leaf) {
            return given(leaf);
        }
        Nests nests = node.op().nests(program.operandShapes(node));
        boolean small = nests.list().stream().mapToLong(nest -> nest.points()).sum() <= MOST_POINTS;
        return small && known.keySet().containsAll(node.inputs()) ? computed(node, nests) : Optional.empty();
    }

    private Optional<List<Rational>> computed(Node node, Nests nests) {
        try {
            List<List<Rational>> operands =
                    node.inputs().stream().map(known::get).toList();
            List<Rational> values = new NestInterpreter<>(new RationalArithmetic()).run(nests, operands);
            return values.stream().allMatch(Fractions::isShort) ? Optional.of(values) : Optional.empty();
        } catch (ArithmeticException inexact) {
            return Optional.empty();
        }
    }

    private Optional<List<Rational>> given(Leaf leaf) {
        int size = leaf.supply().shape().size();
        double[] values = new double[size];
        leaf.supply().fill(iteration, values);
        List<Rational> exact = new ArrayList<>();
        for (int element = 0; size <= MOST_POINTS && element < size; element++) {
            if (!Double.isFinite(values[element])) {
                return Optional.empty();
            }
            Rational written = leaf.supply().exact(element, iteration);
            boolean meant = !written.equals(Rational.of(values[element]))
                    || written.denominator().bitLength() <= FEW_BITS;
            if (!meant) {
                return Optional.empty();
            }
            exact.add(written);
        }
        return exact.size() == size ? Optional.of(exact) : Optional.empty();
    }

    private static boolean isShort(Rational value) {
        return value.numerator().bitLength() <= MOST_BITS && value.denominator().bitLength() <= MOST_BITS;
    }
}
