package chainstep.ui.graph;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Tasks;
import chainstep.ui.number.NumberEditor;
import chainstep.ui.number.Numbers;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.swing.Action;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

/** The graph of the Debug page: a view of the scene, and where it is clicked on. */
public final class GraphView extends JPanel implements DebugView {
    private static final double MOST = 1.3;
    static final int MARGIN = 12;

    private final Wishes wishes;
    private final Drafting drafting;
    private final GraphCanvas canvas;
    private final GraphMenu menu;
    private final ZoomBar bar;
    private final Legend legend;
    private final Overview overview;
    private final FindField find;
    private final transient Tools tools;
    private final transient Numbers numbers;
    private transient Optional<NumberEditor> editor = Optional.empty();
    private final Blank blank;
    private IntConsumer mend = line -> {};
    private Grain named = Grain.VALUE;
    private Settings settings = Settings.FIRST;
    private Optional<DebugScene> scene = Optional.empty();

    /** @param tasks where drawings are made */
    public GraphView(DebugController controller, Tasks tasks) {
        super(null);
        this.drafting = new Drafting(tasks, this::drawn);
        this.wishes = new Controlled(controller, this, drafting::isBusy);
        Ink ink = new Ink(settings.theme());
        this.canvas = new GraphCanvas(ink, this::tip);
        this.menu = new GraphMenu(canvas, wishes, this::words, this::grain);
        this.bar = new ZoomBar(canvas, ink, wishes::find, this::openGrains);
        this.legend = new Legend(ink, words());
        this.blank = new Blank(line -> mend.accept(line));
        this.overview = new Overview(canvas, ink, words());
        this.find = new FindField(canvas, wishes);
        this.numbers = new Numbers(controller);
        this.tools = new Tools(canvas, ink, bar, legend, find);
        add(overview);
        Stream.concat(tools.parts().stream(), Stream.of(blank, canvas)).forEach(this::add);
        new GraphMouse(canvas, wishes, menu).install();
        new GraphKeys(canvas, wishes, menu).install();
        canvas.watch(camera -> placeTools());
        canvas.under(tools::spots);
        canvas.beside(() -> overview.isVisible() ? List.of(Spot.of(overview)) : List.of());
        blank.setVisible(false);
        setPreferredSize(new Dimension(840, 680));
        dress();
    }

    @Override
    public void show(DebugScene next) {
        scene = Optional.of(next);
        if (!next.settings().equals(settings)) {
            settings = next.settings();
            dress();
        }
        draw();
    }

    private void draw() {
        Optional<Sitting> sitting = scene.flatMap(DebugScene::sitting);
        if (sitting.filter(any -> any.state().program().size() > 0).isPresent()) {
            draw(sitting.get());
        } else {
            drafting.clear();
            canvas.clear();
        }
        canvas.say(notice(sitting.filter(Sitting::stale).isPresent()));
        boolean nothing = sitting.isEmpty() || sitting.get().state().program().size() == 0;
        blank.setVisible(nothing);
        scene.filter(next -> nothing).ifPresent(blank::show);
        placeTools();
    }

    private Notice notice(boolean stale) {
        String drawing = drafting.isLong() ? words().say("graph.drawing") : "";
        String folded = drafting.reading().isFoldedForRoom() ? words().say("graph.folded") : "";
        if (canvas.picture().isEmpty()) {
            return new Notice(drawing, stale ? words().say("graph.stale") : "", stale);
        }
        String note = drawing.isEmpty() ? folded : drawing;
        return new Notice("", stale ? words().say("graph.stale") : note, stale);
    }

    /** At once where all of it is known; else what was drawn before stays until the next is made. */
    private void draw(Sitting sitting) {
        Order order = new Order(scene.orElseThrow(), sitting, drafting.reading(), room(), getSize());
        drafting.of(order).ifPresent(this::put);
    }

    /** What had to be waited for, then what has happened meanwhile. */
    private void drawn(Picture made) {
        put(made);
        draw();
        EventQueue.invokeLater(find::seekAgain);
    }

    private void put(Picture next) {
        canvas.show(next, words().say("graph.local"));
        if (named != grain()) {
            nameGrain();
            doLayout();
        }
    }

    /** That of the view, unless the user has chosen what to look at. */
    private Room room() {
        return canvas.isFitting()
                ? Room.of(Camera.room(getWidth(), getHeight()), settings.projector())
                : canvas.picture().map(Picture::room).orElse(Room.DESK);
    }

    private void nameGrain() {
        named = grain();
        bar.dress(new Ink(settings.theme()), words(), named, settings.projector());
    }

    private void dress() {
        Ink ink = new Ink(settings.theme());
        Words words = words();
        canvas.dress(ink);
        canvas.getAccessibleContext().setAccessibleName(words.say("graph"));
        canvas.scales(settings.projector() ? Room.PROJECTED : Room.LEGIBLE, settings.projector() ? 2 * MOST : MOST);
        bar.dress(ink, words, grain(), settings.projector());
        legend.dress(ink, words, settings.projector());
        overview.dress(ink, words);
        tools.dress(ink);
        find.dress(words);
        revalidate();
        doLayout();
    }

    private Words words() {
        return Words.of("ui", settings.locale());
    }

    private void placeTools() {
        tools.place();
        List<Spot> corners = tools.corners(overview.getPreferredSize());
        List<Spot> places = Stream.of(corners, Corners.between(corners))
                .flatMap(List::stream)
                .toList();
        overview.setVisible(overview.isNeeded() && overview.settle(places, tools.aside(overview.getPreferredSize())));
        overview.repaint();
    }

    private Optional<Iterable<String>> tip(Hit hit) {
        return scene.flatMap(DebugScene::sitting)
                .filter(sitting -> !drafting.isBusy())
                .map(sitting -> Tip.of(
                        canvas.picture().orElseThrow(),
                        hit,
                        sitting.explainer(),
                        sitting.state().trace()));
    }

    private void openGrains() {
        JPopupMenu grains = new JPopupMenu();
        menu.grains(grains);
        grains.show(bar.grain(), 0, bar.grain().getHeight());
    }

    /** Unfolds a box, or folds it again. */
    void turn(int box) {
        drafting.read(drafting.reading().turn(box));
        draw();
    }

    /** Shows the drawing as a whole. */
    public void fit() {
        canvas.fit();
    }

    /** What is offered where there is nothing to draw: ways to begin a network. */
    public void offer(List<Action> ways) {
        blank.offer(ways);
    }

    /** What is offered where the text cannot be read. */
    public void whenBroken(IntConsumer goToLine) {
        mend = goToLine;
    }

    /** Makes the drawing larger by a factor. */
    public void zoom(double factor) {
        canvas.zoom(factor);
    }

    /** Shows it at its own size. */
    public void full() {
        canvas.full();
    }

    /** Lets a value be sought by its name. */
    public void find() {
        find.open();
    }

    /** Whether there is a drawing that can be folded and looked at, or will be in a moment. */
    public boolean isDrawn() {
        return canvas.picture().isPresent() || drafting.isBusy();
    }

    /** How much a box stands for. */
    public Grain grain() {
        return drafting.reading().folding().grain();
    }

    /** Whether what is picked, or else what is now, can be unfolded or folded again. */
    public boolean canTurn() {
        return canvas.lead().filter(card -> card.box().isFoldable()).isPresent();
    }

    /** Unfolds what is picked, or else what is now; folds it again. */
    public void turn() {
        canvas.lead()
                .filter(card -> card.box().isFoldable())
                .ifPresent(card -> wishes.turn(card.box().hinge()));
    }

    /** Lets a box stand for so much from now on. */
    public void fold(Grain grain) {
        drafting.read(drafting.reading().choose(grain));
        nameGrain();
        doLayout();
        draw();
    }

    GraphCanvas canvas() {
        return canvas;
    }

    /** Offers to change a number. */
    public void edit(Picked picked) {
        editor = numbers.of(picked);
        editor.ifPresent(raised -> over(picked.node(), raised::popUp));
    }

    /** Whether keys go to the drawing. */
    public boolean hasKeyboard() {
        return canvas.isFocusOwner();
    }

    /** Raises something over the box of a value or its gradient, where that is drawn; over the middle where it is not. */
    public void over(int node, BiConsumer<Component, Rectangle> raise) {
        raise.accept(canvas, place(node));
    }

    private Rectangle place(int node) {
        Rectangle middle = new Rectangle(getWidth() / 2, getHeight() / 3, 0, 0);
        return canvas.picture()
                .flatMap(picture -> picture.model()
                        .scheme()
                        .box(node)
                        .map(box -> canvas.camera().there(picture.spot(box))))
                .map(spot -> new Rectangle((int) spot.x(), (int) spot.y(), (int) spot.width(), (int) spot.height()))
                .orElse(middle);
    }

    /** The editor offered last. */
    Optional<NumberEditor> editor() {
        return editor;
    }

    Overview overview() {
        return overview;
    }

    FindField finder() {
        return find;
    }

    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public void doLayout() {
        canvas.setBounds(0, 0, getWidth(), getHeight());
        boolean roomy = drafting.reading().in(getSize()) != drafting.reading();
        if (canvas.picture()
                .filter(shown -> roomy || !shown.room().equals(room()))
                .isPresent()) {
            draw();
        }
        blank.setBounds(0, 0, getWidth(), getHeight());
        blank.doLayout();
        tools.place();
        canvas.tell();
        placeTools();
    }
}
