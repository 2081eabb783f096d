package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.PlaceException;
import chainstep.debug.PlaceReader;
import chainstep.debug.PlaceText;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.lang.SourceError;
import chainstep.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where someone stands in a run and what they set there, in words that outlive the process; the next window starts with it.
 *
 * @param index the step of the iteration at the depth, from 0; −1 at the start
 * @param sample which row of each batch is looked at alone, from 1
 */
public record Standing(
        Depth depth, long iteration, long index, OptionalInt sample, List<Kept> breakpoints, List<String> watches)
        implements Start {
    private static final String DEPTH = "depth";
    private static final String CURSOR = "cursor";
    private static final String SAMPLE = "sample";
    private static final String BREAK = "break";
    private static final String WATCH = "watch";

    /**
     * A breakpoint, its place as a user could write it.
     *
     * @param pass the hit that it stops at
     */
    public record Kept(String place, boolean enabled, int pass) {}

    public Standing {
        breakpoints = List.copyOf(breakpoints);
        watches = List.copyOf(watches);
    }

    /** How a model is being stepped; what has no name that could be written is left out. */
    public static Standing of(Sitting sitting) {
        DebugState state = sitting.state();
        return new Standing(
                state.depth(),
                state.iteration(),
                state.index(),
                sitting.model().sample(),
                sitting.breakpoints().stream()
                        .map(each -> new Kept(written(each.place(), state.program()), each.enabled(), each.pass()))
                        .filter(kept -> !kept.place().isEmpty())
                        .toList(),
                state.watches().stream()
                        .map(seen -> oneLine(seen.watch().measure().text()))
                        .toList());
    }

    private static String written(Breakpoint.Place place, Program program) {
        return Nameless.of(place, program)
                .map(Nameless::text)
                .orElseGet(() -> oneLine(PlaceText.notation(place, program)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Override
    public List<String> set(PlaceReader places, Debugger debugger) {
        List<Breakpoint> given = debugger.breakpoints();
        given.forEach(breakpoint -> debugger.remove(breakpoint.id()));
        return add(given, places, debugger);
    }

    private List<String> add(List<Breakpoint> given, PlaceReader places, Debugger debugger) {
        List<String> lost = new ArrayList<>();
        for (Kept kept : breakpoints) {
            Optional<Nameless> nameless = Nameless.read(kept.place());
            if (nameless.isPresent()) {
                nameless.get()
                        .in(places.model().program())
                        .ifPresentOrElse(
                                place -> set(kept, place, debugger),
                                () -> lost.add(Integer.toString(nameless.get().line())));
            } else {
                attempt(kept.place(), lost, () -> set(kept, place(kept, given, places), debugger));
            }
        }
        watches.forEach(watch -> attempt(watch, lost, () -> debugger.watch(places.measure(watch))));
        return lost;
    }

    private static void set(Kept kept, Breakpoint.Place place, Debugger debugger) {
        Breakpoint added = debugger.add(place, kept.pass());
        debugger.enable(added.id(), kept.enabled());
    }

    /** The same in a file that has changed since: the breakpoints that it sets now stay too. */
    public Start besideGiven() {
        return new Start() {
            @Override
            public List<String> set(PlaceReader places, Debugger debugger) {
                List<Breakpoint> given = debugger.breakpoints();
                given.stream().filter(each -> isKept(each, places)).forEach(each -> debugger.remove(each.id()));
                return add(given, places, debugger);
            }

            @Override
            public void place(Debugger debugger, Progress progress) {
                Standing.this.place(debugger, progress);
            }
        };
    }

    private boolean isKept(Breakpoint given, PlaceReader places) {
        String written = written(given.place(), places.model().program());
        return breakpoints.stream().anyMatch(kept -> kept.place().equals(written));
    }

    /** What is set, at the beginning of the run. */
    public Standing rested() {
        return new Standing(depth, 0, -1, OptionalInt.empty(), breakpoints, watches);
    }

    /** One that the file sets may be about what only files can say. */
    private static Breakpoint.Place place(Kept kept, List<Breakpoint> given, PlaceReader places) {
        return given.stream()
                .map(Breakpoint::place)
                .filter(place -> written(place, places.model().program()).equals(kept.place()))
                .findFirst()
                .orElseGet(() -> places.read(kept.place()));
    }

    private static void attempt(String text, List<String> lost, Runnable deed) {
        try {
            deed.run();
        } catch (PlaceException | SourceError | OperandException gone) {
            lost.add(text);
        }
    }

    @Override
    public void place(Debugger debugger, Progress progress) {
        Start.at(depth, iteration, index).place(debugger, progress);
    }

    /** One line for each thing that is kept, its kind first. */
    public String text() {
        Stream<String> cursor = Stream.of(DEPTH + " " + depth, CURSOR + " " + iteration + " " + index);
        Stream<String> row = sample.stream().mapToObj(number -> SAMPLE + " " + number);
        Stream<String> stops = breakpoints.stream()
                .map(kept -> String.join(
                        " ", BREAK, kept.enabled() ? "on" : "off", Integer.toString(kept.pass()), kept.place()));
        Stream<String> seen = watches.stream().map(watch -> WATCH + " " + watch);
        return String.join(
                        "\n",
                        Stream.of(cursor, row, stops, seen)
                                .flatMap(lines -> lines)
                                .toList())
                + "\n";
    }

    /** Reads what {@link #text} wrote; empty where it is anything else. */
    public static Optional<Standing> read(String text) {
        Standing read = new Standing(Depth.LINE, 0, -1, OptionalInt.empty(), List.of(), List.of());
        try {
            for (String line : text.lines().toList()) {
                read = read.with(line.split(" ", 2)[0], line.split(" ", 2)[1]);
            }
            return Optional.of(read);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private Standing with(String kind, String rest) {
        String[] words = rest.split(" ", 3);
        return switch (kind) {
            case DEPTH -> new Standing(Depth.valueOf(rest), iteration, index, sample, breakpoints, watches);
            case CURSOR -> at(number(words[0], 0), number(words[1], -1));
            case SAMPLE ->
                new Standing(
                        depth,
                        iteration,
                        index,
                        OptionalInt.of((int) Math.min(Integer.MAX_VALUE, number(rest, 1))),
                        breakpoints,
                        watches);
            case BREAK ->
                stopping(new Kept(
                        words[2], words[0].equals("on"), (int) Math.min(Integer.MAX_VALUE, number(words[1], 1))));
            case WATCH -> new Standing(depth, iteration, index, sample, breakpoints, and(watches, rest));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Standing at(long otherIteration, long otherIndex) {
        return new Standing(depth, otherIteration, otherIndex, sample, breakpoints, watches);
    }

    private Standing stopping(Kept kept) {
        return new Standing(depth, iteration, index, sample, and(breakpoints, kept), watches);
    }

    private static <T> List<T> and(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static long number(String digits, long least) {
        return Math.max(least, Long.parseLong(digits));
    }
}
