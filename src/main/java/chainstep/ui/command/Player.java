package chainstep.ui.command;

import chainstep.debug.DebugState;
import chainstep.debug.Stop;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Sitting;
import java.util.Optional;
import javax.swing.DefaultBoundedRangeModel;
import javax.swing.Timer;

/** Steps by itself, at a speed, until the run ends, a breakpoint is hit or the user has enough. */
public final class Player implements DebugView {
    private static final int SLOWEST_MS = 2_000;
    private static final int FASTEST_MS = 40;
    private static final int SPEEDS = 100;

    private final DebugController controller;
    private final Timer timer;
    private final DefaultBoundedRangeModel speed = new DefaultBoundedRangeModel(SPEEDS / 2, 0, 0, SPEEDS);
    private Runnable changed = () -> {};
    private boolean playing;
    private Optional<DebugState> last = Optional.empty();

    public Player(DebugController controller) {
        this.controller = controller;
        this.timer = new Timer(delay(), tick -> controller.play());
        timer.setRepeats(false);
        speed.addChangeListener(change -> timer.setInitialDelay(delay()));
    }

    /** How fast it is, from 0 to 100. */
    public DefaultBoundedRangeModel speed() {
        return speed;
    }

    private int delay() {
        double part = speed.getValue() / (double) SPEEDS;
        return (int) Math.round(SLOWEST_MS * Math.pow((double) FASTEST_MS / SLOWEST_MS, part));
    }

    void worksBy(Command command) {
        changed = () -> command.called(isPlaying() ? "pause" : "play");
    }

    public boolean isPlaying() {
        return playing;
    }

    void toggle() {
        if (isPlaying()) {
            pause();
        } else {
            playing = true;
            changed.run();
            controller.play();
        }
    }

    /** Pauses, if it plays. */
    public void rest() {
        if (playing) {
            pause();
        }
    }

    void pause() {
        timer.stop();
        playing = false;
        changed.run();
    }

    /** The next step is taken a while after this one has been shown, however long it took. */
    @Override
    public void show(DebugScene scene) {
        Optional<DebugState> now =
                scene.sitting().filter(sitting -> !sitting.stale()).map(Sitting::state);
        boolean canGoOn = now.stream().anyMatch(state -> state.stop() instanceof Stop.Stepped);
        if (isPlaying() && !canGoOn) {
            pause();
        } else if (isPlaying() && !now.equals(last)) {
            timer.restart();
        }
        last = now;
    }
}
