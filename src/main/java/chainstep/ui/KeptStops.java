package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.Debugger;
import chainstep.debug.PlaceException;
import chainstep.debug.PlaceText;
import chainstep.debug.Watch;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.lang.SourceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the breakpoints and watches of one model anew for another, by their text; lines move with the text around them. */
final class KeptStops {
    private final Running before;
    private final Running next;
    private final LineShift shift;
    private final List<String> lost = new ArrayList<>();

    KeptStops(Running before, Running next) {
        this.before = before;
        this.next = next;
        this.shift = LineShift.between(
                before.model().source().text(), next.model().source().text());
    }

    /** Sets them all; returns those that the new model has no place for, as they were written. */
    List<String> handOver() {
        Debugger debugger = next.debugger();
        Set<String> given = new HashSet<>(before.given());
        List<Breakpoint> fresh = debugger.breakpoints();
        for (Breakpoint breakpoint : fresh) {
            String text = PlaceText.notation(breakpoint.place(), next.model().program());
            if (given.contains(text)) {
                like(
                        breakpoint.id(),
                        before.debugger().breakpoints().stream()
                                .filter(old -> notation(old).equals(text))
                                .findFirst());
            }
        }
        Set<String> now = new HashSet<>(next.given());
        before.debugger().breakpoints().stream()
                .filter(old -> !given.contains(notation(old)) && !now.contains(notation(old)))
                .forEach(this::set);
        before.debugger().watches().forEach(this::watch);
        return lost;
    }

    private String notation(Breakpoint breakpoint) {
        return PlaceText.notation(breakpoint.place(), before.model().program());
    }

    /** One that the file sets is as the user left it. */
    private void like(int id, Optional<Breakpoint> old) {
        old.ifPresentOrElse(
                was -> {
                    next.debugger().enable(id, was.enabled());
                    next.debugger().pass(id, was.pass());
                },
                () -> next.debugger().remove(id));
    }

    private void set(Breakpoint old) {
        String text = notation(old);
        try {
            Breakpoint added = next.debugger().add(place(old, text), old.pass());
            if (!old.enabled()) {
                next.debugger().enable(added.id(), false);
            }
        } catch (PlaceException | SourceError | OperandException gone) {
            lost.add(text.isEmpty() ? line(old.place()) : text);
        }
    }

    /** What is lost without a name is told by its line. */
    private String line(Breakpoint.Place place) {
        int line = place instanceof Breakpoint.OnNode on
                ? before.model().program().node(on.node()).origin().line()
                : 0;
        return Integer.toString(line);
    }

    /** A term or a part of an update has no name to be written by: it goes on at the node that does the same. */
    private Optional<Breakpoint.Place> unnamed(Breakpoint.Place old) {
        if (old instanceof Breakpoint.OnNode on
                && before.model().program().node(on.node()).name().isEmpty()) {
            return new Counterpart(before.model().program(), next.model().program())
                    .of(on.node()).stream()
                            .<Breakpoint.Place>mapToObj(Breakpoint.OnNode::new)
                            .findFirst();
        }
        return Optional.empty();
    }

    private Breakpoint.Place place(Breakpoint old, String text) {
        if (text.isEmpty()) {
            return unnamed(old.place()).orElseGet(() -> next.places().read(text));
        }
        OptionalInt line = old.place().line();
        if (line.isEmpty()) {
            return next.places().read(text);
        }
        String moved = Integer.toString(line(line.getAsInt()));
        return next.places()
                .read(
                        old.place() instanceof Breakpoint.Narrowed narrowed
                                ? moved + " if " + narrowed.condition().text()
                                : moved);
    }

    /** Where the text of a line went; where it was changed, the line that computes the same value now. */
    private int line(int number) {
        int there = shift.line(number);
        List<String> lines = before.model().source().text().lines().toList();
        List<String> now = next.model().source().text().lines().toList();
        boolean same = there <= now.size() && lines.get(number - 1).equals(now.get(there - 1));
        return same ? there : lineOfValue(number).orElse(there);
    }

    private OptionalInt lineOfValue(int line) {
        Program program = before.model().program();
        Counterpart counterpart = new Counterpart(program, next.model().program());
        return program.nodes().stream()
                .filter(node -> node.isNamed() && node.origin().line() == line)
                .flatMap(node -> counterpart.of(node.id()).stream().boxed())
                .mapToInt(id -> next.model().program().node(id).origin().line())
                .findFirst();
    }

    private void watch(Watch old) {
        String text = old.measure().text();
        try {
            next.debugger().watch(next.places().measure(text));
        } catch (SourceError | OperandException gone) {
            lost.add(text);
        }
    }
}
