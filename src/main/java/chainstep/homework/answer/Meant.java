package chainstep.homework.answer;

import chainstep.lang.Model;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a quantity names, where it names a value of the model or a part of it: the same however it is written.
 *
 * @param node the value; of a derivative, the value by which
 * @param index of the element, from zero; of fewer axes than the value has, of a part; empty for the whole
 * @param of of a derivative of something else than the loss, of what
 */
record Meant(Kind kind, int node, List<Integer> index, Optional<Meant> of) {
    /** What is asked of the value. */
    enum Kind {
        VALUE,
        /** The gradient of the loss, or of what {@link Meant#of} says, by it. */
        GRADIENT,
        /** The parameter after the update. */
        UPDATED,
        /** The value recomputed with the updated parameters. */
        AFTER,
        LOCAL
    }

    Meant {
        index = List.copyOf(index);
    }

    static Meant value(int node, List<Integer> index) {
        return new Meant(Kind.VALUE, node, index, Optional.empty());
    }

    Meant as(Kind other) {
        return new Meant(other, node, index, of);
    }

    Meant of(Meant what) {
        return new Meant(kind, node, index, Optional.of(what));
    }

    Meant at(List<Integer> place) {
        return new Meant(kind, node, place, of);
    }

    /** Whether it names a part of what another names, or the same. */
    boolean isWithin(Meant whole) {
        return kind == whole.kind
                && node == whole.node
                && of.equals(whole.of)
                && index.size() >= whole.index.size()
                && index.subList(0, whole.index.size()).equals(whole.index);
    }

    /** Which element, row-major, of what another names: it is {@link #isWithin} that, and one number. */
    int elementOf(Meant whole, Shape answer) {
        List<Integer> rest = index.subList(whole.index.size(), index.size());
        return answer.offset(rest.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The shape of the whole value. */
    Shape whole(Model model) {
        return model.program().node(node).shape();
    }

    /** The shape of the part that the index leaves. */
    Shape shape(Model model) {
        Shape whole = whole(model);
        return Shape.of(
                IntStream.range(index.size(), whole.rank()).map(whole::dim).toArray());
    }

    /** In the notation of quantities. */
    String text(Model model) {
        String place =
                index.isEmpty() ? "" : index.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        String name = BaseNames.name(model, node);
        return switch (kind) {
            case VALUE -> name + place;
            case GRADIENT ->
                of.map(what -> "grad(" + name + place + ", of=" + what.text(model) + ")")
                        .orElse("grad(" + name + ")" + place);
            case UPDATED -> "new(" + name + ")" + place;
            case AFTER -> "after(" + name + ")" + place;
            case LOCAL -> "local(" + of.orElseThrow().text(model) + ", " + name + place + ")";
        };
    }

    /** As a textbook writes it: ∂E/∂W2₁₁. */
    String shown(Model model) {
        String name = BaseNames.name(model, node) + subscripts();
        return switch (kind) {
            case VALUE -> name;
            case GRADIENT, LOCAL -> "∂" + of.map(what -> what.shown(model)).orElseGet(() -> loss(model)) + "/∂" + name;
            case UPDATED, AFTER -> name + " new";
        };
    }

    private static String loss(Model model) {
        return model.program().loss().isPresent()
                ? BaseNames.name(model, model.program().loss().getAsInt())
                : "E";
    }

    private String subscripts() {
        boolean apart = index.stream().anyMatch(at -> at >= 9);
        return index.stream()
                .map(at -> Integer.toString(at + 1)
                        .chars()
                        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(apart ? "," : ""));
    }

    /** The indices of all elements of a shape, row-major. */
    static List<List<Integer>> elements(Shape shape) {
        return IntStream.range(0, shape.size())
                .mapToObj(k -> Arrays.stream(shape.index(k)).boxed().toList())
                .toList();
    }
}
