package chainstep.homework.answer;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.homework.Section;
import chainstep.lang.Model;
import chainstep.lang.SourceError;
import chainstep.math.Shape;
import chainstep.op.Elementwise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions found in the program itself, where a file asks none: every value, local derivative, gradient and updated parameter, each
 * in its section.
 */
public final class Proposal {
    /** A value of more elements is asked row by row where it is a matrix of few and short rows, else as a whole. */
    public static final int MOST_ELEMENTS = 6;

    private final Assignment assignment;
    private final Model model;
    private final Sections sections;

    public Proposal(Model model) {
        this.model = model;
        this.assignment = new Assignment(model, List.of());
        this.sections = new Sections(model);
    }

    /** What kind of number is asked for. */
    public enum Kind {
        VALUE,
        LOCAL,
        GRADIENT,
        UPDATE
    }

    /** A question with where it belongs. */
    public record Proposed(Kind kind, Section section, Question question) {}

    /** Everything that can be asked, section by section. */
    public List<Proposed> all() {
        Program program = model.program();
        boolean loss = program.loss().isPresent();
        List<Proposed> found = new ArrayList<>();
        named().filter(node -> !node.isLeaf()).forEach(node -> add(found, Kind.VALUE, node, Meant.Kind.VALUE));
        if (loss) {
            List<Node> backward = named().filter(
                            node -> node.id() < program.loss().getAsInt() && isDifferentiated(node))
                    .sorted(Comparator.comparing(Node::id).reversed())
                    .toList();
            for (Node node : backward) {
                addLocal(found, node);
                add(found, Kind.GRADIENT, node, Meant.Kind.GRADIENT);
            }
        }
        named().filter(node -> program.next(node.id()).isPresent())
                .forEach(node -> add(found, Kind.UPDATE, node, Meant.Kind.UPDATED));
        return found.stream().sorted(Comparator.comparing(Proposed::section)).toList();
    }

    /** The assignment that asks what is chosen of it. */
    public Assignment choosing(Predicate<Proposed> chosen) {
        return new Assignment(
                model, all().stream().filter(chosen).map(Proposed::question).toList());
    }

    private Stream<Node> named() {
        return model.program().nodes().stream().filter(node -> node.role() instanceof Role.Value && isNamed(node));
    }

    private boolean isNamed(Node node) {
        return model.names().getOrDefault(node.name(), -1) == node.id();
    }

    private boolean isDifferentiated(Node node) {
        boolean given = node.isLeaf() && !node.isLeaf(Leaf.Kind.PARAM);
        return !given
                && model.program()
                        .gradient(model.program().loss().getAsInt(), node.id())
                        .isPresent();
    }

    private void add(List<Proposed> found, Kind kind, Node node, Meant.Kind what) {
        Meant whole = Meant.value(node.id(), List.of()).as(what);
        places(node.shape()).forEach(place -> ask(kind, whole.at(place)).ifPresent(found::add));
    }

    /** Elements, rows, or the whole. */
    private static List<List<Integer>> places(Shape shape) {
        if (shape.size() <= MOST_ELEMENTS && shape.size() > 1) {
            return Meant.elements(shape);
        }
        boolean rows = shape.rank() == 2 && shape.dim(0) <= MOST_ELEMENTS && shape.dim(1) <= MOST_ELEMENTS;
        return rows ? IntStream.range(0, shape.dim(0)).mapToObj(List::of).toList() : List.of(List.of());
    }

    /** What an activation's value changes by with what it is applied to, where both are named. */
    private void addLocal(List<Proposed> found, Node by) {
        Program program = model.program();
        for (Node of : named().toList()) {
            boolean activation = of.op() instanceof Elementwise
                    && of.inputs().size() == 1
                    && of.inputs().get(0) == by.id()
                    && of.shape().equals(by.shape());
            if (activation && of.id() < program.loss().getAsInt()) {
                Shape shape = of.shape();
                List<List<Integer>> places =
                        shape.size() > MOST_ELEMENTS || shape.size() == 1 ? List.of(List.of()) : Meant.elements(shape);
                for (List<Integer> place : places) {
                    Meant local =
                            Meant.value(by.id(), place).as(Meant.Kind.LOCAL).of(Meant.value(of.id(), place));
                    ask(Kind.LOCAL, local).ifPresent(found::add);
                }
            }
        }
    }

    private Optional<Proposed> ask(Kind kind, Meant meant) {
        try {
            return Optional.of(new Proposed(kind, sections.of(meant), assignment.question(meant.text(model))));
        } catch (SourceError unasked) {
            return Optional.empty();
        }
    }
}
