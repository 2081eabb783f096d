package chainstep.ui.timeline;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.debug.Step;
import chainstep.explain.Explainer;
import chainstep.graph.Phase;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import chainstep.ui.StopWords;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JPopupMenu;

/** The steps of one iteration: reached ones in full colour, the current one framed, breakpoints above, phases below. */
final class StepTrack extends Track {
    private static final int TOP = 13;
    private static final int MOST_TOLD = 20;

    /** So near a dot the pointer is on it. */
    private static final double REACH = 7;

    private final Supplier<chainstep.ui.Stops> wishes;
    private Optional<Bands> bands = Optional.empty();
    private Optional<Sitting> sitting = Optional.empty();
    private Optional<Stops> stops = Optional.empty();
    private Optional<Chosen> chosen = Optional.empty();

    StepTrack(Travel travel, Supplier<chainstep.ui.Stops> wishes) {
        super(travel);
        this.wishes = wishes;
        on(KeyEvent.VK_LEFT, () -> turn(-1));
        on(KeyEvent.VK_RIGHT, () -> turn(1));
        on(KeyEvent.VK_HOME, () -> go(-1));
        on(KeyEvent.VK_END, () -> go(Long.MAX_VALUE));
        on(KeyEvent.VK_PAGE_UP, () -> iteration(-1));
        on(KeyEvent.VK_PAGE_DOWN, () -> iteration(1));
        on(KeyEvent.VK_B, this::toggleStop);
        on(KeyEvent.VK_CONTEXT_MENU, this::openMenu);
    }

    @Override
    void show(DebugScene next) {
        sitting = next.sitting();
        bands = Optional.empty();
        chosen = Chosen.of(next);
        stops = sitting.map(now -> stops.filter(known -> known.holdFor(now)).orElseGet(() -> Stops.of(now)));
        super.show(next);
        getAccessibleContext().setAccessibleName(say("timeline.steps"));
        sitting.ifPresent(now -> getAccessibleContext().setAccessibleDescription(description(now)));
    }

    /** Where the cursor stands, what is picked, and where breakpoints are. */
    private String description(Sitting now) {
        DebugState state = now.state();
        StringJoiner all = new StringJoiner("; ");
        all.add(say("timeline.at", state.index() + 1, state.count(), state.iteration()));
        chosen.ifPresent(steps -> all.add(say("timeline.picked.at", title(now, steps.last()))));
        stops.map(Stops::dots)
                .filter(dots -> !dots.isEmpty())
                .ifPresent(dots -> all.add(say(
                        "timeline.stops.at",
                        dots.stream()
                                .map(dot -> dot.index() + 1)
                                .distinct()
                                .sorted()
                                .limit(MOST_TOLD)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")))));
        return all.toString();
    }

    private int thick() {
        return settings().projector() ? 26 : 20;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(600, TOP + thick() + (settings().projector() ? 36 : 30));
    }

    /** The steps laid along the width there is. */
    Optional<Bands> bands() {
        double width = Math.max(1, getWidth() - 2 * ASIDE);
        if (bands.filter(laid -> laid.width() == width).isEmpty()) {
            bands = sitting.map(Sitting::state).map(state -> Bands.of(state.tree(), state.depth(), width));
        }
        return bands;
    }

    @Override
    void point(int x) {
        bands().ifPresent(laid -> go(laid.index(x - ASIDE)));
    }

    @Override
    void turn(int notches) {
        sitting.map(Sitting::state).ifPresent(state -> go(state.index() + notches));
    }

    private void iteration(int by) {
        sitting.map(Sitting::state)
                .filter(state -> state.iteration() + by >= 0)
                .ifPresent(state -> travel().to(state.iteration() + by, state.index()));
    }

    private void go(long index) {
        sitting.map(Sitting::state).ifPresent(state -> {
            long there = Math.max(-1, Math.min(index, state.count() - 1));
            if (there != state.index()) {
                travel().to(state.iteration(), there);
            }
        });
    }

    /** The step under the pointer, a dot before all else; −1 before the first. */
    private long under(int x, int y) {
        return bands().map(laid -> dot(x, y).orElseGet(() -> laid.index((double) x - ASIDE)))
                .orElse(-1L);
    }

    /** The step whose dot is under the pointer. */
    private Optional<Long> dot(int x, int y) {
        return y >= TOP
                ? Optional.empty()
                : stops.flatMap(all -> bands().flatMap(laid -> all.near(laid, x - ASIDE, REACH)));
    }

    @Override
    boolean isSign(int x, int y) {
        return dot(x, y).isPresent();
    }

    @Override
    void offer(int x, int y) {
        if (isShowing()) {
            menu(under(x, y)).ifPresent(menu -> menu.show(this, x, y));
        }
    }

    /** What can be done about stopping at a step. */
    Optional<JPopupMenu> menu(long index) {
        return menu().map(menu -> menu.of(index, index < 0 ? say("timeline.start") : title(menu.sitting(), index)));
    }

    private Optional<StopMenu> menu() {
        return sitting.flatMap(now ->
                stops.map(all -> new StopMenu(now, wishes.get(), all, settings().locale())));
    }

    /** The step that keys are about: what is picked, else the cursor's. */
    private long lead() {
        return chosen.map(Chosen::last)
                .or(() -> sitting.map(now -> now.state().index()))
                .orElse(-1L);
    }

    /** Stops at the step that keys are about from now on, or no longer. */
    void toggleStop() {
        menu().ifPresent(menu -> menu.toggle(lead()));
    }

    private void openMenu() {
        bands().ifPresent(laid ->
                menu(lead()).ifPresent(menu -> menu.show(this, ASIDE + (int) laid.middle(lead()), TOP + thick())));
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        long index = under(event.getX(), event.getY());
        return sitting.map(now -> tip(now, index)).filter(tip -> !tip.isEmpty()).orElse(null);
    }

    /** What a step computes, whether it is picked, and what stops there. */
    String tip(Sitting now, long index) {
        StringJoiner all = new StringJoiner(" · ");
        if (index >= 0) {
            all.add(title(now, index));
        }
        chosen.filter(steps -> steps.has(index)).ifPresent(steps -> all.add(say("timeline.picked")));
        stops.map(known -> known.at(index))
                .orElse(List.of())
                .forEach(dot -> all.add(say(
                        dot.breakpoint().enabled() ? "timeline.stop" : "timeline.stop.off",
                        StopWords.of(dot.breakpoint().place(), now, settings().locale()))));
        return all.toString();
    }

    /** What a step computes. */
    String title(Sitting now, long index) {
        DebugState state = now.state();
        Step step = state.tree().at(state.iteration(), index, state.depth());
        Explainer explainer = now.explainer();
        boolean finest = state.depth() == Depth.ELEMENT || state.depth() == Depth.TERM;
        String what = step.element() >= 0
                ? explainer.element(step.node(), step.element()).plain()
                : finest
                        ? explainer.step(step.node()).title().plain()
                        : explainer.name(step.node()).plain();
        int line = state.program().node(step.node()).origin().line();
        return line == 0 ? say("timeline.step", index + 1, what) : say("timeline.step.line", index + 1, what, line);
    }

    @Override
    void paint(Graphics2D pen) {
        pen.translate(ASIDE, TOP);
        Optional<Bands> laid = bands();
        if (laid.isEmpty() || laid.get().list().isEmpty()) {
            pen.setColor(Palette.between(colour(Hue.PALE), colour(Hue.GROUND), StepPainter.PALE));
            pen.fill(new RoundRectangle2D.Double(0, 0, getWidth() - 2.0 * ASIDE, thick(), 5, 5));
            return;
        }
        long now = sitting.orElseThrow().state().index();
        StepPainter painter = new StepPainter(pen, Palette.of(settings().theme()), laid.get(), thick());
        painter.steps(now);
        phases(pen, laid.get());
        stops.ifPresent(all -> all.dots().forEach(painter::dot));
        chosen.filter(steps -> steps.first() != now || steps.last() != now).ifPresent(painter::chosen);
        painter.now(now, isFocusOwner());
    }

    private void phases(Graphics2D pen, Bands laid) {
        Optional<Phase> before = Optional.empty();
        double free = 0;
        for (Bands.Band band : laid.list()) {
            if (before.filter(band.phase()::equals).isEmpty()) {
                String name = say("timeline.phase." + band.phase().name().toLowerCase(Locale.ROOT));
                Font font = words(name);
                pen.setFont(font);
                pen.setColor(colour(StepPainter.hue(band.phase())));
                int wide = pen.getFontMetrics().stringWidth(name);
                double x = Math.max(free, Math.min(band.left(), laid.width() - wide));
                if (x + wide <= laid.width() + ASIDE) {
                    pen.drawString(name, (float) x, (float) wordLine(pen.getFontMetrics()));
                    free = x + wide + 6;
                }
                before = Optional.of(band.phase());
            }
        }
    }

    /** Where the words of the phases stand: below the mark of what is now, wherever that is. */
    double wordLine(FontMetrics metrics) {
        return StepPainter.MARK + thick() + StepPainter.MARK_TALL + metrics.getAscent() - 1.0;
    }
}
