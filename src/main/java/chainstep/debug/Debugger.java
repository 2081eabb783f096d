package chainstep.debug;

import chainstep.graph.Program;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cursor in the run of a program. Mutable, one thread; every move returns the state it leads to.
 *
 * <p>The cursor stands after a step of the current {@link Depth}: that step has just been computed. Moves cross from one
 * iteration into the next or the one before; where they cannot move, they stay and the state's {@link Stop} says why. A move
 * to a place where no step of the current depth ends goes finer, as far as needed.
 */
public final class Debugger {
    /** How many iterations a run has unless told otherwise. */
    public static final long LIMIT = 1_000_000;

    private final StepTree tree;
    private Setup setup;
    private int lastId;
    private long limit;
    private Position position = new Position(0, 0, Depth.LINE);
    private Optional<Playing> playing = Optional.empty();
    private Trace shown;
    private DebugState state;
    /** The trace that was looked through for numbers that are not finite, and the first of these. */
    private Optional<Trace> scanned = Optional.empty();

    private Optional<Cause.Scalar> notFinite = Optional.empty();

    /** A cursor at the start of iteration 0, at depth {@link Depth#LINE}. */
    public Debugger(Program program) {
        this.tree = new StepTree(program);
        this.setup = Setup.of(tree);
        this.limit = setup.iterations().differ() ? LIMIT : 1;
        this.shown = trace();
        this.state = look(Stop.STEPPED);
    }

    /** A cursor in a model's run, with the breakpoints that its file sets. */
    public static Debugger of(Model model, Quantity.Elsewhere elsewhere) {
        Debugger debugger = new Debugger(model.program());
        for (Directive directive : model.directives()) {
            if (directive instanceof Directive.BreakAt at) {
                debugger.add(new Breakpoint.Computed(Measure.of(model, at.quantity(), elsewhere)));
            } else if (directive instanceof Directive.BreakWhen when) {
                debugger.add(new Breakpoint.When(Measure.of(model, when.condition(), elsewhere)));
            }
        }
        return debugger;
    }

    public DebugState state() {
        return state;
    }

    public StepTree tree() {
        return tree;
    }

    /** How many iterations the run has; one where nothing changes between iterations. */
    public long limit() {
        return limit;
    }

    /** Sets how many iterations the run has; at least those up to the cursor. */
    public void limit(long count) {
        limit = setup.iterations().differ() ? Math.max(count, position.iteration() + 1) : 1;
    }

    /** To the end of the next step at the current depth. */
    public DebugState step() {
        return forward(position.depth());
    }

    /** The same, unless a breakpoint is hit before: then there. One step after the other is one run, until it is hit. */
    public DebugState play(Progress progress) {
        if (tree.end() == 0 || setup.hits().isEmpty()) {
            return step();
        }
        playing = playing.filter(run -> run.isAt(position)).or(() -> Optional.of(new Playing()));
        return playing.get()
                .next(setup, position, limit, progress)
                .map(this::hit)
                .orElseGet(this::step);
    }

    /** To the end of the step before at the current depth. */
    public DebugState back() {
        return backward(position.depth());
    }

    /** To the end of the next line, at the current depth. */
    public DebugState nextLine() {
        return forward(Depth.LINE);
    }

    /** To the end of the line before, at the current depth. */
    public DebugState previousLine() {
        return backward(Depth.LINE);
    }

    /** To the end of this phase; there, to the end of the next. */
    public DebugState endOfPhase() {
        return forward(Depth.PHASE);
    }

    private DebugState forward(Depth by) {
        if (tree.end() == 0) {
            return stay(new Stop.EndOfRun(limit));
        }
        return go(position.forward(tree, by));
    }

    private DebugState backward(Depth by) {
        Position before = position.backward(tree, by);
        return before.equals(position) ? stay(Stop.START) : moved(before, Stop.STEPPED);
    }

    private DebugState go(Position to) {
        return to.iteration() >= limit ? stay(new Stop.EndOfRun(limit)) : moved(to, Stop.STEPPED);
    }

    /** To the first part of the current step, one depth finer; at the start, of the step to come. */
    public DebugState into() {
        if (position.depth() == Depth.ELEMENT || tree.end() == 0) {
            return stay(Stop.NO_SUCH_DEPTH);
        }
        long index = Math.max(0, tree.index(position.time(), position.depth()));
        Depth finer = tree.finer(position.depth(), lastNode(index));
        long first = tree.inside(index, position.depth(), finer).first();
        return moved(new Position(position.iteration(), tree.time(first, finer), finer), Stop.STEPPED);
    }

    /** To the end of the step that the current one is part of, one depth coarser. */
    public DebugState out() {
        if (position.depth() == Depth.ITERATION || tree.end() == 0) {
            return stay(Stop.NO_SUCH_DEPTH);
        }
        long index = Math.max(0, tree.index(position.time(), position.depth()));
        return depth(tree.coarser(position.depth(), lastNode(index)));
    }

    private int lastNode(long index) {
        return tree.at(0, index, position.depth()).node();
    }

    /** Changes how much a step covers; the cursor goes on to the end of the step of that depth that it is in. */
    public DebugState depth(Depth depth) {
        long end = tree.time(tree.index(position.time(), depth), depth);
        return moved(new Position(position.iteration(), end, depth), Stop.STEPPED);
    }

    /** To where a node is computed next; for a leaf carried on, to where its next value is. */
    public DebugState runTo(int node) {
        int target = tree.isStep(node) ? node : tree.program().next(node).orElse(-1);
        if (!tree.isStep(target)) {
            return stay(new Stop.NeverComputed(node));
        }
        long time = tree.time(new Step(0, target, -1));
        return go(position.to(tree, position.iteration() + (time > position.time() ? 0 : 1), time));
    }

    /** To the start of iteration 0; breakpoints, watches and depth stay. */
    public DebugState restart() {
        return moved(new Position(0, 0, position.depth()), Stop.STEPPED);
    }

    /** To the start of an iteration of a run that some states are known of, from elsewhere; what lies between is worked out from them. */
    public DebugState travel(List<Snapshot> states, long iteration, Progress progress) {
        setup.iterations().tell(states);
        position = new Position(0, 0, position.depth());
        shown = trace().of(tree.program());
        limit = Math.max(limit, iteration + 1);
        return jump(iteration, progress);
    }

    /** To the start of an iteration. */
    public DebugState jump(long iteration, Progress progress) {
        return jump(Step.start(iteration), progress);
    }

    /** To a step of any iteration, by its number at the current depth. */
    public DebugState jump(long iteration, long index, Progress progress) {
        return jump(tree.at(iteration, index, position.depth()), progress);
    }

    /**
     * To a step of any iteration; to an element at that depth, to a node at the current depth or finer.
     *
     * @throws IllegalArgumentException when there is no such step
     */
    public DebugState jump(Step step, Progress progress) {
        Depth depth = step.element() >= 0 ? Depth.ELEMENT : position.depth();
        Position to = new Position(0, 0, depth).to(tree, step.iteration(), tree.time(step));
        if (to.iteration() >= limit) {
            return stay(new Stop.EndOfRun(limit));
        }
        boolean there = setup.iterations().trace(to.iteration(), progress).isPresent();
        return there ? moved(to, Stop.STEPPED) : stay(Stop.CANCELLED);
    }

    /**
     * Runs until a breakpoint is hit after the current step; without one to the run's end, cancelled to that of the iteration reached.
     */
    public DebugState continueRun(Progress progress) {
        Scan.Found found = new Scan(setup, position, progress).forward(limit);
        return switch (found.how()) {
            case STOPPED -> hit(found);
            case ENDED -> end(found.iteration(), new Stop.EndOfRun(limit));
            case CANCELLED -> end(found.iteration(), Stop.CANCELLED);
        };
    }

    /**
     * Runs backwards to the latest hit before the current step; without one, to the start of iteration 0. Cancelled, it stays.
     */
    public DebugState reverseContinue(Progress progress) {
        if (setup.hits().isEmpty()) {
            return first();
        }
        Scan.Found found = new Scan(setup, position, progress).backward();
        return switch (found.how()) {
            case STOPPED -> hit(found);
            case ENDED -> first();
            case CANCELLED -> stay(Stop.CANCELLED);
        };
    }

    private DebugState first() {
        return moved(new Position(0, 0, position.depth()), Stop.START);
    }

    private DebugState hit(Scan.Found found) {
        return moved(
                found.place(position, tree), new Stop.Hit(found.hit().get(0).breakpoint()));
    }

    private DebugState end(long iteration, Stop stop) {
        return moved(position.to(tree, iteration, tree.end()), stop);
    }

    /** Adds a breakpoint that stops at its first hit. */
    public Breakpoint add(Breakpoint.Place place) {
        return add(place, 1);
    }

    /**
     * Adds a breakpoint that lets hits pass.
     *
     * @param pass it stops at the {@code pass}-th hit of a run
     * @throws chainstep.lang.SourceError when a quantity it is about is none of the model's; nothing is added
     * @throws chainstep.graph.OperandException when the shapes do not allow the quantity; nothing is added
     */
    public Breakpoint add(Breakpoint.Place place, int pass) {
        Breakpoint added = new Breakpoint(lastId + 1, place, true, pass);
        install(setup.breakpoints(all -> all.put(added.id(), added)));
        lastId = added.id();
        return added;
    }

    /** Switches a breakpoint on or off; says whether it was there. */
    public boolean enable(int id, boolean on) {
        install(setup.breakpoints(all -> all.computeIfPresent(id, (key, breakpoint) -> breakpoint.enabled(on))));
        return setup.breakpoints().containsKey(id);
    }

    /** Makes a breakpoint stop at the {@code pass}-th hit of a run; says whether it was there. */
    public boolean pass(int id, int pass) {
        install(setup.breakpoints(all -> all.computeIfPresent(id, (key, breakpoint) -> breakpoint.passing(pass))));
        return setup.breakpoints().containsKey(id);
    }

    /** Removes a breakpoint; says whether it was there. */
    public boolean remove(int id) {
        boolean was = setup.breakpoints().containsKey(id);
        install(setup.breakpoints(all -> all.remove(id)));
        return was;
    }

    public List<Breakpoint> breakpoints() {
        return List.copyOf(setup.breakpoints().values());
    }

    /**
     * Watches a quantity.
     *
     * @throws chainstep.lang.SourceError when the model has no such quantity; nothing is added
     * @throws chainstep.graph.OperandException when the shapes do not allow it; nothing is added
     */
    public Watch watch(Measure measure) {
        Watch watch = new Watch(lastId + 1, measure);
        install(setup.watches(all -> all.put(watch.id(), watch)));
        lastId = watch.id();
        return watch;
    }

    /** Removes a watch; says whether it was there. */
    public boolean unwatch(int id) {
        boolean was = setup.watches().containsKey(id);
        install(setup.watches(all -> all.remove(id)));
        return was;
    }

    public List<Watch> watches() {
        return List.copyOf(setup.watches().values());
    }

    private void install(Setup changed) {
        setup = changed;
        state = look(state.stop());
    }

    /** What can be seen of a quantity at the cursor, without watching it. */
    public Watch.Sight see(Measure measure) {
        Quantity.Appended seen = measure.append(tree.program());
        int readyAt = Extension.readyAt(seen.program(), tree.program().size(), seen.node());
        return tree.isDone(readyAt, position.time())
                ? new Watch.Known(
                        Evaluator.extend(state.trace(), seen.program()).value(seen.node()))
                : new Watch.NotYet(readyAt);
    }

    /** The values of a watch at the ends of iterations {@code from} to {@code to}; fewer when cancelled or the run ends. */
    public List<Tensor> history(Watch watch, long from, long to, Progress progress) {
        List<Tensor> values = new ArrayList<>();
        int node = setup.extension().of(watch.id()).node();
        if (from < Math.min(to + 1, limit)) {
            setup.iterations()
                    .sweep(
                            from,
                            Math.min(to, limit - 1),
                            trace -> {
                                values.add(trace.value(node));
                                return false;
                            },
                            progress);
        }
        return values;
    }

    /** Who wrote an element of a node of the cursor's iteration, and from what. */
    public Cause why(int node, int element) {
        return why(position.iteration(), node, element);
    }

    /** Who wrote an element of a node in an iteration, and from what. */
    public Cause why(long iteration, int node, int element) {
        return new Causes(tree.program(), setup.iterations()).of(iteration, node, element);
    }

    /** Where the NaN or infinity of a number of the cursor's iteration first came up; empty where it is finite. */
    public Optional<Cause> firstNotFinite(int node, int element) {
        return new Causes(tree.program(), setup.iterations()).firstNotFinite(position.iteration(), node, element);
    }

    /** The first number of the cursor's iteration that is NaN or infinite; empty while it is not computed, or all are finite. */
    public Optional<Cause.Scalar> firstNotFinite() {
        if (scanned.filter(trace -> trace == shown).isEmpty()) {
            scanned = Optional.of(shown);
            notFinite = Finite.firstNot(shown);
        }
        return notFinite.filter(first -> state.knows(first.node(), first.element()));
    }

    private Trace trace() {
        return setup.iterations().trace(position.iteration());
    }

    private DebugState moved(Position to, Stop stop) {
        position = to;
        state = look(stop);
        return state;
    }

    private DebugState stay(Stop stop) {
        return moved(position, stop);
    }

    private DebugState look(Stop stop) {
        Trace trace = trace();
        if (shown.iteration() != trace.iteration()) {
            shown = trace.of(tree.program());
        }
        Step step = tree.step(position.iteration(), position.time(), position.depth());
        long index = tree.index(position.time(), position.depth());
        return new DebugState(tree, step, position.depth(), index, shown, stop, setup.seen(trace, position.time()));
    }
}
