package chainstep.homework.paper;

import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.GivenTexts;
import chainstep.homework.Question;
import chainstep.lang.Model;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An assignment on paper: what is given, how it is computed, and an empty box for every number that is asked. */
public final class Worksheet {
    private static final int MOST_GIVEN = 64;
    private static final int MOST_BOXES = 2048;
    private static final int WIDEST = 5;
    private static final int MOST_FORMULAS = 60;

    /** What stands above the graph itself, in points. */
    private static final double GRAPH_HEAD = 42;

    private static final Set<Leaf.Kind> GIVEN =
            Set.of(Leaf.Kind.INPUT, Leaf.Kind.TARGET, Leaf.Kind.PARAM, Leaf.Kind.CONST);

    private final Paper paper;
    private final Model model;
    private final Explainer explainer;
    private final GivenTexts texts;

    public Worksheet(Paper paper) {
        this.paper = paper;
        this.model = paper.worked().assignment().model();
        this.explainer =
                new Explainer(paper.worked().trace(), model.source().statements(), model.labels(), paper.locale());
        this.texts = new GivenTexts(model);
    }

    /**
     * The page of a student.
     *
     * @param student may be empty, as may the id
     */
    public String page(String student, String id) {
        Markup page = problem(student, id);
        List<Pictures.Printed> graph = paper.pictures().graph(model, paper.locale());
        Optional<Pictures.Printed> fitting = graph.size() == 1 ? fitted(graph.get(0), student, id) : Optional.empty();
        fitting.ifPresent(picture -> graph(page, List.of(picture)));
        page.element("h2", paper.say("sheet.answers"));
        boxes(page);
        if (fitting.isEmpty() && !graph.isEmpty()) {
            graph(page, graph);
        }
        return Paper.close(page);
    }

    /** All that stands above the graph. */
    private Markup problem(String student, String id) {
        Markup page = paper.open(paper.title());
        head(page, student, id);
        model.notes().forEach(note -> page.element("p", note));
        page.element("h2", paper.say("sheet.given"));
        given(page);
        page.element("h2", paper.say("sheet.problem"));
        formulas(page);
        return page;
    }

    /** A graph as large as the paper has room below the problem; empty where it could not be read so small. */
    private Optional<Pictures.Printed> fitted(Pictures.Printed graph, String student, String id) {
        double room = paper.room(Paper.close(problem(student, id))) - GRAPH_HEAD;
        double scale = Math.min(1, room / graph.height());
        return scale < graph.smallest() ? Optional.empty() : Optional.of(graph.scaled(scale));
    }

    private void head(Markup page, String student, String id) {
        String line = "______________________________";
        page.open("table", "class", "head").open("tr").open("td");
        page.element("h1", paper.title());
        page.element("p", paper.say("sheet.name", student.isBlank() ? line : Paper.shortened(student)));
        if (!id.isBlank()) {
            page.styled("p", "muted", paper.say("sheet.id", Paper.shortened(id)));
        }
        page.close().open("td", "class", "marks");
        page.text("      / " + paper.worked().assignment().marks());
        page.close().close().close();
    }

    private void given(Markup page) {
        for (Node node : model.program().nodes()) {
            if (node.isNamed() && GIVEN.stream().anyMatch(node::isLeaf)) {
                page.open("div", "class", "given");
                page.open("table", "class", "numbers").open("tr");
                page.styled("td", "mono", explainer.name(node.id()).plain() + " = ");
                page.open("td");
                numbers(page, node);
                page.close().close().close().close();
            }
        }
    }

    private void numbers(Markup page, Node node) {
        Shape shape = node.shape();
        if (shape.size() > MOST_GIVEN) {
            page.styled("span", "muted", paper.say("sheet.large", shape, paper.file()));
            return;
        }
        Tensor value = paper.worked().trace().value(node.id());
        List<String> labels = model.labels().getOrDefault(node.id(), List.of());
        int columns = shape.rank() < 2 ? 1 : shape.dim(shape.rank() - 1);
        boolean scalar = shape.rank() == 0;
        if (!scalar) {
            page.open("table", "class", "brackets").open("tr");
            page.styled("td", "opening", "\u00A0").open("td");
        }
        page.open("table", "class", "matrix");
        for (int k = 0; k < shape.size(); k++) {
            if (k % columns == 0) {
                page.open("tr");
            }
            page.open("td");
            if (k < labels.size() && !labels.get(k).isBlank()) {
                page.styled("span", "muted", labels.get(k) + " ");
            }
            page.text(texts.of(node.id(), k, value.get(k))).close();
            if (k % columns == columns - 1) {
                page.close();
            }
        }
        page.close();
        if (!scalar) {
            page.close().styled("td", "closing", "\u00A0").close().close();
        }
    }

    private void formulas(Markup page) {
        Set<Integer> told = new HashSet<>();
        model.program().nodes().stream()
                .filter(node -> node.role() instanceof Role.Value && !node.isLeaf() && node.isNamed())
                .limit(MOST_FORMULAS)
                .forEach(node -> formula(page, node, told));
        model.minimisation()
                .map(line -> line.replaceAll("\\s+", " ").replace("( ", "("))
                .ifPresent(line -> page.styled("p", "mono", line));
    }

    /** A formula, after those of the values in it that have their letters from the line itself. */
    private void formula(Markup page, Node node, Set<Integer> told) {
        Optional<Form> form = explainer.formula(node.id());
        if (form.isPresent() && told.add(node.id())) {
            inner(node)
                    .filter(input -> form.get()
                            .latex()
                            .contains(explainer.name(input.id()).latex()))
                    .forEach(input -> formula(page, input, told));
            formula(page, node, form.get());
        }
    }

    /** What a value is computed from within its own line. */
    private Stream<Node> inner(Node node) {
        return node.inputs().stream()
                .map(model.program()::node)
                .filter(input -> !input.isLeaf()
                        && !input.isNamed()
                        && input.origin().line() == node.origin().line())
                .flatMap(input -> Stream.concat(inner(input), Stream.of(input)));
    }

    /** The pieces below each other, the first with the title. */
    private void graph(Markup page, List<Pictures.Printed> pieces) {
        page.open("div", "class", "graph").element("h2", paper.say("sheet.graph"));
        page.picture(pieces.get(0), paper.say("sheet.graph")).close();
        for (Pictures.Printed piece : pieces.subList(1, pieces.size())) {
            page.open("div", "class", "graph")
                    .picture(piece, paper.say("sheet.graph"))
                    .close();
        }
    }

    private void formula(Markup page, Node node, Form form) {
        Form name = explainer.name(node.id());
        page.open("p", "class", "formula");
        paper.pictures()
                .formula(name.latex() + " = " + form.latex())
                .ifPresentOrElse(
                        picture -> page.picture(picture, name.plain() + " = " + form.plain()),
                        () -> page.styled("span", "mono", name.plain() + " = " + form.plain()));
        page.close();
    }

    private void boxes(Markup page) {
        List<Question> questions = paper.worked().assignment().questions();
        for (int k = 0; k < questions.size(); k++) {
            boolean begins = k == 0 || !paper.section(k).equals(paper.section(k - 1));
            if (begins) {
                page.styled("div", "section", paper.section(k));
                page.open("table", "class", "list asked").open("tbody");
            }
            question(page, k, questions.get(k));
            if (k == questions.size() - 1 || !paper.section(k).equals(paper.section(k + 1))) {
                page.close().close();
            }
        }
    }

    private void question(Markup page, int k, Question question) {
        page.open("tr", "class", question.shape().size() > MOST_GIVEN ? "long" : "");
        page.open("td", "class", "name").styled("span", "mono", paper.name(k));
        page.text(question.say().isBlank() ? "" : "  " + question.say()).close();
        page.open("td");
        box(page, question.shape());
        page.close();
        page.styled("td", "number", "/ " + question.marks()).close();
    }

    /** A box for each number, in rows that fit the page; a row of many numbers goes on below. */
    private void box(Markup page, Shape shape) {
        int row = shape.rank() == 0 ? 1 : shape.dim(shape.rank() - 1);
        if (shape.size() > MOST_BOXES) {
            page.styled("span", "muted", paper.say("sheet.many", shape));
            return;
        }
        int columns = Math.min(WIDEST, row);
        page.open("table", "class", columns == 1 ? "boxes single" : "boxes");
        for (int first = 0; first < shape.size(); first += row) {
            for (int from = first; from < first + row; from += columns) {
                line(page, Math.min(columns, first + row - from));
            }
        }
        page.close();
    }

    private static void line(Markup page, int boxes) {
        page.open("tr");
        for (int k = 0; k < boxes; k++) {
            page.element("td", "\u00A0");
        }
        page.close();
    }
}
