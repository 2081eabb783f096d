package chainstep.homework.answer;

import chainstep.math.Shape;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A name with subscripts behind it, which count from one: where it may be divided, and which element is meant. */
record Subscript(String name, String digits) {
    private static final String SIGNS = "0-9₀-₉";
    private static final String MANY = "[" + SIGNS + "]+(?:[,_ ]+[" + SIGNS + "]+)*";

    /** Behind a line below, in braces or not, or written small: {@code h_1}, {@code W_{1,2}}, {@code h₁}. */
    private static final Pattern MARKED =
            Pattern.compile("(?:_\\{?(?<low>" + MANY + ")}?|(?<small>[₀-₉]+(?:[,_]?[₀-₉]+)*))");

    private static final Pattern DIGITS = Pattern.compile("[" + SIGNS + "]+$");

    /** Where a subscript is told from the name by how it is written. */
    static List<Subscript> marked(String written) {
        List<Subscript> found = new ArrayList<>();
        for (int at = 1; at < written.length(); at++) {
            Matcher mark = MARKED.matcher(written).region(at, written.length());
            boolean begins = isSmall(written, at) ? !isSmall(written, at - 1) && written.charAt(at - 1) != '_' : true;
            if (begins && mark.matches()) {
                String digits = mark.group("low") == null ? mark.group("small") : mark.group("low");
                found.add(new Subscript(written.substring(0, at), plain(digits)));
            }
        }
        return found;
    }

    private static boolean isSmall(String text, int at) {
        return text.charAt(at) >= '₀' && text.charAt(at) <= '₉';
    }

    /** Every way to take digits from the end: of {@code w211}, w21 1, w2 11 and w 211. */
    static List<Subscript> unmarked(String written) {
        Matcher digits = DIGITS.matcher(written);
        return digits.find()
                ? IntStream.range(Math.max(1, digits.start()), written.length())
                        .mapToObj(at -> new Subscript(written.substring(0, at), plain(written.substring(at))))
                        .toList()
                : List.of();
    }

    private static String plain(String digits) {
        return Normalizer.normalize(digits, Normalizer.Form.NFKC);
    }

    /** The places, from zero, that may be meant in a value of this shape; several for {@code 112} of a large matrix. */
    List<List<Integer>> places(Shape shape) {
        String[] parts = digits.split("[,_ ]+");
        List<List<Integer>> readings = new ArrayList<>();
        if (parts.length == 1) {
            divide(digits, shape.rank(), List.of(), readings);
            if (shape.rank() == 2 && (shape.dim(0) == 1 || shape.dim(1) == 1)) {
                divide(digits, 1, List.of(), readings);
            }
        } else {
            readings.add(List.of(parts).stream().map(Subscript::number).toList());
        }
        return readings.stream()
                .map(ones -> row(ones, shape))
                .filter(ones -> isWithin(ones, shape))
                .map(ones -> ones.stream().map(one -> one - 1).toList())
                .distinct()
                .toList();
    }

    /** The row, from zero, that a single number may mean in a matrix. */
    Optional<Integer> row(Shape matrix) {
        int row = digits.matches("\\d+") ? number(digits) : 0;
        return Optional.of(row - 1).filter(at -> at >= 0 && at < matrix.dim(0));
    }

    /** A single number in a matrix of one row or one column. */
    private static List<Integer> row(List<Integer> ones, Shape shape) {
        return ones.size() == 1 && shape.rank() == 2
                ? shape.dim(0) == 1 ? List.of(1, ones.get(0)) : List.of(ones.get(0), 1)
                : ones;
    }

    private static void divide(String rest, int parts, List<Integer> before, List<List<Integer>> readings) {
        for (int length = 1; length <= rest.length() && parts > 0; length++) {
            boolean last = parts == 1;
            String first = last ? rest : rest.substring(0, length);
            List<Integer> more = new ArrayList<>(before);
            more.add(number(first));
            if (last) {
                readings.add(more);
                return;
            }
            divide(rest.substring(length), parts - 1, more, readings);
        }
    }

    /** A number; 0, which is no place, for one that is too long or has a zero in front. */
    private static int number(String digits) {
        return digits.length() > 8 || digits.startsWith("0") ? 0 : Integer.parseInt(digits);
    }

    private static boolean isWithin(List<Integer> ones, Shape shape) {
        return ones.size() == shape.rank()
                && IntStream.range(0, ones.size())
                        .allMatch(axis -> ones.get(axis) >= 1 && ones.get(axis) <= shape.dim(axis));
    }
}
