package chainstep.ui.timeline;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.debug.Step;
import chainstep.explain.Explainer;
import chainstep.graph.Phase;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import java.util.Optional;

/** The steps of one iteration: reached ones in full colour, the current one framed, breakpoints above, phases below. */
final class StepTrack extends Track {
    private static final int DOT = 9;
    private static final int TOP = 13;
    private static final int GAP = 4;
    /** Below the steps, the mark of what is now: how far, and how tall. */
    private static final int MARK = 4;

    private static final int MARK_TALL = 8;
    private static final double PALE = 0.74;

    private Optional<Bands> bands = Optional.empty();
    private Optional<Sitting> sitting = Optional.empty();

    StepTrack(Travel travel) {
        super(travel);
        on(KeyEvent.VK_LEFT, () -> turn(-1));
        on(KeyEvent.VK_RIGHT, () -> turn(1));
        on(KeyEvent.VK_HOME, () -> go(-1));
        on(KeyEvent.VK_END, () -> go(Long.MAX_VALUE));
        on(KeyEvent.VK_PAGE_UP, () -> iteration(-1));
        on(KeyEvent.VK_PAGE_DOWN, () -> iteration(1));
    }

    @Override
    void show(DebugScene next) {
        sitting = next.sitting();
        bands = Optional.empty();
        super.show(next);
        getAccessibleContext().setAccessibleName(say("timeline.steps"));
        sitting.ifPresent(now -> getAccessibleContext()
                .setAccessibleDescription(say(
                        "timeline.at",
                        now.state().index() + 1,
                        now.state().count(),
                        now.state().iteration())));
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

    @Override
    public String getToolTipText(MouseEvent event) {
        long index = bands().map(laid -> laid.index(event.getX() - ASIDE)).orElse(-1L);
        return index < 0 ? null : sitting.map(now -> title(now, index)).orElse(null);
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

    private Color colour(Phase phase) {
        return colour(
                switch (phase) {
                    case FORWARD -> Hue.VALUE;
                    case BACKWARD -> Hue.GRADIENT;
                    case UPDATE -> Hue.UPDATE;
                });
    }

    private Color pale(Phase phase) {
        return Palette.between(colour(phase), colour(Hue.GROUND), PALE);
    }

    @Override
    void paint(Graphics2D pen) {
        pen.translate(ASIDE, TOP);
        Optional<Bands> laid = bands();
        if (laid.isEmpty() || laid.get().list().isEmpty()) {
            pen.setColor(Palette.between(colour(Hue.PALE), colour(Hue.GROUND), PALE));
            pen.fill(new RoundRectangle2D.Double(0, 0, getWidth() - 2.0 * ASIDE, thick(), 5, 5));
            return;
        }
        DebugState state = sitting.orElseThrow().state();
        laid.get().list().forEach(band -> band(pen, band, laid.get(), state.index()));
        phases(pen, laid.get());
        stops(pen, laid.get());
        now(pen, laid.get(), state.index());
    }

    private void band(Graphics2D pen, Bands.Band band, Bands all, long now) {
        double pitch = band.right() - band.left();
        double gap = Math.min(GAP, pitch * (all.isSingle() ? 0.22 : 0.16));
        RoundRectangle2D shape = new RoundRectangle2D.Double(band.left(), 0, pitch - gap, thick(), 5, 5);
        pen.setColor(pale(band.phase()));
        pen.fill(shape);
        if (now >= band.first()) {
            double reached = Math.min(1, (now - band.first() + 1.0) / band.count());
            Graphics2D part = (Graphics2D) pen.create();
            part.clip(new java.awt.geom.Rectangle2D.Double(band.left(), 0, (pitch - gap) * reached, thick()));
            part.setColor(colour(band.phase()));
            part.fill(shape);
            part.dispose();
        }
    }

    private void phases(Graphics2D pen, Bands laid) {
        Optional<Phase> before = Optional.empty();
        double free = 0;
        for (Bands.Band band : laid.list()) {
            if (before.filter(band.phase()::equals).isEmpty()) {
                String name = say("timeline.phase." + band.phase().name().toLowerCase(Locale.ROOT));
                Font font = words(name);
                pen.setFont(font);
                pen.setColor(colour(band.phase()));
                int wide = pen.getFontMetrics().stringWidth(name);
                double x = Math.max(free, Math.min(band.left(), laid.width() - wide));
                pen.drawString(name, (float) x, (float) wordLine(pen.getFontMetrics()));
                free = x + wide + 6;
                before = Optional.of(band.phase());
            }
        }
    }

    /** Where the words of the phases stand: below the mark of what is now, wherever that is. */
    double wordLine(FontMetrics metrics) {
        return MARK + thick() + MARK_TALL + metrics.getAscent() - 1.0;
    }

    private void stops(Graphics2D pen, Bands laid) {
        Stops stops = Stops.of(sitting.orElseThrow());
        pen.setColor(colour(Hue.BREAKPOINT));
        stops.enabled().forEach(index -> pen.fill(dot(laid, index)));
        pen.setStroke(new BasicStroke(1.4f));
        stops.disabled().forEach(index -> pen.draw(dot(laid, index)));
    }

    private static Ellipse2D dot(Bands laid, long index) {
        Bands.Band band = laid.of(index);
        double gap = laid.isSingle() ? Math.min(GAP, (band.right() - band.left()) * 0.22) / 2 : 0;
        return new Ellipse2D.Double(laid.x(index) - gap - DOT / 2.0, -TOP + 1.0, DOT, DOT);
    }

    private void now(Graphics2D pen, Bands laid, long index) {
        double x = laid.x(index);
        pen.setColor(colour(Hue.NOW));
        if (index >= 0) {
            Bands.Band band = laid.of(index);
            double pitch = band.right() - band.left();
            double gap = Math.min(GAP, pitch * (laid.isSingle() ? 0.22 : 0.16));
            pen.setStroke(new BasicStroke(isFocusOwner() ? 3f : 2f));
            pen.draw(new RoundRectangle2D.Double(band.left() - 2, -2, pitch - gap + 4, thick() + 4.0, 7, 7));
            x -= laid.isSingle() ? gap / 2 : 0;
        }
        double y = thick() + (double) MARK;
        Path2D marker = new Path2D.Double();
        marker.moveTo(x, y);
        marker.lineTo(x + 6, y + MARK_TALL);
        marker.lineTo(x - 6, y + MARK_TALL);
        marker.closePath();
        pen.setColor(Palette.between(colour(Hue.NOW), colour(Hue.GROUND), 0));
        pen.fill(marker);
    }
}
