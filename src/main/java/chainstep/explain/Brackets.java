package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Shape;
import chainstep.op.Slice;
import chainstep.op.Subscript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Reads the brackets of a part of an array as NumPy would: {@code [:2, 1]}, {@code [::-1]}, {@code [:, None]}. */
final class Brackets {
    private static final String ITEM = "(None|-?\\d+|-?\\d*:-?\\d*(:-?\\d*)?)";

    private Brackets() {}

    /** Whether they are NumPy's, and no letters for an index. */
    static boolean areRead(String brackets) {
        return brackets.matches("\\[" + ITEM + "(, *" + ITEM + ")*]");
    }

    /** Whether they hold whole numbers only, counted from the beginning. */
    static boolean areIndex(String brackets) {
        return brackets.matches("\\[\\d+(, *\\d+)*]");
    }

    /** The whole numbers in the brackets of a part. */
    static int[] index(Expression.Part part) {
        String inside = part.brackets().substring(1, part.brackets().length() - 1);
        return Arrays.stream(inside.split(", *")).mapToInt(Integer::parseInt).toArray();
    }

    /** The slice that they take of an array of a shape. */
    static Slice of(Shape whole, String brackets) {
        List<Subscript> items = new ArrayList<>();
        for (String item : brackets.substring(1, brackets.length() - 1).split(", *")) {
            items.add(item.equals("None") ? new Subscript.NewAxis() : item.contains(":") ? range(item) : index(item));
        }
        return Slice.of(whole, items);
    }

    private static Subscript index(String item) {
        return new Subscript.Index(Integer.parseInt(item));
    }

    private static Subscript range(String item) {
        List<OptionalInt> bounds = new ArrayList<>();
        for (String bound : (item.indexOf(':') == item.lastIndexOf(':') ? item + ": " : item + " ").split(":")) {
            bounds.add(bound.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(bound.strip())));
        }
        return new Subscript.Range(bounds.get(0), bounds.get(1), bounds.get(2));
    }
}
