package chainstep.homework.variant;

import chainstep.data.Lcg;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.lang.Model;
import chainstep.lang.NumberEdit;
import chainstep.lang.NumberEdit.Element;
import chainstep.lang.Span;
import chainstep.math.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which numbers of an assignment are data, and what may stand for each of them.
 *
 * <p>What is one for all elements of a value, such as a bias, stays one; classes stay classes: of a one-hot row another place is hot.
 */
final class Recipe {
    private static final int TRIES = 30;
    private static final int MOST_DECIMALS = 2;
    private static final Set<String> CLASSES =
            Set.of("cross_entropy", "bce", "bce_logits", "hinge", "cross_entropy_pullback");

    private final List<Lot> lots = new ArrayList<>();

    /** Numbers that are drawn together: new texts for places of the source. */
    private interface Lot {
        void draw(Lcg chance, Map<Span, String> into);

        /** Makes what was drawn a little larger or smaller. */
        void nudge(Lcg chance, Map<Span, String> drawn);

        /** How many draws there are, about. */
        double size();
    }

    Recipe(Model model) {
        Map<Integer, List<Element>> leaves = new TreeMap<>();
        NumberEdit.all(model)
                .forEach(one -> leaves.computeIfAbsent(one.node(), none -> new ArrayList<>())
                        .add(one));
        leaves.forEach((id, elements) -> add(model, model.program().node(id), elements));
    }

    /** Whether nothing can be drawn. */
    boolean isEmpty() {
        return lots.isEmpty();
    }

    /** How many different variants there are, about. */
    double size() {
        return lots.stream().mapToDouble(Lot::size).reduce(1, (a, b) -> a * b);
    }

    /** New numbers, by their places. */
    Map<Span, String> draw(Lcg chance) {
        Map<Span, String> drawn = new LinkedHashMap<>();
        lots.forEach(lot -> lot.draw(chance, drawn));
        return drawn;
    }

    /** The same numbers, each a little larger or smaller; classes stay. */
    Map<Span, String> nudged(Map<Span, String> drawn, Lcg chance) {
        Map<Span, String> nudged = new LinkedHashMap<>(drawn);
        lots.forEach(lot -> lot.nudge(chance, nudged));
        return nudged;
    }

    private static String near(String text, Lcg chance) {
        return NiceNumbers.decimal(text)
                .map(number -> NiceNumbers.near(number, chance))
                .orElse(text);
    }

    private void add(Model model, Node leaf, List<Element> elements) {
        List<String> texts =
                elements.stream().map(one -> model.source().text(one.place())).toList();
        List<Span> places = elements.stream().map(Element::place).toList();
        List<BigDecimal> numbers = texts.stream()
                .map(NiceNumbers::decimal)
                .flatMap(Optional::stream)
                .toList();
        boolean plain = numbers.size() == texts.size();
        boolean whole = plain && numbers.stream().allMatch(Recipe::isWhole);
        boolean marks = plain && numbers.stream().allMatch(number -> isWhole(number) && isAtMostOne(number));
        boolean sorted = isClasses(model, leaf);
        if (leaf.isLeaf(Leaf.Kind.TARGET) && marks && places.size() > 1) {
            addHot(leaf.shape(), numbers, texts, places);
        } else if (!isKept(leaf, numbers, whole, marks, sorted)) {
            addNumbers(texts, numbers, places);
        }
    }

    /** Whether numbers mean something that others would not: classes, marks of 0 and 1, counts, a half, a tiny bound. */
    private static boolean isKept(Node leaf, List<BigDecimal> numbers, boolean whole, boolean marks, boolean sorted) {
        boolean one = numbers.size() == 1;
        if (leaf.isLeaf(Leaf.Kind.PARAM)) {
            return false;
        } else if (leaf.isLeaf(Leaf.Kind.CONST)) {
            boolean half = one && numbers.get(0).abs().compareTo(new BigDecimal("0.5")) == 0;
            boolean tiny = one && numbers.get(0).abs().compareTo(new BigDecimal("0.001")) < 0;
            return whole || half || tiny;
        }
        return marks && (!one || leaf.isLeaf(Leaf.Kind.TARGET)) || leaf.isLeaf(Leaf.Kind.TARGET) && whole && sorted;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isAtMostOne(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.ONE) <= 0;
    }

    /** Whether a loss of classes reads it. */
    private static boolean isClasses(Model model, Node leaf) {
        return model.program().nodes().stream()
                .anyMatch(node -> node.inputs().contains(leaf.id())
                        && CLASSES.contains(node.op().name()));
    }

    /** The rows of a target, where each has a single one among zeros; else it stays. */
    private void addHot(Shape shape, List<BigDecimal> numbers, List<String> texts, List<Span> places) {
        int width = shape.rank() == 0 ? 1 : shape.dim(shape.rank() - 1);
        for (int row = 0; row < numbers.size(); row += width) {
            List<BigDecimal> line = numbers.subList(row, Math.min(numbers.size(), row + width));
            long ones = line.stream().filter(number -> number.signum() > 0).count();
            boolean hot = ones == 1 && line.stream().noneMatch(number -> number.signum() < 0);
            if (hot && width > 1) {
                lots.add(new Hot(texts.subList(row, row + width), places.subList(row, row + width)));
            }
        }
    }

    private void addNumbers(List<String> texts, List<BigDecimal> numbers, List<Span> places) {
        int decimals = numbers.stream()
                .mapToInt(number -> number.scale())
                .map(scale -> Math.min(scale, MOST_DECIMALS))
                .max()
                .orElse(0);
        boolean nothing = numbers.stream().allMatch(number -> number.signum() == 0);
        List<List<String>> choices = new ArrayList<>();
        for (String text : texts) {
            boolean zero = NiceNumbers.decimal(text)
                    .filter(number -> number.signum() == 0)
                    .isPresent();
            choices.add(
                    zero
                            ? NiceNumbers.notZero(nothing ? Math.max(1, decimals) : decimals)
                            : NiceNumbers.like(text, decimals));
        }
        boolean one = texts.size() > 1 && texts.stream().distinct().count() == 1;
        if (one && !nothing && !choices.get(0).isEmpty()) {
            lots.add(new Same(choices.get(0), places));
        } else if (choices.stream().anyMatch(choice -> !choice.isEmpty())) {
            lots.add(new Each(choices, places));
        }
    }

    /** One number for all places. */
    private record Same(List<String> choices, List<Span> places) implements Lot {
        @Override
        public void draw(Lcg chance, Map<Span, String> into) {
            String one = choices.get(chance.index(choices.size()));
            places.forEach(place -> into.put(place, one));
        }

        @Override
        public void nudge(Lcg chance, Map<Span, String> drawn) {
            String one = near(drawn.get(places.get(0)), chance);
            places.forEach(place -> drawn.put(place, one));
        }

        @Override
        public double size() {
            return choices.size();
        }
    }

    /** A number for each place, no two alike where that can be had. */
    private record Each(List<List<String>> choices, List<Span> places) implements Lot {
        @Override
        public void draw(Lcg chance, Map<Span, String> into) {
            Set<String> met = new HashSet<>();
            for (int k = 0; k < places.size(); k++) {
                List<String> choice = choices.get(k);
                if (!choice.isEmpty()) {
                    String one = choice.get(chance.index(choice.size()));
                    for (int again = 0; again < TRIES && met.contains(one); again++) {
                        one = choice.get(chance.index(choice.size()));
                    }
                    met.add(one);
                    into.put(places.get(k), one);
                }
            }
        }

        @Override
        public void nudge(Lcg chance, Map<Span, String> drawn) {
            places.forEach(place -> drawn.computeIfPresent(place, (at, text) -> near(text, chance)));
        }

        @Override
        public double size() {
            return choices.stream()
                    .mapToDouble(choice -> Math.max(1, choice.size()))
                    .reduce(1, (a, b) -> a * b);
        }
    }

    /** A row with a single one among zeros. */
    private record Hot(List<String> texts, List<Span> places) implements Lot {
        @Override
        public void draw(Lcg chance, Map<Span, String> into) {
            int turn = chance.index(places.size());
            for (int k = 0; k < places.size(); k++) {
                into.put(places.get(k), texts.get((k + turn) % places.size()));
            }
        }

        @Override
        public void nudge(Lcg chance, Map<Span, String> drawn) {
            // there is nothing between one class and another
        }

        @Override
        public double size() {
            return places.size();
        }
    }
}
