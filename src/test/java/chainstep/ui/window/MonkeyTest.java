package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Stage;
import chainstep.ui.Start;
import chainstep.ui.Tasks;
import chainstep.ui.command.Command;
import chainstep.ui.file.Remembered;
import chainstep.ui.homework.HomeworkController;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Somebody who presses everything, in any order, sees no exception; what is opened a thousand times is not heard twice. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class MonkeyTest {
    /** What would ask for a file, or run until something happens that never does. */
    private static final Set<String> LEFT_OUT = Set.of("quit", "continue", "reverse", "play");

    private static final List<String> WRITTEN = List.of(
            "h", "W1", "grad(W1)", "norm(grad(W2))", "max(abs(grad(h)))", "nothing", "E >", "h[0]", "if E > 0", "12");

    private static final List<String> ANSWERS = List.of(
            "0.5", "0.0554", "", "1/3", "[1, 2; 3", "(o1-t1)*o1*(1-o1)", "=1+1", "oops", "0.3775, 0.3925", "NaN");

    private final Random random = new Random(20_000);
    private final List<String> bugs = new ArrayList<>();

    @Test
    void twenty_thousand_actions_on_the_controller_raise_nothing() throws Exception {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        List<Runnable> moves = List.of(
                controller::step,
                controller::back,
                controller::into,
                controller::out,
                controller::nextLine,
                controller::previousLine,
                controller::endOfPhase,
                controller::restart);
        EventQueue.invokeAndWait(() -> open(controller));
        walk(controller, 20_000, () -> any(moves).run());
    }

    @Test
    void whatever_is_pressed_the_window_shows_it() throws Exception {
        Workbench[] bench = new Workbench[1];
        EventQueue.invokeAndWait(() -> {
            bench[0] = Benches.of(Settings.FIRST);
            bench[0].openFirst();
        });
        walk(bench[0].controller(), 600, () -> command(bench[0]));
    }

    @Test
    void whatever_is_pressed_swing_is_touched_on_the_event_thread_alone() throws Exception {
        Workbench[] bench = new Workbench[1];
        EventQueue.invokeAndWait(() -> {
            bench[0] = new Workbench(
                    Tasks.inBackground(), Settings.FIRST, Picture.silent(), Remembered.nothing(), () -> {});
            bench[0].openFirst();
        });
        RepaintManager before = RepaintManager.currentManager(null);
        Watchman watchman = new Watchman();
        RepaintManager.setCurrentManager(watchman);
        try {
            walk(bench[0].controller(), 600, () -> command(bench[0]));
        } finally {
            RepaintManager.setCurrentManager(before);
        }
        assertThat(watchman.elsewhere).isEmpty();
        assertThat(watchman.asked).as("repaints looked at").hasValueGreaterThan(1_000);
    }

    /** Hears of every part that wants to be painted or laid out, and on which thread. */
    private static final class Watchman extends RepaintManager {
        private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
        private final AtomicLong asked = new AtomicLong();

        private void look(JComponent part) {
            asked.incrementAndGet();
            if (!EventQueue.isDispatchThread()) {
                elsewhere.add(part.getClass().getName() + " on "
                        + Thread.currentThread().getName());
            }
        }

        @Override
        public void addDirtyRegion(JComponent part, int x, int y, int width, int height) {
            look(part);
            super.addDirtyRegion(part, x, y, width, height);
        }

        @Override
        public void addInvalidComponent(JComponent part) {
            look(part);
            super.addInvalidComponent(part);
        }
    }

    private void walk(DebugController controller, int actions, Runnable press) throws Exception {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
        AtomicLong scenes = new AtomicLong();
        try {
            EventQueue.invokeAndWait(() -> controller.add(watching(scenes)));
            for (int done = 0; done < actions; done += 100) {
                EventQueue.invokeAndWait(() -> {
                    for (int k = 0; k < 100; k++) {
                        act(controller, press);
                    }
                });
            }
        } finally {
            System.setErr(before);
        }
        assertThat(bugs).isEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(scenes).as("scenes shown").hasValueGreaterThan(actions / 2);
    }

    /** Hears of every scene, and of every trouble that was not meant to be. */
    private DebugView watching(AtomicLong scenes) {
        return scene -> {
            scenes.incrementAndGet();
            scene.message().filter(message -> message.key().equals("bug")).ifPresent(bug -> bugs.add(bug.toString()));
        };
    }

    private void act(DebugController controller, Runnable press) {
        Optional<Sitting> sitting = controller.scene().sitting();
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> press.run();
            case 4 -> sitting.ifPresent(at -> controller.pick(Optional.of(somewhere(at))));
            case 5 -> sitting.ifPresent(at -> controller.jump(random.nextInt(4), random.nextInt(40)));
            case 6 -> edit(controller);
            case 7 -> controller.stops().watch(any(WRITTEN));
            case 8 -> controller.stops().add(any(WRITTEN));
            case 9 -> controller.stops().remove(1 + random.nextInt(20));
            case 10 ->
                sitting.ifPresent(at -> {
                    Picked number = somewhere(at);
                    controller.change(number.node(), Math.max(0, number.element()), random.nextGaussian());
                });
            default -> controller.depth(any(List.of(Depth.values())));
        }
        if (controller.scene().sitting().isEmpty() || random.nextInt(200) == 0) {
            open(controller);
        }
    }

    @Test
    void a_thousand_opened_files_leave_no_listener_behind() throws Exception {
        Workbench[] bench = new Workbench[1];
        EventQueue.invokeAndWait(() -> bench[0] = Benches.of(Settings.FIRST));
        Draft draft = Draft.unsaved("x = input(2)\nw = param(3)\nE = (w * x - 1)**2\nminimize(E, sgd(lr=0.1))\n");
        long[] heard = new long[2];
        for (int time = 0; time < 1_000; time++) {
            boolean first = time == 1;
            boolean last = time == 999;
            EventQueue.invokeAndWait(() -> {
                bench[0].controller().open(draft);
                heard[0] = first ? listeners(bench[0].content()) : heard[0];
                heard[1] = last ? listeners(bench[0].content()) : heard[1];
            });
        }
        assertThat(heard[0]).isGreaterThan(100);
        assertThat(heard[1]).isEqualTo(heard[0]);
    }

    /** How many listeners all parts have together. */
    private static long listeners(Container part) {
        long own = part.getPropertyChangeListeners().length
                + part.getComponentListeners().length
                + part.getHierarchyListeners().length
                + part.getFocusListeners().length
                + part.getMouseListeners().length
                + part.getMouseMotionListeners().length
                + part.getKeyListeners().length;
        for (Component inner : part.getComponents()) {
            own += inner instanceof Container container ? listeners(container) : 0;
        }
        return own;
    }

    private void command(Workbench bench) {
        HomeworkController homework = bench.homework().controller();
        int questions = homework.scene().paper().lines().size();
        if (questions > 0 && random.nextInt(4) == 0) {
            int question = random.nextInt(questions);
            homework.look(question);
            homework.type(question, any(ANSWERS));
            return;
        }
        List<Command> commands = bench.commands().all().stream()
                .filter(command -> command.isEnabled() && !LEFT_OUT.contains(command.id()))
                .toList();
        any(commands).actionPerformed(null);
    }

    private Picked somewhere(Sitting sitting) {
        int node = random.nextInt(sitting.model().program().size());
        int size = sitting.model().program().node(node).shape().size();
        return new Picked(node, random.nextInt(size + 1) - 1);
    }

    private void edit(DebugController controller) {
        String text = controller.scene().draft().text();
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        String letter = any(List.of("", "1", "h", "\n", " ", "@", ")", "é"));
        controller.edit(text.substring(0, at) + letter + text.substring(Math.min(text.length(), at + 1)));
        if (random.nextBoolean()) {
            controller.edit(text);
        }
    }

    private void open(DebugController controller) {
        String sample = any(List.of(
                "mazur",
                "lectures/rnn_unrolled",
                "worked/conv_stride_pad",
                "lectures/batch_five",
                "homework/mazur-assignment",
                "lectures/worksheet_gradient_1"));
        DebugScene scene = Stage.of(sample).scene();
        controller.open(Draft.unsaved(scene.draft().text()), Start.firstTerm());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
