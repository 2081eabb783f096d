package chainstep.ui.graph;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.look.Look;
import chainstep.ui.look.Theme;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The graph of a deep network: laying it out, painting all of it, a step with what it changes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GraphBenchmark {
    /** How many boxes there are. */
    @Param({"50", "500", "2000"})
    public int boxes;

    private DebugController controller;
    private GraphView view;
    private Graphics2D image;

    @Setup
    public void prepare() {
        Look.install(Theme.LIGHT);
        controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved(deep(boxes / 4)));
        view = new GraphView(controller, Tasks.atOnce());
        view.setSize(1400, 800);
        view.doLayout();
        controller.add(view);
        controller.depth(Depth.LINE);
        for (int k = 0; k < boxes / 4; k++) {
            controller.step();
        }
        image = new BufferedImage(1400, 800, BufferedImage.TYPE_INT_RGB).createGraphics();
    }

    /** Layers of a parameter, a bias and two values, with an edge past every third. */
    private static String deep(int layers) {
        StringBuilder text = new StringBuilder("h0 = input([0.1, 0.2, 0.3])\nt = target([1, 0, 0])\n");
        for (int k = 1; k <= layers; k++) {
            text.append("W%d = param(uniform(3, 3, seed=%d))%n".formatted(k, k).replace("\r", ""));
            text.append("b").append(k).append(" = param([0.1, 0.2, 0.3])\n");
            String past = k > 3 && k % 3 == 0 ? " + h" + (k - 3) : "";
            text.append("z").append(k).append(" = W").append(k).append(" @ h").append(k - 1);
            text.append(" + b").append(k).append(past).append("\n");
            text.append("h").append(k).append(" = tanh(z").append(k).append(")\n");
        }
        return text + "E = sum((t - h" + layers + ")**2)\nminimize(E, sgd(lr=0.1))\n";
    }

    /** Limit: 1 s at 500 boxes. */
    @Benchmark
    public Object lay_out() {
        return Picture.of(view.canvas().picture().orElseThrow().model(), Room.DESK);
    }

    @Benchmark
    public void paint_what_is_in_view() {
        image.setClip(new Rectangle(1400, 800));
        view.paint(image);
    }

    @Benchmark
    public void paint_all_of_it() {
        view.fit();
        image.setClip(new Rectangle(1400, 800));
        view.paint(image);
    }

    /** A step and back, each shown and painted whole, though a window paints only what has changed; limit: 16 ms at 500 boxes. */
    @Benchmark
    @OperationsPerInvocation(2)
    public void step() {
        controller.step();
        view.paint(image);
        controller.back();
        view.paint(image);
    }
}
