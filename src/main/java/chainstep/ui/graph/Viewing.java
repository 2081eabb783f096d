package chainstep.ui.graph;

import chainstep.debug.Breakpoint;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.lang.SourceError;
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

/** Reads a scene into a {@link GraphModel}, keeping what the next scene can use again: the scheme, heads, figures. */
final class Viewing {
    private Optional<Scheme> scheme = Optional.empty();
    private Optional<Captions> captions = Optional.empty();
    private Optional<FigureBook> figures = Optional.empty();

    /** @param sitting of the scene */
    GraphModel model(DebugScene scene, Sitting sitting, Folding folding) {
        prepare(sitting, folding);
        Scheme now = scheme.orElseThrow();
        Moment moment = new Moment(now, sitting.state());
        List<Card> cards = new ArrayList<>();
        Map<Integer, Boolean> reached = new HashMap<>();
        Set<Integer> wrong =
                scene.draft().troubles().stream().map(SourceError::line).collect(Collectors.toSet());
        for (Box box : now.boxes()) {
            Card card = card(box, moment, scene, sitting, wrong);
            cards.add(card);
            reached.put(box.id(), card.isReached());
        }
        List<Wire> wires = now.edges().stream()
                .map(link ->
                        new Wire(link, moment.flow(link, reached.get(link.to())), local(moment.term(link), sitting)))
                .toList();
        return new GraphModel(now, cards, wires);
    }

    private void prepare(Sitting sitting, Folding folding) {
        Program program = sitting.state().program();
        if (scheme.filter(old -> old.program() == program && old.folding().equals(folding))
                .isEmpty()) {
            scheme = Optional.of(Scheme.of(program, folding));
            captions = scheme.map(Captions::new);
        }
        if (figures.filter(old -> old.explainer() == sitting.explainer()).isEmpty()) {
            figures = Optional.of(new FigureBook(sitting.state().trace(), sitting.explainer()));
        }
    }

    private Card card(Box box, Moment moment, DebugScene scene, Sitting sitting, Set<Integer> wrong) {
        Scheme now = scheme.orElseThrow();
        Program program = now.program();
        Caption caption = captions.orElseThrow().of(box, sitting.explainer());
        Optional<Picked> focus = scene.focus();
        Node node = program.node(box.id());
        return new Card(
                box,
                caption.name(),
                caption.rule(),
                shown(box.id(), moment, focus),
                optional(now.gradient(box.id())).map(gradient -> shown(gradient, moment, focus)),
                optional(program.next(box.id())).map(next -> shown(next, moment, focus)),
                moment.isNow(box.id()),
                scene.picked()
                        .flatMap(picked -> now.box(picked.node()))
                        .filter(at -> at == box.id())
                        .isPresent(),
                sitting.breakpoints().stream().anyMatch(breakpoint -> breakpoint.enabled() && stops(breakpoint, box)),
                wrong.contains(node.origin().line())
                        || isSick(box.id(), moment)
                        || optional(now.gradient(box.id()))
                                .filter(gradient -> isSick(gradient, moment))
                                .isPresent());
    }

    /** Whether a number known at the cursor is not finite. */
    private boolean isSick(int node, Moment moment) {
        return figures.orElseThrow().firstSick(node) < moment.known(node);
    }

    private static Optional<Integer> optional(OptionalInt id) {
        return id.isPresent() ? Optional.of(id.getAsInt()) : Optional.empty();
    }

    private Shown shown(int node, Moment moment, Optional<Picked> focus) {
        int element = focus.filter(picked -> picked.node() == node)
                .map(Picked::element)
                .orElse(-1);
        return new Shown(node, figures.orElseThrow().of(node), moment.known(node), element);
    }

    private boolean stops(Breakpoint breakpoint, Box box) {
        Scheme now = scheme.orElseThrow();
        if (breakpoint.place() instanceof Breakpoint.OnNode place) {
            return now.box(place.node()).filter(at -> at == box.id()).isPresent();
        } else if (breakpoint.place() instanceof Breakpoint.OnGradient place) {
            return now.box(place.node()).filter(at -> at == box.id()).isPresent();
        }
        int line = now.program().node(box.id()).origin().line();
        return !box.kind().isGiven() && breakpoint.place().line().equals(OptionalInt.of(line));
    }

    /** With the shape where the derivative is a named array. */
    private String local(int term, Sitting sitting) {
        if (term < 0) {
            return "";
        }
        String local = sitting.explainer().local(term).map(form -> form.plain()).orElse("");
        OptionalInt named = sitting.state().program().named(local.substring(local.lastIndexOf(' ') + 1));
        boolean whole = local.indexOf(" = ") == local.lastIndexOf(' ') - 2;
        return named.isPresent() && whole
                ? local + " ("
                        + sitting.state().program().node(named.getAsInt()).shape() + ")"
                : local;
    }

    FigureBook figures() {
        return figures.orElseThrow();
    }
}
