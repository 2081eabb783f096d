package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Letters;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Fn;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down an operation that works in stages, nest after nest, each making an array. Mutable, for one operation. */
final class Stages {
    private final List<Shape> inputs;
    private final List<Shape> made = new ArrayList<>();
    private final List<Nest> nests = new ArrayList<>();
    private final Map<Integer, String> arrays = new HashMap<>();
    private final Map<Rational, String> constants = new HashMap<>();

    Stages(List<Shape> inputs) {
        this.inputs = inputs;
    }

    /** The loops over an array whose axes are either inside a group, or tell groups apart. */
    record Rows(Shape shape, Shape groups, IndexMap group) {
        /** Reads an array of the whole shape. */
        Nest.Read whole(int array) {
            return new Nest.Read(array, IndexMap.identity(shape.rank()));
        }

        /** Reads an array with one number for each group. */
        Nest.Read spread(int array) {
            return new Nest.Read(array, group);
        }
    }

    /** Says what people call an array made, and returns it. */
    int called(String letter, int array) {
        arrays.put(array, letter);
        return array;
    }

    /** Says what people call a constant. */
    void constant(String letter, Rational value) {
        constants.put(value, letter);
    }

    /** Groups along one axis, or along several. */
    Rows rows(Op op, Shape shape, Integer... axes) {
        Axes along = new Axes(List.of(axes), false);
        return new Rows(shape, along.reduced(op, shape), along.target(op, shape));
    }

    /** A number for each group: the sum of {@code body}. */
    int sum(Rows rows, Formula body, Nest.Read... reads) {
        int out = make(rows.groups());
        nests.add(Nest.sum(Nest.domainOf(rows.shape()), out, rows.group(), List.of(reads), body));
        return out;
    }

    /** A number for each group: the greatest of array {@code of}. */
    int greatest(Rows rows, int of) {
        int winner = make(rows.groups());
        int out = make(rows.groups());
        nests.add(Nest.max(
                Nest.domainOf(rows.shape()), out, rows.group(), List.of(rows.whole(of)), Formula.input(0), winner));
        return out;
    }

    /** A number for each element. */
    int each(Rows rows, Formula body, Nest.Read... reads) {
        int out = make(rows.shape());
        IndexMap same = IndexMap.identity(rows.shape().rank());
        nests.add(Nest.sum(Nest.domainOf(rows.shape()), out, same, List.of(reads), body));
        return out;
    }

    /** A number for each group, from numbers of groups. */
    int eachGroup(Rows rows, Formula body, Nest.Read... reads) {
        int out = make(rows.groups());
        IndexMap same = IndexMap.identity(rows.groups().rank());
        nests.add(Nest.sum(Nest.domainOf(rows.groups()), out, same, List.of(reads), body));
        return out;
    }

    /** e to each element of array {@code of}, less the greatest of its group. */
    int exponentials(Rows rows, int of) {
        Formula less = Formula.subtract(Formula.input(0), Formula.input(1));
        return each(rows, Formula.apply(Fn.EXP, less), rows.whole(of), rows.spread(called("m", greatest(rows, of))));
    }

    /** x − m − ln Σeˣ⁻ᵐ of array {@code of}, m the greatest of a group. */
    int logSoftmax(Rows rows, int of) {
        Formula x = Formula.input(0);
        int greatest = called("m", greatest(rows, of));
        Formula less = Formula.subtract(x, Formula.input(1));
        int sum = called("s", sum(rows, Formula.apply(Fn.EXP, less), rows.whole(of), rows.spread(greatest)));
        Formula body = Formula.subtract(less, Formula.apply(Fn.LOG, Formula.input(2)));
        return each(rows, body, rows.whole(of), rows.spread(greatest), rows.spread(sum));
    }

    /** A nest of another form. */
    int fold(Shape out, IndexMap target, Rows rows, Formula body, Nest.Read... reads) {
        int array = make(out);
        nests.add(Nest.sum(Nest.domainOf(rows.shape()), array, target, List.of(reads), body));
        return array;
    }

    private int make(Shape shape) {
        made.add(shape);
        return inputs.size() + made.size() - 1;
    }

    /** What was written; the array made last is the result. */
    Nests nests() {
        return new Nests(inputs, made, nests, new Letters(arrays, constants));
    }
}
