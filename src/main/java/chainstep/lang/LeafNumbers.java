package chainstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers of a vector or a matrix as they are written, {@code [[0.1, 0.2], [0.3, 0.4]]}, or drawn, {@code xavier(2, 2, seed=0)};
 * of another shape as few of them as possible are others.
 *
 * @param rows the texts of the numbers; empty where they are drawn
 * @param head what draws them
 * @param tail what stands behind the shape
 * @param height of a vector its size
 * @param width 0 for a vector
 */
record LeafNumbers(List<List<String>> rows, String head, String tail, int height, int width) {
    private static final Pattern SEED = Pattern.compile("(.*\\bseed\\s*=\\s*)(\\d{1,9})(.*)", Pattern.DOTALL);
    /** No array has more in a row, as far as this changes it. */
    private static final int MOST = 9_999;

    LeafNumbers {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static Optional<LeafNumbers> of(Source source, Syntax.Expression value) {
        if (value instanceof Syntax.Call call && Leaves.INITIALISERS.contains(call.name())) {
            return drawn(source, call);
        } else if (value instanceof Syntax.ListOf list) {
            return isVector(list)
                    ? Optional.of(of(List.of(numbers(source, list)), 0))
                    : matrix(source, list.elements());
        }
        return Optional.empty();
    }

    private static LeafNumbers of(List<List<String>> rows, int width) {
        return new LeafNumbers(rows, "", "", width == 0 ? rows.get(0).size() : rows.size(), width);
    }

    private static Optional<LeafNumbers> matrix(Source source, List<Syntax.Expression> lists) {
        List<List<String>> rows = lists.stream()
                .filter(row -> row instanceof Syntax.ListOf list && isVector(list))
                .map(row -> numbers(source, (Syntax.ListOf) row))
                .toList();
        boolean even = !rows.isEmpty()
                && rows.size() == lists.size()
                && rows.stream().allMatch(row -> row.size() == rows.get(0).size());
        return even ? Optional.of(of(rows, rows.get(0).size())) : Optional.empty();
    }

    private static Optional<LeafNumbers> drawn(Source source, Syntax.Call call) {
        List<Syntax.Expression> written = call.positional();
        List<Syntax.Expression> extents =
                written.size() == 1 && written.get(0) instanceof Syntax.TupleOf tuple ? tuple.elements() : written;
        boolean known = !extents.isEmpty()
                && extents.size() <= 2
                && extents.stream()
                        .allMatch(extent -> extent instanceof Syntax.Number number
                                && number.text().matches("[1-9]\\d{0,3}"));
        if (!known) {
            return Optional.empty();
        }
        Span first = extents.get(0).span();
        Span last = extents.get(extents.size() - 1).span();
        Span whole = call.span();
        String head = source.text(new Span(whole.line(), whole.column(), first.line(), first.column()));
        String tail = source.text(new Span(last.endLine(), last.endColumn(), whole.endLine(), whole.endColumn()));
        int width = extents.size() < 2 ? 0 : extent(extents.get(1));
        return Optional.of(new LeafNumbers(List.of(), head, tail, extent(extents.get(0)), width));
    }

    private static int extent(Syntax.Expression extent) {
        return Integer.parseInt(((Syntax.Number) extent).text());
    }

    private static boolean isVector(Syntax.ListOf list) {
        return !list.elements().isEmpty()
                && list.elements().size() <= MOST
                && list.elements().stream()
                        .allMatch(number -> number instanceof Syntax.Number
                                || number instanceof Syntax.Unary unary && unary.operand() instanceof Syntax.Number);
    }

    private static List<String> numbers(Source source, Syntax.ListOf list) {
        return list.elements().stream()
                .map(number -> source.text(number.span()))
                .toList();
    }

    /** Zero, to be given a size. */
    static LeafNumbers zero() {
        return new LeafNumbers(List.of(List.of("0")), "", "", 1, 0);
    }

    /** What they are drawn from, where it is said. */
    OptionalLong seed() {
        Matcher seed = SEED.matcher(tail);
        return seed.matches() ? OptionalLong.of(Long.parseLong(seed.group(2))) : OptionalLong.empty();
    }

    /** Drawn from another seed, where one is said. */
    LeafNumbers seeded(long seed) {
        return new LeafNumbers(rows, head, SEED.matcher(tail).replaceFirst("$1" + seed + "$3"), height, width);
    }

    /** A vector of another size, zeros added. */
    LeafNumbers padded(int size) {
        if (isDrawn()) {
            return sized(size, 0);
        }
        List<String> numbers = IntStream.range(0, size)
                .mapToObj(at -> at < height ? rows.get(0).get(at) : "0")
                .toList();
        return new LeafNumbers(List.of(numbers), head, tail, size, 0);
    }

    boolean isDrawn() {
        return rows.isEmpty();
    }

    /** The same in another size: numbers are left out at the end, or others added there. */
    LeafNumbers sized(int newHeight, int newWidth) {
        if (isDrawn()) {
            return new LeafNumbers(rows, head, tail, newHeight, newWidth);
        } else if (newWidth == 0) {
            return new LeafNumbers(List.of(fitted(rows.get(0), newHeight, 0)), head, tail, newHeight, 0);
        }
        List<List<String>> fitted = new ArrayList<>();
        for (int row = 0; row < newHeight; row++) {
            fitted.add(fitted(row < rows.size() ? rows.get(row) : List.of(), newWidth, row));
        }
        return new LeafNumbers(fitted, head, tail, newHeight, newWidth);
    }

    /** New numbers are small, and no two beside each other alike, so that no two units stay the same for ever. */
    private static List<String> fitted(List<String> numbers, int size, int row) {
        return IntStream.range(0, size)
                .mapToObj(at -> at < numbers.size()
                        ? numbers.get(at)
                        : String.format(Locale.ROOT, "0.%02d", (10 + 7 * at + 15 * row) % 90 + 5))
                .toList();
    }

    String text() {
        if (isDrawn()) {
            return head + height + (width == 0 ? "" : ", " + width) + tail;
        }
        String lists =
                rows.stream().map(row -> "[" + String.join(", ", row) + "]").collect(Collectors.joining(", "));
        return width == 0 ? lists : "[" + lists + "]";
    }
}
