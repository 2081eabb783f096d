package chainstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.DebugState;
import chainstep.debug.Stop;
import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A step into a long run leaves the event thread free, says how far it is, and ends when it is told to. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LongRunTest {
    private static final String QUICK = """
            x = input(2)
            w = param(3)
            E = (w * x - 1)**2
            minimize(E, sgd(lr=0.0001))
            """;
    /** So large that a million iterations take many minutes. */
    private static final String SLOW = """
            W = param(xavier(200, 200, seed=1))
            E = sum((W @ W)**2)
            minimize(E, sgd(lr=0.000001))
            breakpoint(when="E < 0 - 1")
            """;

    private static final long FAR = 100_000;
    private static final long NEVER_REACHED = 999_999;

    private final DebugController controller = new DebugController(Tasks.inBackground(), Settings.FIRST);

    private void open(String text) throws Exception {
        Seeing read = new Seeing(scene -> scene.sitting().isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.add(read);
            controller.open(Draft.unsaved(text));
        });
        read.await();
    }

    /** Waits for the first scene of a kind. */
    private static final class Seeing implements DebugView {
        private final Predicate<DebugScene> kind;
        private final CountDownLatch seen = new CountDownLatch(1);
        private final AtomicBoolean elsewhere = new AtomicBoolean();

        Seeing(Predicate<DebugScene> kind) {
            this.kind = kind;
        }

        @Override
        public void show(DebugScene scene) {
            elsewhere.compareAndSet(false, !EventQueue.isDispatchThread());
            if (kind.test(scene)) {
                seen.countDown();
            }
        }

        void await() throws InterruptedException {
            assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(elsewhere).as("shown off the event thread").isFalse();
        }
    }

    private Sitting sitting() throws Exception {
        AtomicReference<Sitting> sitting = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> sitting.set(controller.scene().sitting().orElseThrow()));
        return sitting.get();
    }

    /** Begins something long, sees progress and handled events meanwhile, and ends it. */
    private DebugState cancelled(Runnable begin) throws Exception {
        open(SLOW);
        Sitting before = sitting();
        Seeing busy = new Seeing(scene -> scene.busy().isPresent());
        Seeing over = new Seeing(
                scene -> scene.sitting().isPresent() && scene.sitting().get() != before);
        EventQueue.invokeAndWait(() -> {
            controller.add(busy);
            controller.add(over);
            begin.run();
        });
        busy.await();
        CountDownLatch handled = new CountDownLatch(1);
        EventQueue.invokeLater(handled::countDown);
        assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(over.seen.getCount()).as("still under way").isEqualTo(1);
        EventQueue.invokeAndWait(controller::cancel);
        over.await();
        EventQueue.invokeAndWait(() -> assertThat(controller.scene().busy()).isEmpty());
        return sitting().state();
    }

    @Test
    void a_jump_far_ahead_is_followed_and_cancelled() throws Exception {
        assertThat(cancelled(() -> controller.jump(NEVER_REACHED, 0)).iteration())
                .isLessThan(NEVER_REACHED);
    }

    @Test
    void a_run_to_what_never_happens_is_followed_and_cancelled() throws Exception {
        assertThat(cancelled(controller::continueRun).iteration()).isLessThan(NEVER_REACHED);
    }

    @Test
    void a_step_breaks_a_run_off_and_is_made_from_where_it_has_come_to() throws Exception {
        open(SLOW);
        Seeing busy = new Seeing(scene -> scene.busy().isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.add(busy);
            controller.continueRun();
        });
        busy.await();
        Seeing stepped = new Seeing(scene -> scene.busy().isEmpty()
                && scene.sitting()
                        .filter(sitting -> sitting.state().stop() instanceof Stop.Stepped)
                        .isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.step();
            controller.add(stepped);
        });
        stepped.await();
        assertThat(sitting().state().iteration()).isLessThan(NEVER_REACHED);
    }

    @Test
    void a_jump_to_the_hundred_thousandth_iteration_arrives_while_events_are_handled() throws Exception {
        open(QUICK);
        Seeing there = new Seeing(scene ->
                scene.sitting().isPresent() && scene.sitting().get().state().iteration() == FAR);
        CountDownLatch handled = new CountDownLatch(1);
        EventQueue.invokeAndWait(() -> {
            controller.add(there);
            controller.jump(FAR, 0);
            EventQueue.invokeLater(handled::countDown);
        });
        assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
        there.await();
    }

    @Test
    void a_watch_typed_while_a_run_goes_on_is_there_at_once_and_the_run_goes_on() throws Exception {
        open(SLOW);
        Seeing busy = new Seeing(scene -> scene.busy().isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.add(busy);
            controller.continueRun();
        });
        busy.await();
        Seeing watched = new Seeing(scene -> scene.sitting()
                .filter(sitting -> sitting.state().watches().size() == 1)
                .isPresent());
        Seeing further = new Seeing(scene -> scene.sitting()
                .filter(sitting -> sitting.state().watches().size() == 1)
                .filter(sitting -> scene.busy()
                        .filter(work -> work.iteration() > sitting.state().iteration() + 2)
                        .isPresent())
                .isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.add(watched);
            controller.add(further);
            controller.stops().watch("norm(grad(W))");
        });
        watched.await();
        further.await();
        EventQueue.invokeAndWait(controller::cancel);
        Seeing over = new Seeing(scene -> scene.busy().isEmpty());
        EventQueue.invokeAndWait(() -> controller.add(over));
        over.await();
        assertThat(sitting().state().stop()).isInstanceOf(Stop.Cancelled.class);
        assertThat(sitting().state().iteration()).isGreaterThan(2);
    }

    @Test
    void an_edit_ends_the_run_of_the_text_before() throws Exception {
        open(SLOW);
        Seeing busy = new Seeing(scene -> scene.busy().isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.add(busy);
            controller.continueRun();
        });
        busy.await();
        Seeing read = new Seeing(scene -> scene.sitting()
                .filter(sitting -> sitting.model().source().text().contains("0.000002"))
                .isPresent());
        EventQueue.invokeAndWait(() -> {
            controller.add(read);
            controller.edit(SLOW.replace("0.000001", "0.000002"));
        });
        read.await();
        assertThat(sitting().state().iteration()).isLessThan(NEVER_REACHED);
    }
}
