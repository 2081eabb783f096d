package chainstep.ui.homework;

import chainstep.ui.DebugController;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.Tasks;
import java.util.List;

/** Somebody who fills in the sheet of the assignment on Mazur's network, all work done at once. */
final class Pupil {
    /** Worked by hand, with one of the two paths forgotten at ∂E/∂h₁. */
    static final List<String> SLIPPED = List.of(
            "0.3775",
            "0.593",
            "0.7514",
            "0.298371",
            "(o1-t1)*o1*(1-o1)",
            "0.08217",
            "0.0554",
            "0.01337",
            "0.000668",
            "0.35892");

    static final int SLIP = 6;

    static final String MODEL = String.join(
            "\n",
            "title(\"Mazur\")",
            "x  = input([0.05, 0.10])",
            "t  = target([0.01, 0.99])",
            "W1 = param([[0.15, 0.20], [0.25, 0.30]])",
            "b1 = const([0.35, 0.35])",
            "W2 = param([[0.40, 0.45], [0.50, 0.55]])",
            "b2 = const([0.60, 0.60])",
            "z1 = W1 @ x + b1",
            "h = sigmoid(z1)",
            "z2 = W2 @ h + b2",
            "o = sigmoid(z2)",
            "E = 0.5 * sum((t - o)**2)",
            "minimize(E, sgd(lr=0.5))",
            "ask(z1[0])",
            "ask(h[0])",
            "ask(o[0])",
            "ask(E)",
            "ask(grad(z2)[0])",
            "ask(grad(W2)[0, 0])",
            "ask(grad(h)[0])",
            "ask(grad(z1)[0])",
            "ask(grad(W1)[0, 0])",
            "ask(new(W2)[0, 0])",
            "");

    private final DebugController debug;
    private final HomeworkController controller;

    Pupil(String text, Settings settings) {
        debug = Stage.ofText(text, settings);
        controller = new HomeworkController(Tasks.atOnce(), settings, () -> 0);
        debug.add(controller);
        controller.turn(true);
    }

    Pupil() {
        this(MODEL, Settings.FIRST);
    }

    DebugController debug() {
        return debug;
    }

    HomeworkController controller() {
        return controller;
    }

    HomeworkScene scene() {
        return controller.scene();
    }

    /** Types answers, one question after the other, and leaves the last. */
    Pupil types(List<String> answers) {
        for (int k = 0; k < answers.size(); k++) {
            controller.look(k);
            controller.type(k, answers.get(k));
        }
        controller.leave();
        return this;
    }
}
