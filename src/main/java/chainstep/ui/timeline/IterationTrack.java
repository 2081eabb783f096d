package chainstep.ui.timeline;

import chainstep.debug.DebugState;
import chainstep.run.Iterations;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/** The iterations around the current one, one cell each, numbered every tenth. */
final class IterationTrack extends Track {
    private static final int CELL = 12;
    private static final int TALL = 9;

    private Optional<DebugState> state = Optional.empty();
    private Optional<Varying> varying = Optional.empty();
    private boolean projector;
    private boolean wanted = true;

    /** Whether the iterations of a program differ at all. */
    private record Varying(chainstep.graph.Program program, boolean varies) {}

    IterationTrack(Travel travel) {
        super(travel);
        on(KeyEvent.VK_LEFT, () -> turn(-1));
        on(KeyEvent.VK_RIGHT, () -> turn(1));
        on(KeyEvent.VK_PAGE_UP, () -> turn(-10));
        on(KeyEvent.VK_PAGE_DOWN, () -> turn(10));
        on(KeyEvent.VK_HOME, () -> go(0));
    }

    @Override
    void show(DebugScene next) {
        state = next.sitting().map(Sitting::state);
        super.show(next);
        boolean shown = state.isPresent() && varies(state.get());
        if (shown != wanted || projector != settings().projector()) {
            projector = settings().projector();
            wanted = shown;
            setVisible(shown);
            revalidate();
        }
        getAccessibleContext().setAccessibleName(say("timeline.iterations"));
        state.ifPresent(
                now -> getAccessibleContext().setAccessibleDescription(say("timeline.iteration", now.iteration())));
    }

    /** Gives way where there is no room for it. */
    void fit(int room) {
        setVisible(wanted && room >= getPreferredSize().height);
    }

    private boolean varies(DebugState now) {
        if (varying.filter(known -> known.program() == now.program()).isEmpty()) {
            varying = Optional.of(new Varying(now.program(), new Iterations(now.program()).differ()));
        }
        return varying.get().varies();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(600, !wanted ? 0 : settings().projector() ? 34 : 28);
    }

    private int cells() {
        return Math.max(1, (getWidth() - 2 * ASIDE) / CELL);
    }

    /** The iteration at the left end: the page of iterations that the current one is on. */
    private long first() {
        long now = state.map(DebugState::iteration).orElse(0L);
        long page = Math.max(10, cells() / 10 * 10L);
        return now / page * page;
    }

    /** The iteration at a place. */
    long at(int x) {
        return first() + Math.max(0, Math.min(cells() - 1, (x - ASIDE) / CELL));
    }

    @Override
    void point(int x) {
        go(at(x));
    }

    @Override
    void turn(int notches) {
        state.ifPresent(now -> go(now.iteration() + notches));
    }

    private void go(long iteration) {
        state.filter(now -> Math.max(0, iteration) != now.iteration())
                .ifPresent(now -> travel().to(Math.max(0, iteration), now.index()));
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return state.isEmpty() ? null : say("timeline.iteration", at(event.getX()));
    }

    @Override
    void paint(Graphics2D pen) {
        if (state.isEmpty()) {
            return;
        }
        pen.translate(ASIDE, getHeight() - TALL - 3);
        long first = first();
        long now = state.get().iteration();
        Font font = Look.numbers(settings().projector() ? 13 : 10);
        pen.setFont(font);
        for (int cell = 0; cell < cells(); cell++) {
            long iteration = first + cell;
            pen.setColor(iteration == now ? colour(Hue.NOW) : iteration < now ? colour(Hue.EDGE) : colour(Hue.LINE));
            pen.fill(new RoundRectangle2D.Double((double) cell * CELL, 0, CELL - 3.0, TALL, 3, 3));
        }
        double free = label(pen, now, (int) (now - first), true, -1);
        for (int cell = 0; cell < cells(); cell += 10) {
            double x = (double) cell * CELL;
            boolean near = Math.abs(now - first - cell) * CELL < free;
            if (!near) {
                label(pen, first + cell, cell, false, free);
            }
        }
    }

    /** Writes an iteration's number above its cell; the room that it takes. */
    private double label(Graphics2D pen, long iteration, int cell, boolean now, double free) {
        String number = Long.toString(iteration);
        pen.setColor(colour(now ? Hue.TEXT : Hue.MUTED));
        pen.setFont(pen.getFont().deriveFont(now ? Font.BOLD : Font.PLAIN));
        pen.drawString(number, cell * CELL, -4);
        return pen.getFontMetrics().stringWidth(number) + CELL;
    }
}
