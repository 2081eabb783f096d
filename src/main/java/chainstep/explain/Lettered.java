package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.BatchNorm;
import chainstep.op.LayerNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what the letters of a normalisation's rule mean: μ and σ² of which numbers, x̂, ε; and their values. */
final class Lettered {
    /** The most numbers that are shown of a letter. */
    private static final int SHOWN = 12;

    /** An array of more numbers is not gone through for the sake of a remark. */
    private static final int LARGE = 4096;

    private final Page page;

    Lettered(Page page) {
        this.page = page;
    }

    /** Whether the letters in a rule stand for so many numbers that they are not worked out for the sake of a page. */
    static boolean isLarge(Program program, Expression rule) {
        List<Expression.Made> found = new ArrayList<>();
        collect(rule, found);
        return found.stream()
                .flatMap(made -> program.node(made.node()).inputs().stream())
                .anyMatch(input -> program.node(input).shape().size() > LARGE);
    }

    /** What the letters in a rule stand for; nothing where there are none. */
    List<Form> notes(Expression rule) {
        List<Expression.Made> found = new ArrayList<>();
        collect(rule, found);
        boolean standard = found.stream().anyMatch(made -> made.letter().equals("x̂"));
        List<Form> notes = new ArrayList<>();
        found.stream()
                .map(made -> through(page.program().node(made.node())))
                .distinct()
                .forEach(node -> {
                    if (node.op() instanceof BatchNorm || node.op() instanceof LayerNorm) {
                        notes.add(words(node));
                        List<Form> meant = new ArrayList<>(values(node));
                        if (standard) {
                            meant.add(0, standardised(page.name(node.inputs().get(0))));
                        }
                        notes.add(page.prose().say("note.where", listed(meant)));
                    }
                });
        return notes;
    }

    static Form listed(List<Form> all) {
        return new Form(
                all.stream().map(Form::plain).collect(Collectors.joining(", ")),
                all.stream().map(Form::latex).collect(Collectors.joining(",\\ ")));
    }

    private static void collect(Expression expression, List<Expression.Made> found) {
        if (expression instanceof Expression.Made made) {
            found.add(made);
        }
        Parts.of(expression).forEach(part -> collect(part, found));
    }

    /** The normalisation itself, for one of its gradients, or a gradient of that. */
    private Node through(Node node) {
        Node from = node;
        while (from.role() instanceof Role.Term term) {
            from = page.program().node(term.through());
        }
        return from;
    }

    private Form words(Node norm) {
        Shape x = norm.shape();
        Shape groups = nests(norm).shapeOf(norm.inputs().size());
        String key = norm.op() instanceof BatchNorm
                ? x.rank() == 2 ? "columns" : "channels"
                : x.rank() == 1 ? "all" : "rows";
        Form name = page.name(norm.inputs().get(0));
        return page.prose().say("note.normalised." + key, letter("μ"), letter("σ²"), name, x.size() / groups.size());
    }

    private Form letter(String letter) {
        return Middle.letter(page.names(), letter);
    }

    private Form standardised(Form x) {
        Form mean = letter("μ");
        Form variance = letter("σ²");
        Form small = letter("ε");
        Form quotient = new Form(
                "(" + x.plain() + " − " + mean.plain() + ") / √(" + variance.plain() + " + " + small.plain() + ")",
                "(" + x.latex() + " - " + mean.latex() + ")/\\sqrt{" + variance.latex() + " + " + small.latex() + "}");
        return Page.equation(letter("x̂"), quotient);
    }

    private Nests nests(Node node) {
        return node.op().nests(page.program().operandShapes(node));
    }

    /** μ, σ² and ε with their numbers; of the arrays only short ones. */
    private List<Form> values(Node norm) {
        Nests nests = nests(norm);
        List<Form> all = new ArrayList<>();
        for (int array = nests.inputs().size(); array <= nests.result(); array++) {
            Shape shape = nests.shapeOf(array);
            if (nests.letters().of(array).isPresent()
                    && shape.size() <= SHOWN
                    && norm.shape().size() <= LARGE) {
                String letter = nests.letters().of(array).get();
                Tensor value = Middle.of(page.trace(), new Expression.Made(norm.id(), array, -1, letter, shape));
                Tensor flat = shape.isScalar() ? value : Tensor.vector(value.toArray());
                all.add(Page.equation(letter(letter), page.value(flat, false)));
            }
        }
        nests.letters().constants().forEach((value, letter) -> {
            String number = Numerals.exact(value);
            all.add(Page.equation(letter(letter), new Form(number, Numerals.tex(number))));
        });
        return all;
    }
}
