package chainstep.cli.prompt;

import chainstep.debug.Cause;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.math.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says who wrote a number and from what. */
final class CauseText {
    private static final int MOST = 20;

    /** How many of an array's numbers that are not finite are named. */
    private static final int NAMED = 6;

    private final Session session;

    CauseText(Session session) {
        this.session = session;
    }

    /** Of an array, which of its numbers is told; nothing where it has only one. */
    Optional<String> choice(int node, OfInterest found) {
        if (found.size() == 1) {
            return Optional.empty();
        } else if (found.notFinite().isEmpty()) {
            return Optional.of(session.say("why.largest", found.size()));
        } else if (found.notFinite().size() == 1) {
            return Optional.of(session.say("why.notfinite.one", found.size()));
        }
        Explainer explainer = session.explainer();
        List<String> names = new ArrayList<>();
        found.notFinite().stream()
                .limit(NAMED)
                .forEach(place -> names.add(explainer.element(node, place).plain()));
        if (found.notFinite().size() > NAMED) {
            names.add("…");
        }
        String list = String.join(session.say("why.comma"), names);
        return Optional.of(session.say("why.notfinite", found.notFinite().size(), found.size(), list));
    }

    /** The number, the line that wrote it, and the numbers it was made from. */
    List<String> lines(Cause cause) {
        List<String> lines = new ArrayList<>();
        lines.add(scalar(cause.written()) + "  " + writer(cause));
        cause.from().stream().limit(MOST).forEach(from -> lines.add("  " + session.say("why.from", scalar(from))));
        int more = cause.from().size() - MOST;
        if (more > 0) {
            lines.add("  " + session.say(cause.isAll() ? "why.more" : "why.many", more));
        }
        return lines;
    }

    /** Where NaN or infinity first came in; said shortly of what was just told. */
    List<String> first(Cause cause, Cause told) {
        if (cause.equals(told)) {
            return List.of(session.say("why.itself"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(session.say("why.first"));
        lines(cause).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private String scalar(Cause.Scalar scalar) {
        Explainer explainer = session.explainer(scalar.iteration());
        String value = Format.typographic(Format.significant(scalar.value(), 6));
        String name = explainer.element(scalar.node(), scalar.element()).plain();
        boolean next = session.model().program().isCarried(scalar.node());
        String called = next ? session.say("why.new", name) : name;
        String text = called.equals(value) ? value : called + " = " + value;
        return scalar.iteration() == session.debugger().state().iteration()
                ? text
                : text + "  " + session.say("why.iteration", scalar.iteration());
    }

    private String writer(Cause cause) {
        Node node = session.model().program().node(cause.written().node());
        int line = node.origin().line();
        if (cause.isGiven()) {
            return session.say("why.given", line);
        } else if (line == 0) {
            return session.say("why.nobody");
        }
        return session.say("why.by", line, session.statement(line));
    }
}
