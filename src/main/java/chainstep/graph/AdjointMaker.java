package chainstep.graph;

import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the nests of an {@link Adjoint}: reverse mode over the nests of one operation.
 *
 * <p>While it works, arrays are numbered: 0 the upstream gradient, then the inputs, the result, the arrays made on the
 * way (the result's number serves for itself), the gradients of those arrays, and last the gradient asked for. In the
 * end only what the answer needs is kept and renumbered.
 */
final class AdjointMaker {
    private static final int UPSTREAM = 0;

    /** Formulas grow from derivative to derivative; one of this size is refused. */
    private static final int LONGEST = 2000;

    private final Op op;
    private final int input;
    private final Nests forward;
    private final int inputs;
    private final List<Nest> reversed = new ArrayList<>();
    private final BitSet carrying;
    /** The arrays that the result depends on smoothly, as far as the nests have been gone through. */
    private final BitSet reached = new BitSet();

    AdjointMaker(Op op, int input, List<Shape> shapes) {
        this.op = op;
        this.input = input;
        this.forward = op.nests(shapes);
        this.inputs = shapes.size();
        this.carrying = carrying();
        reached.set(forward.result());
    }

    /** The arrays of the forward nests that depend on the input, itself included. */
    private BitSet carrying() {
        BitSet found = new BitSet();
        found.set(input);
        for (Nest nest : forward.list()) {
            for (Nest.Read read : nest.reads()) {
                if (found.get(read.array())) {
                    found.set(nest.out());
                }
            }
        }
        return found;
    }

    Pullback pullback() {
        List<Nest> all = new ArrayList<>();
        for (Nest nest : forward.list()) {
            if (nest.out() != forward.result() || nest.fold() == Nest.Fold.MAX) {
                all.add(recomputed(nest));
            }
        }
        List<Nest> backwards = new ArrayList<>(forward.list());
        Collections.reverse(backwards);
        backwards.forEach(this::differentiate);
        all.addAll(reversed);
        return compact(all);
    }

    private int value(int array) {
        return array + 1;
    }

    private int made() {
        return forward.made().size();
    }

    /** The number of an array's gradient. */
    private int gradient(int array) {
        if (array == forward.result()) {
            return UPSTREAM;
        }
        return array == input ? answer() : 1 + inputs + made() + (array - inputs);
    }

    private int answer() {
        return 1 + inputs + 2 * made();
    }

    private Shape shapeOf(int number) {
        if (number == UPSTREAM) {
            return forward.shapeOf(forward.result());
        } else if (number == answer()) {
            return forward.shapeOf(input);
        } else if (number <= inputs + made()) {
            return forward.shapeOf(number - 1);
        }
        return forward.shapeOf(number - 1 - made());
    }

    /** A forward nest run again; a maximum that is the result goes to a spare array, for the sake of its winners. */
    private Nest recomputed(Nest nest) {
        List<Nest.Read> reads = nest.reads().stream()
                .map(read -> new Nest.Read(value(read.array()), read.map()))
                .toList();
        int out = nest.out() == forward.result() ? 1 + made() + nest.out() : value(nest.out());
        int winner = nest.winner() < 0 ? -1 : value(nest.winner());
        return new Nest(nest.domain(), out, nest.target(), reads, nest.body(), nest.fold(), winner);
    }

    private void differentiate(Nest nest) {
        if (!carrying.get(nest.out()) || !reached.get(nest.out())) {
            return;
        }
        for (int k = 0; k < nest.reads().size(); k++) {
            Nest.Read read = nest.reads().get(k);
            if (carrying.get(read.array())) {
                Formula local = derivative(nest.body(), k);
                if (!local.equals(Formula.ZERO)) {
                    reversed.add(term(nest, read, local));
                    reached.set(read.array());
                }
            }
        }
    }

    private Formula derivative(Formula body, int read) {
        Formula local = Derivative.of(body, read);
        if (local.size(LONGEST) == LONGEST) {
            int order = 1;
            Op base = op;
            while (base instanceof Adjoint adjoint) {
                base = adjoint.of();
                order++;
            }
            throw new OperandException("derivative.large", base.name(), order);
        }
        return local;
    }

    /** {@code gradient(read) += upstream · local}, over the same loops. */
    private Nest term(Nest nest, Nest.Read by, Formula local) {
        List<Nest.Read> reads = new ArrayList<>();
        for (Nest.Read read : nest.reads()) {
            reads.add(new Nest.Read(value(read.array()), read.map()));
        }
        Formula factor = local;
        if (nest.isElementwise() && isOnlyWriter(nest) && isWorthReading(nest.body())) {
            factor = local.replace(nest.body(), Formula.input(reads.size()));
            reads.add(new Nest.Read(value(nest.out()), nest.target()));
        }
        Formula upstream = Formula.input(reads.size());
        reads.add(new Nest.Read(gradient(nest.out()), nest.target()));
        Formula body = Formula.multiply(upstream, factor);
        if (nest.fold() == Nest.Fold.MAX) {
            Formula winner = Formula.input(reads.size());
            reads.add(new Nest.Read(value(nest.winner()), nest.target()));
            Formula won = Formula.compare(Formula.Comparison.EQUAL, winner, new Formula.Position(nest.linear()));
            body = Formula.select(won, body, Formula.ZERO);
        }
        return withUsedReads(nest, gradient(by.array()), by.map(), reads, body);
    }

    /** Whether a derivative is better written with the result; a quotient's is −a/b². */
    private static boolean isWorthReading(Formula body) {
        return !(body instanceof Formula.Input) && !(body instanceof Formula.Divide);
    }

    private boolean isOnlyWriter(Nest nest) {
        for (Nest other : forward.list()) {
            if (other != nest && other.out() == nest.out()) {
                return false;
            }
        }
        return true;
    }

    private static Nest withUsedReads(Nest nest, int out, IndexMap target, List<Nest.Read> reads, Formula body) {
        int[] renumbered = new int[reads.size()];
        List<Nest.Read> used = new ArrayList<>();
        for (int k = 0; k < reads.size(); k++) {
            if (body.reads(k)) {
                renumbered[k] = used.size();
                used.add(reads.get(k));
            }
        }
        return Nest.sum(nest.domain(), out, target, used, body.renumber(renumbered));
    }

    /** Keeps the nests the answer needs, and renumbers: operands first, then arrays made, the answer last. */
    private Pullback compact(List<Nest> all) {
        BitSet needed = new BitSet();
        needed.set(answer());
        List<Nest> kept = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Nest nest = all.get(i);
            if (needed.get(nest.out()) || nest.winner() >= 0 && needed.get(nest.winner())) {
                nest.reads().forEach(read -> needed.set(read.array()));
                needed.set(nest.out());
                if (nest.winner() >= 0) {
                    needed.set(nest.winner());
                }
                kept.add(0, nest);
            }
        }
        return renumber(kept, needed);
    }

    private Pullback renumber(List<Nest> kept, BitSet needed) {
        int[] to = new int[answer() + 1];
        Arrays.fill(to, -1);
        List<Pullback.Operand> operands = new ArrayList<>();
        List<Shape> inputShapes = new ArrayList<>();
        List<Shape> madeShapes = new ArrayList<>();
        int resultNumber = value(forward.result());
        for (int number = needed.nextSetBit(0); number >= 0; number = needed.nextSetBit(number + 1)) {
            if (number <= inputs || number == resultNumber) {
                operands.add(operand(number, resultNumber));
                inputShapes.add(shapeOf(number));
            }
        }
        int operandCount = 0;
        int madeCount = operands.size();
        for (int number = needed.nextSetBit(0); number >= 0; number = needed.nextSetBit(number + 1)) {
            boolean isOperand = number <= inputs || number == resultNumber;
            to[number] = isOperand ? operandCount++ : madeCount++;
            if (!isOperand) {
                madeShapes.add(shapeOf(number));
            }
        }
        List<Nest> nests = new ArrayList<>();
        kept.forEach(nest -> nests.add(renumbered(nest, to)));
        Nests made = new Nests(inputShapes, madeShapes, nests, letters(to, operands.size()));
        return new Pullback(new Adjoint(op, input, made), operands);
    }

    /** What is made on the way keeps its letter. */
    private Letters letters(int[] to, int operands) {
        Map<Integer, String> arrays = new HashMap<>();
        forward.letters().arrays().forEach((array, letter) -> {
            if (to[value(array)] >= operands) {
                arrays.put(to[value(array)], letter);
            }
        });
        return new Letters(arrays, forward.letters().constants());
    }

    private static Pullback.Operand operand(int number, int resultNumber) {
        if (number == UPSTREAM) {
            return Pullback.UPSTREAM;
        }
        return number == resultNumber ? Pullback.RESULT : Pullback.input(number - 1);
    }

    private static Nest renumbered(Nest nest, int[] to) {
        List<Nest.Read> reads = new ArrayList<>();
        nest.reads().forEach(read -> reads.add(new Nest.Read(to[read.array()], read.map())));
        int winner = nest.winner() < 0 ? -1 : to[nest.winner()];
        return new Nest(nest.domain(), to[nest.out()], nest.target(), reads, nest.body(), nest.fold(), winner);
    }
}
