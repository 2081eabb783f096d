package chainstep.ui.graph;

import chainstep.debug.Depth;
import chainstep.run.Progress;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Tasks;
import chainstep.ui.look.Look;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A graph that is shown, stepped and clicked on without a display. */
final class Drawn {
    final DebugController controller;
    final GraphView view;

    private Drawn(String text, Settings settings, GraphView graph, DebugController by) {
        this(Draft.unsaved(text), settings, graph, by);
    }

    private Drawn(Draft draft, Settings settings, GraphView graph, DebugController by) {
        Look.install(settings.theme());
        controller = by;
        view = graph;
        view.setSize(1100, 700);
        view.doLayout();
        controller.open(draft);
        controller.add(view);
    }

    private Drawn(String text, Settings settings, DebugController by) {
        this(text, settings, new GraphView(by, Tasks.atOnce()), by);
    }

    private Drawn(String text, Settings settings) {
        this(text, settings, new DebugController(Tasks.atOnce(), settings));
    }

    static Drawn text(String text) {
        return new Drawn(text, Settings.FIRST);
    }

    /** @param tasks where large drawings are laid out */
    static Drawn text(String text, Tasks tasks) {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        return new Drawn(text, Settings.FIRST, new GraphView(controller, tasks), controller);
    }

    /** With a box for each value, however many there are. */
    static Drawn values(String text, Tasks tasks) {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        GraphView view = new GraphView(controller, tasks);
        view.fold(Grain.VALUE);
        return new Drawn(text, Settings.FIRST, view, controller);
    }

    /** Waits until the canvas has been told of its size, so that it is not told in the middle of what comes next. */
    void settle() {
        try {
            EventQueue.invokeAndWait(() -> {});
        } catch (InterruptedException | InvocationTargetException trouble) {
            throw new AssertionError(trouble);
        }
    }

    static Drawn of(String sample) {
        return of(sample, Theme.LIGHT);
    }

    /** With the files beside it. */
    static Drawn file(String sample) {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        Draft draft = Draft.of(Path.of("samples", sample), read(sample));
        return new Drawn(draft, Settings.FIRST, new GraphView(controller, Tasks.atOnce()), controller);
    }

    static Drawn of(String sample, Theme theme) {
        return new Drawn(read(sample), Settings.FIRST.in(theme));
    }

    static String read(String sample) {
        try {
            return Files.readString(Path.of("samples", sample));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Drawn steps(Depth depth, int count) {
        controller.depth(depth);
        for (int k = 0; k < count; k++) {
            controller.step();
        }
        return this;
    }

    int node(String name) {
        return controller
                .scene()
                .sitting()
                .orElseThrow()
                .state()
                .program()
                .named(name)
                .orElseThrow();
    }

    /** As it is drawn for a small window, where no row of numbers is long. */
    Picture small() {
        DebugScene scene = controller.scene();
        Sitting sitting = scene.sitting().orElseThrow();
        Viewing viewing = Viewing.of(sitting, model().scheme().folding(), Optional.empty(), Figures.TERSE);
        viewing.fill(Progress.NONE);
        return Picture.of(viewing.model(scene, sitting), Room.DESK);
    }

    Picture picture() {
        return view.canvas().picture().orElseThrow();
    }

    GraphModel model() {
        return picture().model();
    }

    String text() {
        return model().text();
    }

    Card card(String name) {
        return picture().card(node(name)).orElseThrow();
    }

    Optional<Picked> picked() {
        return controller.scene().picked();
    }

    BufferedImage paint() {
        BufferedImage image = new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        view.paint(g);
        g.dispose();
        return image;
    }

    static Set<Color> colours(BufferedImage image) {
        Set<Color> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(new Color(image.getRGB(x, y)));
            }
        }
        return colours;
    }

    /** Clicks at a place within a box, given in the box's own pixels. */
    void click(String name, double x, double y, int times) {
        Spot spot = picture().spot(node(name));
        click(new Spot(spot.x() + x, spot.y() + y, 0, 0), times);
    }

    void click(Spot place, int times) {
        Spot at = view.canvas().camera().there(place);
        int button = InputEvent.BUTTON1_DOWN_MASK;
        for (int id : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
            view.canvas()
                    .dispatchEvent(new MouseEvent(
                            view.canvas(),
                            id,
                            0,
                            button,
                            (int) at.x(),
                            (int) at.y(),
                            times,
                            false,
                            MouseEvent.BUTTON1));
        }
    }

    /** As if a key had been pressed while the graph has the focus. */
    void key(String stroke) {
        view.canvas().getActionMap().get(stroke).actionPerformed(null);
    }
}
