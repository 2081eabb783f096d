package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Explains one node: a value, one chain-rule term, the sum of the terms, or a part of an update. */
final class TermStep {
    private final Page page;
    private final Program program;
    private final Composition composition;
    private final Copies copies;
    private final Remarks remarks;
    private final Twice twice;
    private final Once<Map<Pair, Long>> uses = new Once<>(this::counted);

    /** The gradient of one value by another. */
    private record Pair(int of, int wrt) {}

    TermStep(Page page) {
        this.page = page;
        this.program = page.program();
        this.twice = new Twice(page);
        this.copies = new Copies(program, page.names());
        this.composition = new Composition(program, page.magnitudes(), copies::isSpoken);
        this.remarks = Remarks.of(page, copies::isSpoken);
    }

    Derivation of(int id) {
        return of(id, new HashSet<>());
    }

    /** @param said what signs stand for, as far as the reader has been told; added to */
    private Derivation of(int id, Set<Form> said) {
        Node node = program.node(id);
        Expression rule = composition.of(id);
        Form numbers = node.isLeaf()
                ? Form.EMPTY
                : page.numbers(added(node, rule), page.trace().value(id));
        return new Derivation(
                page.trace().iteration(),
                node.phase(),
                node.origin().line(),
                Detail.TERM,
                id,
                -1,
                title(node),
                question(node),
                node.isLeaf()
                        ? Page.equation(page.left(id), page.set(page.trace().value(id)))
                        : Page.equation(
                                page.left(id, rule),
                                page.rule(rule),
                                page.program().isCarried(id)),
                because(node, rule),
                numbers,
                Form.EMPTY,
                notes(node, rule, !numbers.isEmpty(), said),
                page.trace().value(id),
                page.value(id));
    }

    /** What is added up, by its numbers: of gradients that are put at their places, the arrays that they are then. */
    private Expression added(Node node, Expression rule) {
        List<Expression> terms = page.picks().ordered(node.inputs()).stream()
                .<Expression>map(
                        term -> new Expression.Symbol(term, program.node(term).shape()))
                .toList();
        return gathers(node) ? new Expression.Sum(terms) : rule;
    }

    /** Whether gradients by elements or parts are put at their places. */
    private boolean gathers(Node node) {
        return node.role() instanceof Role.Total
                && node.inputs().stream().map(program::node).anyMatch(page.picks()::isPlaced);
    }

    /** The remarks; with a shortcut, the long way that it saves. */
    private List<Form> notes(Node node, Expression rule, boolean numbers, Set<Form> said) {
        List<Form> notes = new ArrayList<>(remarks.fresh(remarks.of(node, rule), rule, said));
        Optional<Form> window = node.role() instanceof Role.Term use && use.operand() < 2
                ? new Windows(page).first(node, program.node(use.through()))
                : Optional.empty();
        window.ifPresent(notes::add);
        boolean large = Lettered.isLarge(program, rule);
        if (window.isEmpty() && !numbers && !large && !gathers(node) && needsNumbers(node, rule)) {
            notes.addAll(new ElementText(page).first(node, page.rule(rule)));
        }
        if (node.role() instanceof Role.Term term) {
            new Shortcut(page).longWay(node, term, program.node(term.through())).ifPresent(notes::add);
        }
        return notes;
    }

    /** Whether a rule asks for numbers that are too many to be put in: then one is written out. */
    private static boolean needsNumbers(Node node, Expression rule) {
        boolean said = rule instanceof Expression.Symbol || rule instanceof Expression.Number;
        boolean ones = node.role() instanceof Role.Seed;
        return !node.isLeaf()
                && !said
                && !ones
                && node.phase() != Phase.UPDATE
                && (node.shape().size() > 1 || !ElementText.isOne(rule));
    }

    private Form title(Node node) {
        Form name = page.left(node.id());
        if (node.role() instanceof Role.Term term) {
            return page.prose().say("title.term", name, statement(term));
        } else if (node.role() instanceof Role.Total) {
            return page.prose().say("title.total", name);
        } else if (node.role() instanceof Role.Seed) {
            return page.prose().say("title.seed", name);
        } else if (node.role() instanceof Role.Update update) {
            boolean squares = update.part().equals("v") && page.hasPart("v.square");
            String key = "title.update." + update.part() + (squares ? ".square" : "");
            return page.prose().say(page.prose().knows(key) ? key : "title.update", name);
        }
        return node.isLeaf() ? page.prose().say("title.leaf." + node.op().name(), name) : value(node, name);
    }

    /** The user's own line; of a value inside it, where it leads. */
    private Form value(Node node, Form name) {
        int end = page.names().line(node.id());
        IntPredicate written = id -> page.names().isShown(id) && !Names.isPreactivation(program.node(id));
        int goal = end == node.id() ? Uses.named(program, written, node.id()) : end;
        if (node.isNamed() || goal == node.id()) {
            return page.names().isLoss(node.id()) && !node.isNamed()
                    ? page.prose().say(page.names().isPenalised(node.id()) ? "title.penalised" : "title.loss", name)
                    : page.statement(node.id());
        }
        return page.prose().say("title.inner", name, page.name(goal));
    }

    /** What a term goes through; where that has the value twice, so that both are seen. */
    private Form statement(Role.Term term) {
        return isTwice(term) ? twice.statement(through(term)) : page.statement(through(term));
    }

    /** Whether a term goes through an inner value that has the term's own value twice. */
    private boolean isTwice(Role.Term term) {
        boolean inner = page.names().letters(through(term)).isEmpty();
        return inner && through(term) == term.through() && twice.isTwice(term);
    }

    /** The named value of the line that a term goes through; the operation itself where the line is cut finer. */
    private int through(Role.Term term) {
        return copies.leadOn(term.through()) ? page.names().line(term.through()) : term.through();
    }

    private Form question(Node node) {
        Prose prose = page.prose();
        if (node.role() instanceof Role.Term term) {
            Form of = page.name(term.of());
            Form by = page.told(term.wrt());
            Form through = isTwice(term) ? twice.statement(through(term)) : page.told(through(term));
            long uses = uses(term.of(), term.wrt());
            boolean direct = through(term) == term.of();
            Form answer = direct && uses == 1
                    ? prose.say("answer.direct", of, by)
                    : uses == 1
                            ? prose.say("answer.once", of, by, through)
                            : prose.say("answer.again", of, by, through, uses);
            Form whole = among(term.wrt()).map(one -> joined(answer, one)).orElse(answer);
            Form asked = prose.say("question.term", of, by);
            String gap = prose.text("question.gap");
            return new Form(
                    asked.plain() + gap + whole.plain(), asked.latex() + gap + whole.latex(), List.of(asked, whole));
        } else if (node.role() instanceof Role.Total total) {
            return prose.say(
                    gathers(node) ? "question.gathered" : "question.total",
                    page.name(total.wrt()),
                    node.inputs().size());
        } else if (node.role() instanceof Role.Seed seed) {
            return prose.say("question.seed", page.name(seed.of()));
        } else if (node.role() instanceof Role.Update update
                && update.part().equals("new")
                && Optimisation.ascends(page)) {
            return prose.say("question.update.new.up", Optimisation.rate(page));
        } else if (node.role() instanceof Role.Update update && prose.knows("question.update." + update.part())) {
            return prose.say("question.update." + update.part());
        }
        return Form.EMPTY;
    }

    /** Where an inner value is written like others, that it is one of them. */
    private Optional<Form> among(int value) {
        return page.repeat(value)
                .map(repeat -> repeat.whole() < 0
                        ? page.prose().say("question.repeat", page.name(value), repeat.count())
                        : page.prose()
                                .say(
                                        page.picks().isElement(value)
                                                ? "question.element"
                                                : isAll(value, repeat.whole()) ? "question.all" : "question.part",
                                        page.name(value),
                                        page.name(repeat.whole()),
                                        repeat.count()));
    }

    /** Whether what brackets take of a value is all of it, with a new axis perhaps. */
    private boolean isAll(int part, int whole) {
        return program.node(part).shape().size() == program.node(whole).shape().size();
    }

    private static Form joined(Form first, Form second) {
        return new Form(first.plain() + "  " + second.plain(), first.latex() + " " + second.latex());
    }

    private long uses(int of, int wrt) {
        return uses.get().getOrDefault(new Pair(of, wrt), 0L);
    }

    /** How many terms each gradient has. */
    private Map<Pair, Long> counted() {
        Map<Pair, Long> count = new HashMap<>();
        program.nodes().forEach(node -> {
            if (node.role() instanceof Role.Term term) {
                count.merge(new Pair(term.of(), term.wrt()), 1L, Long::sum);
            }
        });
        return count;
    }

    private Form because(Node node, Expression rule) {
        if (!(node.role() instanceof Role.Term term)) {
            return Form.EMPTY;
        }
        Optional<Form> window = new Windows(page).because(term, program.node(term.through()));
        if (window.isPresent()) {
            return window.get();
        }
        Optional<Form> pool = new PoolText(page).because(term, program.node(term.through()));
        if (pool.isPresent()) {
            return pool.get();
        }
        Optional<Form> local = local(node, term, rule);
        if (local.isEmpty()) {
            return twice.because(term).orElse(Form.EMPTY);
        }
        int of = upstream(rule).orElseThrow();
        if (page.names().letters(of).isEmpty()) {
            return page.prose().say("because.local", local.get());
        }
        Composition line =
                new Composition(program, page.magnitudes(), id -> page.names().isShown(id) || id == term.wrt());
        Form whole = Page.equation(page.name(of), page.rule(line.of(of)));
        return page.prose().say("because", whole, local.get());
    }

    /** What a term multiplies the gradient coming in by: ∂z2/∂h = W2; nothing where that is no short formula. */
    Optional<Form> local(int id) {
        Node node = program.node(id);
        return node.role() instanceof Role.Term term ? local(node, term, composition.of(id)) : Optional.empty();
    }

    private Optional<Form> local(Node node, Role.Term term, Expression rule) {
        return upstream(rule).filter(of -> !isPartOf(node, term, of)).flatMap(of -> factor(term, of, rule));
    }

    /** What the gradient coming in is multiplied by, whether that is the derivative or one part of it. */
    private Optional<Form> factor(Role.Term term, int of, Expression rule) {
        Node through = program.node(term.through());
        return new Locals(page)
                .of(
                        through,
                        term.operand(),
                        term.wrt(),
                        of,
                        rule,
                        gradients(rule).get(0));
    }

    /** The same of one use of several in the same value, as it is marked in the name of the term. */
    Optional<String> share(int id) {
        Node node = program.node(id);
        if (!(node.role() instanceof Role.Term term) || page.use(node).isEmpty()) {
            return Optional.empty();
        }
        Expression rule = composition.of(id);
        String mark = new Marks(page, new Uses(program, page.names())).of(node).plain();
        return upstream(rule)
                .flatMap(of -> factor(term, of, rule))
                .map(form -> form.plain().replaceFirst(" = ", Matcher.quoteReplacement(" " + mark + " = ")));
    }

    /** The value whose gradient comes in, where the rule has one gradient in it. */
    private Optional<Integer> upstream(Expression rule) {
        List<Expression.Symbol> gradients = gradients(rule);
        return gradients.size() == 1
                ? Names.byWhat(program.node(gradients.get(0).node()))
                : Optional.empty();
    }

    private List<Expression.Symbol> gradients(Expression rule) {
        List<Expression.Symbol> gradients = new ArrayList<>();
        collect(rule, gradients);
        return gradients;
    }

    /** Whether ∂of/∂by would be read as more than this term: the value comes into {@code of} in other ways too. */
    private boolean isPartOf(Node node, Role.Term term, int of) {
        boolean named = page.names().letters(of).isPresent();
        boolean use =
                page.use(node).filter(u -> u.ordinal() > 0 || of == term.of()).isPresent();
        boolean repeat = page.repeat(term.wrt()).filter(r -> r.ordinal() > 0).isPresent()
                || page.share(term.of(), term.wrt())
                        .filter(u -> u.ordinal() > 0)
                        .isPresent();
        return named ? use || repeat : twice.count(of, term.wrt()) > 1;
    }

    private void collect(Expression expression, List<Expression.Symbol> gradients) {
        if (expression instanceof Expression.Symbol symbol
                && Names.byWhat(program.node(symbol.node())).isPresent()) {
            gradients.add(symbol);
        }
        Parts.of(expression).forEach(part -> collect(part, gradients));
    }

    /** The node that derivations speak of: for a gradient that only passes on what came in, that one. */
    int spoken(int id) {
        if (copies.isSpoken(id) || Names.byWhat(program.node(id)).isEmpty()) {
            return id;
        }
        boolean same = composition.of(id) instanceof Expression.Symbol symbol
                && symbol.shape().equals(program.node(id).shape());
        return same ? ((Expression.Symbol) composition.of(id)).node() : id;
    }

    /**
     * The steps of nodes, each worked out when it is asked for.
     *
     * @param said what signs stand for, as far as the reader has been told; added to
     */
    Iterator<Derivation> each(List<Node> nodes, Set<Form> said) {
        return nodes.stream().map(node -> of(node.id(), said)).iterator();
    }

    /** What is worth a step: all but values read in and gradients that only pass through. */
    Stream<Node> told() {
        return program.nodes().stream()
                .filter(node -> (!node.isLeaf() || Names.isMask(node)) && copies.isSpoken(node.id()))
                .filter(node -> node.phase() != Phase.UPDATE
                        || page.names().letters(node.id()).isPresent());
    }
}
