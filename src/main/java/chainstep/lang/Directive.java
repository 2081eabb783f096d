package chainstep.lang;

import chainstep.math.Digits;
import chainstep.math.Shape;
import chainstep.op.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A line that says something about the model instead of computing. */
public sealed interface Directive {
    Span span();

    /**
     * {@code expect(quantity, value)}: the file's own test.
     *
     * @param values the numbers as written, row-major
     * @param extents the extents they were written in: none for a single number
     * @param digits how many significant digits are meant, where {@code digits=} says so
     * @param at the iteration asked of
     */
    record Expect(
            Quantity quantity, List<Digits> values, List<Integer> extents, Optional<Integer> digits, long at, Span span)
            implements Directive {
        public Expect {
            values = List.copyOf(values);
            extents = List.copyOf(extents);
        }
    }

    /** {@code ask(quantity, marks=, say=)}: a homework question. */
    record Ask(Quantity quantity, int marks, Optional<Integer> digits, String say, Span span) implements Directive {}

    /** {@code breakpoint(quantity)}. */
    record BreakAt(Quantity quantity, Span span) implements Directive {}

    /** {@code breakpoint(when="…")}. */
    record BreakWhen(Quantity condition, Span span) implements Directive {}

    /** {@code label(W2, "w5 w6; w7 w8")}: names for the elements of a value, row-major. */
    record Label(int node, List<String> names, Span span) implements Directive {
        public Label {
            names = List.copyOf(names);
        }

        /** The slice of a value of this shape that takes the element of this name. */
        Slice part(Shape shape, String name) {
            int[] index = shape.index(names.indexOf(name));
            return new Slice(
                    Arrays.stream(index).<Slice.Pick>mapToObj(Slice.At::new).toList());
        }
    }

    record Title(String text, Span span) implements Directive {}

    record Note(String text, Span span) implements Directive {}

    record Train(TrainSettings settings, Span span) implements Directive {}
}
