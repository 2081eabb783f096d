package chainstep.ui.graph;

import chainstep.debug.Breakpoint;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.run.Progress;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the scenes of one iteration into {@link GraphModel}s, with what all of them share: the scheme, heads, figures. Once it is
 * filled, reading takes no work; it is filled by whoever made it, before anyone else sees it.
 */
final class Viewing {
    /** So many boxes are given other numbers before anyone notices. */
    private static final int FEW = 40;

    private final Scheme scheme;
    private final Captions captions;
    private final FigureBook figures;
    private final Explainer asked;
    private final Explainer explainer;

    private Viewing(Scheme scheme, Captions captions, FigureBook figures, Explainer asked, Explainer explainer) {
        this.scheme = scheme;
        this.captions = captions;
        this.figures = figures;
        this.asked = asked;
        this.explainer = explainer;
    }

    /**
     * @param before of which is kept what can be used again
     * @param longest how many characters a row of numbers in a box has at most
     */
    static Viewing of(Sitting sitting, Folding folding, Optional<Viewing> before, int longest) {
        Program program = sitting.state().program();
        Explainer own = sitting.explainer().again();
        Optional<Viewing> alike = before.filter(old -> old.scheme.program() == program);
        Optional<Viewing> same = alike.filter(old -> old.scheme.folding().equals(folding));
        Scheme scheme = same.map(old -> old.scheme).orElseGet(() -> Scheme.of(program, folding));
        Captions captions = same.map(old -> old.captions).orElseGet(() -> new Captions(scheme));
        FigureBook figures = alike.filter(old -> old.asked == sitting.explainer() && old.longest() == longest)
                .map(old -> old.figures)
                .orElseGet(() -> new FigureBook(sitting.state().trace(), own, longest));
        return new Viewing(scheme, captions, figures, sitting.explainer(), own);
    }

    /** For a moment of the same program; empty where that is another iteration, and its numbers are many. */
    Optional<Viewing> at(Sitting sitting) {
        if (sitting.explainer() == asked) {
            return Optional.of(this);
        }
        return scheme.boxes().size() > FEW
                ? Optional.empty()
                : Optional.of(of(sitting, scheme.folding(), Optional.of(this), longest()));
    }

    int longest() {
        return figures.longest();
    }

    /** Whether a small matrix is a heat map for want of room; known once it is filled. */
    boolean isShort() {
        return figures.isShort();
    }

    /** Does all there is to do for any scene. */
    void fill(Progress progress) {
        for (Box box : scheme.boxes()) {
            if (progress.cancelled()) {
                return;
            }
            captions.of(box, explainer);
            IntStream.concat(
                            IntStream.of(box.id()),
                            IntStream.concat(
                                    scheme.gradient(box.id()).stream(), scheme.program().next(box.id()).stream()))
                    .forEach(figures::of);
        }
        // the first derivative asked for takes the time of all
        scheme.program().nodes().stream()
                .filter(node -> node.role() instanceof Role.Term)
                .findFirst()
                .ifPresent(term -> explainer.local(term.id()));
    }

    /** @param sitting of the scene */
    GraphModel model(DebugScene scene, Sitting sitting) {
        Moment moment = new Moment(scheme, sitting.state());
        List<Card> cards = new ArrayList<>();
        Map<Integer, Boolean> reached = new HashMap<>();
        Set<Integer> wrong = scene.draft().troubles().stream()
                .map(trouble -> scene.inRun(trouble.line()))
                .collect(Collectors.toSet());
        Set<Integer> stopped = stopped(sitting);
        for (Box box : scheme.boxes()) {
            Card card = card(box, moment, scene, stopped.contains(box.id()), wrong);
            cards.add(card);
            reached.put(box.id(), card.isReached());
        }
        List<Wire> wires = scheme.edges().stream()
                .map(link ->
                        new Wire(link, moment.flow(link, reached.get(link.to())), local(moment.term(link), sitting)))
                .toList();
        return new GraphModel(scheme, cards, wires);
    }

    private Card card(Box box, Moment moment, DebugScene scene, boolean stopped, Set<Integer> wrong) {
        Program program = scheme.program();
        Caption caption = captions.of(box, explainer);
        Optional<Picked> focus = scene.focus();
        Node node = program.node(box.id());
        return new Card(
                box,
                caption.name(),
                caption.rule(),
                shown(box.id(), moment, focus),
                optional(scheme.gradient(box.id())).map(gradient -> shown(gradient, moment, focus)),
                optional(program.next(box.id())).map(next -> shown(next, moment, focus)),
                moment.isNow(box.id()),
                scene.picked()
                        .flatMap(picked -> scheme.box(picked.node()))
                        .filter(at -> at == box.id())
                        .isPresent(),
                stopped,
                wrong.contains(node.origin().line())
                        || isSick(box.id(), moment)
                        || optional(scheme.gradient(box.id()))
                                .filter(gradient -> isSick(gradient, moment))
                                .isPresent());
    }

    /** Whether a number known at the cursor is not finite. */
    private boolean isSick(int node, Moment moment) {
        return figures.firstSick(node) < moment.known(node);
    }

    private static Optional<Integer> optional(OptionalInt id) {
        return id.isPresent() ? Optional.of(id.getAsInt()) : Optional.empty();
    }

    private Shown shown(int node, Moment moment, Optional<Picked> focus) {
        int element = focus.filter(picked -> picked.node() == node)
                .map(Picked::element)
                .orElse(-1);
        return new Shown(node, figures.of(node), moment.known(node), element);
    }

    /** The boxes in which a run stops; what is folded away stops in the box that stands for it. */
    private Set<Integer> stopped(Sitting sitting) {
        return sitting.breakpoints().stream()
                .filter(Breakpoint::enabled)
                .flatMap(breakpoint -> about(breakpoint.place()))
                .flatMap(node -> scheme.box(node).stream())
                .collect(Collectors.toSet());
    }

    private Stream<Integer> about(Breakpoint.Place place) {
        if (place instanceof Breakpoint.OnNode at) {
            return Stream.of(at.node());
        } else if (place instanceof Breakpoint.OnGradient at) {
            return Stream.of(at.node());
        } else if (place instanceof Breakpoint.Narrowed narrowed) {
            return about(narrowed.at());
        }
        return place.line().stream()
                .boxed()
                .flatMap(line -> scheme.program().nodes().stream()
                        .filter(node -> node.origin().line() == line && isComputed(node))
                        .map(Node::id));
    }

    private static boolean isComputed(Node node) {
        return node.role() instanceof Role.Value && !node.isLeaf();
    }

    /** With the shape or the number where the derivative is a named value. */
    private String local(int term, Sitting sitting) {
        if (term < 0) {
            return "";
        }
        String local = explainer
                .local(term)
                .map(form -> form.plain())
                .or(() -> explainer.jacobian(term))
                .or(() -> explainer.share(term))
                .orElse("");
        OptionalInt named = sitting.state().program().named(local.substring(local.lastIndexOf(' ') + 1));
        boolean whole = local.indexOf(" = ") == local.lastIndexOf(' ') - 2;
        return named.isPresent() && whole ? local + size(named.getAsInt(), sitting) : local;
    }

    /** Of a named array its shape, of a single number that. */
    private String size(int node, Sitting sitting) {
        Shape shape = sitting.state().program().node(node).shape();
        return shape.isScalar() ? " = " + explainer.value(node).plain() : " (" + shape + ")";
    }
}
