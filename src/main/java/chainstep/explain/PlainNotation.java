package chainstep.explain;

import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mathematics in a terminal: Unicode, matrices in brackets, on one line ({@code [a  b; c  d]}, a vector {@code [a  b]}) or set as
 * blocks of lines.
 *
 * @param oneLine whether matrices stay on one line
 * @param digits of a number, see {@link Numerals}
 */
record PlainNotation(boolean oneLine, int digits) implements Notation<Block> {
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Map<String, String> FUNCTIONS = Map.of(
            "sigmoid",
            "σ",
            "log",
            "ln",
            "relu",
            "ReLU",
            "leaky_relu",
            "LeakyReLU",
            "elu",
            "ELU",
            "sqrt",
            "√",
            "log1p",
            "ln1p");
    /** How many matrices of a stack are shown. */
    private static final int MOST_SLICES = 4;

    @Override
    public Block form(Form form) {
        return new Block(List.of(form.plain().split("\n", -1)));
    }

    @Override
    public Block text(String word) {
        return Block.of(word);
    }

    @Override
    public Block sign(Sign sign) {
        return Block.of(sign.plain);
    }

    @Override
    public Block number(Rational value) {
        return Block.of(Numerals.exact(value));
    }

    @Override
    public Block value(Tensor value, boolean brief) {
        if (value.shape().isScalar()) {
            return Block.of(brief ? Numerals.factor(value.item(), digits) : Numerals.alone(value.item(), digits));
        }
        List<Grid> grids = Grid.slices(value, brief, digits);
        boolean line = oneLine || value.size() == 1;
        if (line && value.shape().rank() < 2) {
            return Block.of(line(grids.get(0).turned()) + note(value.shape(), grids));
        }
        List<Block> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(grids.size(), MOST_SLICES); i++) {
            parts.add(i == 0 ? Block.of("") : Block.of(", "));
            parts.add(line ? Block.of(line(grids.get(i))) : block(grids.get(i)));
        }
        Block inner = Block.sequence(parts).then(grids.size() > MOST_SLICES ? ", …" : "");
        boolean stacked = value.shape().rank() > 2 && line;
        return (stacked ? Block.of("[").then(inner).then("]") : inner).then(note(value.shape(), grids));
    }

    private static String note(Shape shape, List<Grid> grids) {
        boolean whole = grids.get(0).whole() && grids.size() <= MOST_SLICES;
        return whole ? "" : " (" + shape + ")";
    }

    @Override
    public Block turned(Tensor value, boolean brief) {
        Grid grid = Grid.slices(value, brief, digits).get(0).turned();
        Block numbers = oneLine || grid.rows().size() == 1 ? Block.of(line(grid)) : block(grid);
        return numbers.then(grid.whole() ? "" : " (" + turned(value.shape()) + ")");
    }

    private static String turned(Shape shape) {
        return shape.rank() < 2 ? "1×" + shape.dim(0) : shape.dim(1) + "×" + shape.dim(0);
    }

    private static String line(Grid grid) {
        return grid.rows().stream().map(row -> String.join("  ", row)).collect(Collectors.joining("; ", "[", "]"));
    }

    private static Block block(Grid grid) {
        int columns = grid.rows().get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(c -> grid.rows().stream()
                        .mapToInt(row -> Width.of(row.get(c)))
                        .max()
                        .orElse(0))
                .toArray();
        return new Block(grid.rows().stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(c -> Width.padLeft(row.get(c), widths[c]))
                        .collect(Collectors.joining("  ", "[", "]")))
                .toList());
    }

    @Override
    public Block sequence(List<Block> parts) {
        return Block.sequence(parts);
    }

    @Override
    public Block parentheses(Block inner) {
        if (inner.height() == 1) {
            return Block.of("(").then(inner).then(")");
        }
        return fence(inner.height(), "⎛⎜⎝").then(inner).then(fence(inner.height(), "⎞⎟⎠"));
    }

    /** A parenthesis as tall as what it holds, from the pieces for its top, middle and bottom. */
    private static Block fence(int height, String pieces) {
        return new Block(IntStream.range(0, height)
                .mapToObj(i -> i == 0 ? 0 : i == height - 1 ? 2 : 1)
                .map(piece -> pieces.substring(piece, piece + 1))
                .toList());
    }

    @Override
    public boolean drawsBars() {
        return false;
    }

    @Override
    public Block quotient(Block above, Block below) {
        return above.then(Sign.OVER.plain).then(below);
    }

    @Override
    public Block power(Block base, Block exponent) {
        String text = exponent.height() == 1 ? exponent.lines().get(0) : "";
        if (text.matches("−?\\d+")) {
            return base.then(text.chars()
                    .mapToObj(c -> c == '−' ? "⁻" : SUPERSCRIPT.substring(c - '0', c - '0' + 1))
                    .collect(Collectors.joining()));
        }
        boolean atom = text.codePoints().count() == 1;
        return base.then("^").then(atom ? exponent : parentheses(exponent));
    }

    @Override
    public Block transposed(Block base) {
        return base.then("ᵀ");
    }

    @Override
    public Block derivative(Block of, Block by, Form mark) {
        Block whole = Block.of("∂").then(of).then("/∂").then(by);
        return mark.isEmpty() ? whole : parentheses(whole.then(" " + mark.plain()));
    }

    @Override
    public Block order(int order, Block of) {
        return power(Block.of(""), Block.of(Integer.toString(order))).then(of);
    }

    @Override
    public Block alsoBy(Block by, Block next) {
        return by.then("∂").then(next);
    }

    @Override
    public Block indexed(Block base, int[] index) {
        return base.then(Lettering.lowered(index));
    }

    @Override
    public Block function(String name, List<Block> arguments) {
        if (name.equals("abs") || name.equals("norm")) {
            Block bar = Block.of(name.equals("abs") ? "|" : "‖");
            return bar.then(arguments.get(0)).then(bar);
        }
        if (name.equals(Rules.PULLED_BACK)) {
            Block jacobian = parentheses(derivative(arguments.get(0), arguments.get(1), Form.EMPTY));
            return transposed(jacobian).then(Sign.DOT.plain).then(arguments.get(2));
        }
        if (name.equals(Rules.CORRELATED)) {
            return arguments.get(0).then(" ⋆ ").then(arguments.get(1));
        } else if (name.equals(Rules.FULL)) {
            return arguments
                    .get(0)
                    .then(" ⋆full rot180(")
                    .then(arguments.get(1))
                    .then(")");
        }
        Block list = arguments.stream().reduce((a, b) -> a.then(", ").then(b)).orElse(Block.of(""));
        return Block.of(FUNCTIONS.getOrDefault(name, name)).then(parentheses(list));
    }

    @Override
    public Block over(String name, String range, Block of) {
        return Block.of(name + (range.isEmpty() ? "" : "[" + range + "]")).then(parentheses(of));
    }

    @Override
    public Block placed(Block gradient, String at, Block part) {
        return gradient.then(" " + at + " ").then(part);
    }

    @Override
    public Block summed(String range, Block of) {
        return Block.of(range.isEmpty() ? "Σ " : "Σ" + "[" + range + "] ").then(of);
    }

    @Override
    public Block indicator(Block test) {
        return Block.of("1{").then(test).then("}");
    }

    @Override
    public Block cases(Block then, Block test, Block otherwise, Wording words) {
        return Block.of("{ ")
                .then(then)
                .then("  " + words.when() + " ")
                .then(test)
                .then(",  " + words.otherwise() + " ")
                .then(otherwise)
                .then(" }");
    }

    @Override
    public Block brackets(Block base, String brackets) {
        return base.then(brackets);
    }

    @Override
    public Block ones() {
        return Block.of("𝟏");
    }

    @Override
    public Block onesRow() {
        return Block.of("𝟏ᵀ");
    }
}
