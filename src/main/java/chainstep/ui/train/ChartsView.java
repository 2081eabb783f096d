package chainstep.ui.train;

import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.lang.Take;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.train.Curves.Curve;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javax.swing.JComponent;

/** How loss, accuracy and slopes went, epoch by epoch, beside earlier trainings. */
public final class ChartsView implements TrainView {
    /** While it runs, each chart is drawn anew at every so many frames, no two at the same. */
    private static final int EVERY = 6;

    private static final int ALL = -1;

    private static final Hue[] HUES = {
        Hue.CURVE_FIRST, Hue.CURVE_SECOND, Hue.CURVE_THIRD, Hue.CURVE_FOURTH, Hue.CURVE_FIFTH, Hue.CURVE_SIXTH
    };

    private final Curves loss = new Curves("train.loss", true, "0.#####");
    private final Curves accuracy = new Curves("train.accuracy", false, "0 %");
    private final Curves slopes = new Curves("train.slopes", true, "0.#E0");
    private long frame;
    private Optional<List<Mark>> drawn = Optional.empty();
    private Optional<TrainScene> last = Optional.empty();

    public JComponent loss() {
        return loss;
    }

    public JComponent accuracy() {
        return accuracy;
    }

    public JComponent slopes() {
        return slopes;
    }

    @Override
    public void show(TrainScene scene) {
        List<Mark> marks = scene.now().map(Progressed::marks).orElse(List.of());
        boolean same = drawn.filter(marks::equals).isPresent()
                && last.filter(before -> before.settings().equals(scene.settings())
                                && before.earlier().equals(scene.earlier()))
                        .isPresent();
        if (same) {
            return;
        }
        drawn = scene.isRunning() ? Optional.empty() : Optional.of(marks);
        last = Optional.of(scene);
        Style style = new Style(scene.settings());
        int turn = scene.isRunning() ? (int) (frame++ % EVERY) : ALL;
        if (turn == 0 || turn == ALL) {
            loss.show(parts(scene, marks, style, mark -> part -> mark.loss(part)), style, style.say("train.loss"));
        }
        if (turn == 2 || turn == ALL) {
            accuracy.show(
                    parts(scene, marks, style, mark -> part -> mark.accuracy(part)),
                    style,
                    style.say("train.accuracy"));
        }
        if (turn == 4 || turn == ALL) {
            slopes.show(slopes(scene, marks), style, style.say("train.slopes"));
        }
    }

    private static List<Curve> parts(
            TrainScene scene,
            List<Mark> marks,
            Style style,
            Function<Mark, Function<Take.Part, OptionalDouble>> number) {
        List<Curve> curves = new ArrayList<>();
        List<Take.Part> parts = scene.lesson().map(Lesson::parts).orElse(List.of());
        for (Run run : scene.earlier()) {
            Take.Part part = RunsView.compared(scene.lesson().orElseThrow());
            BasicStroke stroke = RunLine.stroke(run.place());
            curve(run.marks(), part, number)
                    .map(points -> new Curve("", points[0], points[1], RunLine.hue(run.place()), stroke, false))
                    .ifPresent(curves::add);
        }
        for (int k = 0; k < parts.size(); k++) {
            String name = style.say("train.part." + parts.get(k).name().toLowerCase(Locale.ROOT));
            Hue hue = HUES[k];
            curve(marks, parts.get(k), number)
                    .map(points -> new Curve(name, points[0], points[1], hue))
                    .ifPresent(curves::add);
        }
        return curves;
    }

    /** The epochs and the numbers that are known of a part; empty where none are. */
    private static Optional<double[][]> curve(
            List<Mark> marks, Take.Part part, Function<Mark, Function<Take.Part, OptionalDouble>> number) {
        List<Mark> known = marks.stream()
                .filter(mark -> {
                    OptionalDouble value = number.apply(mark).apply(part);
                    return value.isPresent() && Double.isFinite(value.getAsDouble());
                })
                .toList();
        double[] x = known.stream().mapToDouble(Mark::epoch).toArray();
        double[] y = known.stream()
                .mapToDouble(mark -> number.apply(mark).apply(part).getAsDouble())
                .toArray();
        return x.length == 0 ? Optional.empty() : Optional.of(new double[][] {x, y});
    }

    private static List<Curve> slopes(TrainScene scene, List<Mark> marks) {
        List<String> names =
                scene.lesson().map(lesson -> lesson.runner().learning()).orElse(List.of());
        List<Integer> shown = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            if (!isBias(scene, names.get(k)) && shown.size() < HUES.length) {
                shown.add(k);
            }
        }
        List<Curve> curves = new ArrayList<>();
        for (int place = 0; place < shown.size(); place++) {
            int k = shown.get(place);
            List<Mark> known = marks.stream()
                    .filter(mark -> k < mark.slopes().length && Double.isFinite(mark.slopes()[k]))
                    .toList();
            if (!known.isEmpty()) {
                curves.add(new Curve(
                        names.get(k),
                        known.stream().mapToDouble(Mark::epoch).toArray(),
                        known.stream().mapToDouble(mark -> mark.slopes()[k]).toArray(),
                        HUES[place]));
            }
        }
        return curves;
    }

    /** A vector beside matrices; where there are no matrices, every parameter counts. */
    private static boolean isBias(TrainScene scene, String name) {
        Program program = scene.lesson().orElseThrow().course().program();
        boolean matrices = program.carries().stream()
                .anyMatch(carry -> program.node(carry.leaf()).shape().rank() > 1
                        && program.node(carry.leaf()).isLeaf(Leaf.Kind.PARAM));
        return matrices
                && program.named(name).isPresent()
                && program.node(program.named(name).getAsInt()).shape().rank() < 2;
    }
}
