package chainstep.explain;

import chainstep.math.Rational;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mathematics in LaTeX (amsmath), without dollar signs.
 *
 * @param digits of a number, see {@link Numerals}
 */
record LatexNotation(int digits) implements Notation<String> {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("′", "'"),
            Map.entry("∂", "\\partial"),
            Map.entry("∇", "\\nabla"),
            Map.entry("∞", "\\infty"),
            Map.entry("·", "\\cdot"),
            Map.entry("−", "-"));
    private static final int MOST_SLICES = 4;
    private static final Emphasis.Cell NOWHERE = new Emphasis.Cell(-1, -1, -1);
    private static final Set<String> KNOWN = Set.of("exp", "sin", "cos", "tanh", "max", "min");
    private static final Map<String, String> FUNCTIONS = Map.of(
            "sigmoid",
            "\\sigma",
            "log",
            "\\ln",
            "relu",
            "\\operatorname{ReLU}",
            "leaky_relu",
            "\\operatorname{LeakyReLU}",
            "elu",
            "\\operatorname{ELU}");

    @Override
    public String form(Form form) {
        return form.latex();
    }

    @Override
    public String text(String word) {
        return word.isEmpty() ? "" : "\\text{" + escaped(word).replace("×", "}\\times\\text{") + "}";
    }

    /** Prose made safe for LaTeX; the few mathematical letters in it are set as such. */
    static String escaped(String prose) {
        String safe = prose.replace("\\", "\\textbackslash ")
                .replaceAll("([%&#_{}$])", "\\\\$1")
                .replace("^", "\\textasciicircum ")
                .replace("~", "\\textasciitilde ");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            safe = safe.replace(letter.getKey(), "$" + letter.getValue() + "$");
        }
        for (Map.Entry<String, String> letter : Lettering.greek().entrySet()) {
            safe = safe.replace(letter.getKey(), "$" + letter.getValue() + "$");
        }
        return safe;
    }

    /** Words as they were before they were made safe; no formula stands among them. */
    static String unescaped(String safe) {
        return safe.replace("\\textasciicircum ", "^")
                .replace("\\textasciitilde ", "~")
                .replaceAll("\\\\([%&#_{}$])", "$1")
                .replace("\\textbackslash ", "\\");
    }

    @Override
    public String sign(Sign sign) {
        return sign.latex;
    }

    @Override
    public String number(Rational value) {
        return Numerals.tex(Numerals.exact(value));
    }

    @Override
    public String value(Tensor value, boolean brief) {
        return value(value, brief, NOWHERE);
    }

    /** @param bold the number that is set bold */
    String value(Tensor value, boolean brief, Emphasis.Cell bold) {
        if (value.shape().isScalar()) {
            return Numerals.tex(brief ? Numerals.factor(value.item(), digits) : Numerals.alone(value.item(), digits));
        }
        List<Grid> grids = Grid.slices(value, brief, digits);
        String matrices = IntStream.range(0, Math.min(MOST_SLICES, grids.size()))
                .mapToObj(slice -> matrix(grids.get(slice), slice, bold))
                .collect(Collectors.joining(",\\; "));
        String dots = grids.size() > MOST_SLICES ? ",\\; \\dots" : "";
        String all = value.shape().rank() > 2 ? "\\left[" + matrices + dots + "\\right]" : matrices;
        boolean whole = grids.get(0).whole() && dots.isEmpty();
        return whole ? all : all + "_{" + value.shape().toString().replace("×", " \\times ") + "}";
    }

    @Override
    public String turned(Tensor value, boolean brief) {
        return turned(value, brief, NOWHERE);
    }

    /** @param bold the number that is set bold */
    String turned(Tensor value, boolean brief, Emphasis.Cell bold) {
        return matrix(Grid.slices(value, brief, digits).get(0).turned(), 0, bold);
    }

    private static String matrix(Grid grid, int slice, Emphasis.Cell bold) {
        List<String> rows = new ArrayList<>();
        for (int r = 0; r < grid.rows().size(); r++) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < grid.rows().get(r).size(); c++) {
                String cell = cell(grid.rows().get(r).get(c));
                cells.add(bold.is(slice, r, c) ? Emphasis.Cell.bold(cell) : cell);
            }
            rows.add(String.join(" & ", cells));
        }
        return "\\begin{bmatrix} " + String.join(" \\\\ ", rows) + " \\end{bmatrix}";
    }

    private static String cell(String text) {
        return switch (text) {
            case Grid.ACROSS -> "\\cdots";
            case Grid.DOWN -> "\\vdots";
            case Grid.BOTH -> "\\ddots";
            default -> Numerals.tex(text);
        };
    }

    @Override
    public String sequence(List<String> parts) {
        return String.join("", parts);
    }

    @Override
    public String parentheses(String inner) {
        boolean tall = inner.contains("\\frac") || inner.contains("\\begin") || inner.contains("\\sum");
        return tall ? "\\left(" + inner + "\\right)" : "(" + inner + ")";
    }

    @Override
    public boolean drawsBars() {
        return true;
    }

    @Override
    public String quotient(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    @Override
    public String power(String base, String exponent) {
        return bracketed(base) + "^{" + exponent + "}";
    }

    @Override
    public String transposed(String base) {
        return guarded(base) + "^{\\top}";
    }

    /** The power of a name with a number above is no power of the number. */
    private static String bracketed(String base) {
        String guarded = guarded(base);
        return guarded.equals(base) ? base : "\\left(" + base + "\\right)";
    }

    /** A base that has a superscript already gets braces, or LaTeX refuses the second one. */
    private static String guarded(String base) {
        boolean closed = base.startsWith("\\left(") || base.startsWith("(");
        return !closed && (base.contains("^") || base.contains("'")) ? "{" + base + "}" : base;
    }

    @Override
    public String derivative(String of, String by, Form mark) {
        String whole = "\\frac{\\partial" + (of.startsWith("^") ? "" : " ") + of + "}{\\partial " + by + "}";
        return mark.isEmpty() ? whole : "\\left." + whole + "\\right|_{" + mark.latex() + "}";
    }

    @Override
    public String order(int order, String of) {
        return "^{" + order + "} " + of;
    }

    @Override
    public String alsoBy(String by, String next) {
        return by + " \\partial " + next;
    }

    @Override
    public String indexed(String base, int[] index) {
        return base + "_{" + Lettering.index(index) + "}";
    }

    @Override
    public String function(String name, List<String> arguments) {
        if (name.equals(Rules.PULLED_BACK)) {
            String jacobian = derivative(arguments.get(0), arguments.get(1), Form.EMPTY);
            return transposed("\\left(" + jacobian + "\\right)") + " " + arguments.get(2);
        }
        if (name.equals(Rules.CORRELATED)) {
            return arguments.get(0) + " \\star " + arguments.get(1);
        } else if (name.equals(Rules.FULL)) {
            return arguments.get(0) + " \\star_{\\mathrm{full}} \\operatorname{rot}_{180}(" + arguments.get(1) + ")";
        }
        String inside = String.join(", ", arguments);
        if (name.equals("abs")) {
            return "\\left|" + inside + "\\right|";
        } else if (name.equals("norm")) {
            return "\\left\\lVert " + inside + " \\right\\rVert";
        } else if (name.equals("sqrt")) {
            return "\\sqrt{" + inside + "}";
        }
        String shown = KNOWN.contains(name) ? "\\" + name : FUNCTIONS.getOrDefault(name, operator(name));
        return shown + parentheses(inside);
    }

    private static String operator(String name) {
        return "\\operatorname{" + name.replace("_", "\\_") + "}";
    }

    @Override
    public String over(String name, String range, String of) {
        String below = range.isEmpty() ? "" : "_{\\text{" + range + "}}";
        return (KNOWN.contains(name) ? "\\" + name : operator(name)) + below + parentheses(of);
    }

    @Override
    public String placed(String gradient, String at, String part) {
        return gradient + " \\text{ " + at + " } " + part;
    }

    @Override
    public String summed(String range, String of) {
        return (range.isEmpty() ? "\\sum " : "\\sum_{\\text{" + range + "}} ") + of;
    }

    @Override
    public String indicator(String test) {
        return "\\mathbf{1}\\{" + test + "\\}";
    }

    @Override
    public String cases(String then, String test, String otherwise, Wording words) {
        return "\\begin{cases} " + then + " & " + test + " \\\\ " + otherwise + " & \\text{" + words.otherwise()
                + "} \\end{cases}";
    }

    @Override
    public String brackets(String base, String brackets) {
        return base + "\\texttt{" + brackets + "}";
    }

    @Override
    public String ones() {
        return "\\mathbf{1}";
    }

    @Override
    public String onesRow() {
        return "\\mathbf{1}^{\\top}";
    }
}
