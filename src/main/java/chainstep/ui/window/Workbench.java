package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Page;
import chainstep.ui.Settings;
import chainstep.ui.Sheets;
import chainstep.ui.Start;
import chainstep.ui.Tasks;
import chainstep.ui.command.Commands;
import chainstep.ui.command.Keys;
import chainstep.ui.command.PaletteSheet;
import chainstep.ui.command.Player;
import chainstep.ui.command.RunCommands;
import chainstep.ui.command.SampleCommands;
import chainstep.ui.file.Asking;
import chainstep.ui.file.Desk;
import chainstep.ui.file.NetworkSheet;
import chainstep.ui.file.Remembered;
import chainstep.ui.file.Samples;
import chainstep.ui.file.Samples.Sample;
import chainstep.ui.file.SamplesSheet;
import chainstep.ui.look.Theme;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;

/** Everything that is inside a window, put together; also without one, for pictures and tests. */
public final class Workbench implements DebugView {
    private static final String PAGE = "page";
    private static final String EMPTY = "empty";

    private final DebugController controller;
    private final Remembered remembered;
    private final Desk desk;
    private final Player player;
    private final Commands commands = new Commands(Keys.read());
    private final Shares shares = new Shares();
    private final Views views;
    private final DebugPage page;
    private final EmptyPage empty;
    private final Header header;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JPanel content = new JPanel(new BorderLayout());
    private final Sheets sheets = new Sheets(content);
    private final Homework homework;
    private final Training training;
    private final Pages pages;
    private Settings shown;

    /**
     * Made under a theme that is on.
     *
     * @param quit what ends the window
     */
    public Workbench(Tasks tasks, Settings settings, Asking asking, Remembered remembered, Runnable quit) {
        this(tasks, settings, asking, remembered, quit, () -> 0);
    }

    /**
     * The same with a clock.
     *
     * @param millis tells how long work takes
     */
    Workbench(
            Tasks tasks, Settings settings, Asking asking, Remembered remembered, Runnable quit, LongSupplier millis) {
        this.shown = settings;
        this.remembered = remembered;
        this.controller = new DebugController(tasks, settings);
        this.views = new Views(controller, tasks);
        this.desk = new Desk(controller, asking, remembered, views.source()::commit);
        this.player = new Player(controller);
        remember();
        this.page = new DebugPage(views.parts(), shares);
        views.derivation().whenCompared(page::compare);
        page.whenEscaped(views.derivation()::close);
        command(quit);
        commandStructure(commands.on(Page.DEBUG));
        views.graph().offer(List.of(commands.get("new"), commands.get("samples"), commands.get("open")));
        views.graph().whenBroken(this::goToLine);
        Homework.Surroundings around = new Homework.Surroundings(
                controller, sheets, asking, controller::settle, () -> turn(Page.DEBUG), views.derivation());
        this.homework = new Homework(tasks, settings, commands, shares, around, millis);
        this.training = new Training(
                tasks, settings, commands, shares, controller, sheets, asking, () -> turn(Page.DEBUG), millis);
        desk.asksAlso(homework.files()::mayPutAway);
        RecentMenu recent = new RecentMenu(remembered, desk::open);
        this.empty = new EmptyPage(commands);
        Toolbar toolbar = new Toolbar(commands, controller, new JSlider(player.speed()), views.facts());
        this.pages = new Pages(
                Map.of(Page.DEBUG, () -> debugging(toolbar), Page.HOMEWORK, homework::page, Page.TRAIN, training::page),
                commands);
        content.add(pages);
        Segments segments = new Segments(List.of(Page.values()), pages::turn);
        this.header = new Header(commands, recent, () -> commands.refresh(controller), segments);
        pages.follow(segments::turn);
        pages.follow(homework::turn);
        pages.follow(training::turn);
        commands.bind(content);
        commands.follow(controller);
        List.of(player, page, toolbar, header, recent, empty, sheets, this).forEach(controller::add);
        commands.free(sheets);
    }

    private void commandStructure(Commands stepping) {
        ClipCommands.add(commands, controller, sheets);
        GraphCommands.add(stepping, views.graph());
        LayerCommands.add(stepping, controller);
        InspectCommands.add(stepping, controller, views, page);
    }

    /** The Debug page with its toolbar and its status bar. */
    private JPanel debugging(Toolbar toolbar) {
        middle.add(page, PAGE);
        middle.add(empty, EMPTY);
        JPanel debug = new JPanel(new BorderLayout());
        debug.add(toolbar, BorderLayout.PAGE_START);
        debug.add(middle, BorderLayout.CENTER);
        debug.add(views.status(), BorderLayout.PAGE_END);
        return debug;
    }

    private void remember() {
        for (Shares.Line line : Shares.Line.values()) {
            remembered.number("split." + line).ifPresent(place -> shares.put(line, place));
        }
    }

    private void command(Runnable quit) {
        commands.add("new", this::offerNetwork)
                .add("open", desk::open)
                .add("samples", this::offerSamples)
                .add("save", desk::save, scene -> !scene.draft().isEmpty())
                .add("save.as", desk::saveAs, scene -> !scene.draft().isEmpty())
                .add("quit", quit);
        commandPages();
        commands.add("palette", this::offerEverything).add("keys", this::offerKeys);
        LookCommands.add(commands, controller, this::dressed);
        commandSteps(commands.on(Page.DEBUG));
    }

    /** What is done on whatever page is seen, and turning to another. */
    private void commandPages() {
        commands.add(
                        "undo",
                        () -> take(
                                () -> views.source().undo(),
                                () -> homework.controller().undo()),
                        scene -> isOnSheet()
                                ? homework.controller().canUndo()
                                : views.source().canUndo())
                .add(
                        "redo",
                        () -> take(
                                () -> views.source().redo(),
                                () -> homework.controller().redo()),
                        scene -> isOnSheet()
                                ? homework.controller().canRedo()
                                : views.source().canRedo())
                .add("page.debug", () -> turn(Page.DEBUG), scene -> !isOn(Page.DEBUG))
                .add("page.homework", () -> turn(Page.HOMEWORK), scene -> !isOn(Page.HOMEWORK))
                .add("page.train", () -> turn(Page.TRAIN), scene -> !isOn(Page.TRAIN))
                .add("page.next", () -> pages.turn(pages.page().next()));
    }

    private void commandSteps(Commands debugging) {
        debugging.add(
                "matrix",
                this::offerMatrix,
                scene -> scene.sitting().flatMap(at -> scene.focus()).isPresent());
        debugging.uncovering(sheets::lower);
        for (Part part : Part.values()) {
            debugging.add("pane." + part.key(), () -> page.focus(part));
        }
        debugging.uncovering(this::uncover);
        RunCommands.add(debugging, controller, player);
        SampleCommands.add(debugging, controller, this::chooseSample);
    }

    /** Takes away what hides the run; all numbers of a value follow it where they lie. */
    private void uncover() {
        if (!SwingUtilities.isDescendingFrom(views.matrix(), sheets)) {
            sheets.lower();
        }
    }

    private boolean isOn(Page page) {
        return pages != null && pages.page() == page;
    }

    /** Whether it is the sheet that changes are taken back on: where nothing was written, it is the source still. */
    private boolean isOnSheet() {
        return isOn(Page.HOMEWORK) && homework.isWritten();
    }

    /** Keeps sheets of answers in a folder from now on. */
    void keepSheetsIn(Path folder) {
        homework.keepIn(folder);
    }

    private void take(Runnable inSource, Runnable onSheet) {
        (isOnSheet() ? onSheet : inSource).run();
    }

    /** Turns to a page. */
    public void turn(Page next) {
        pages.turn(next);
    }

    Homework homework() {
        return homework;
    }

    Training training() {
        return training;
    }

    private void goToLine(int line) {
        page.focus(Part.SOURCE);
        views.source().go(line);
    }

    private void chooseSample() {
        page.focus(Part.SOURCE);
        views.sample().write();
    }

    public Commands commands() {
        return commands;
    }

    /** Brings the focus to a part; says whether it takes it. */
    boolean focus(Part part) {
        return page.focus(part);
    }

    JComponent part(Part part) {
        return views.parts().get(part);
    }

    public DebugController controller() {
        return controller;
    }

    public Desk desk() {
        return desk;
    }

    public JMenuBar header() {
        return header;
    }

    /** All below the header. */
    public JComponent content() {
        return sheets;
    }

    /** What the first start shows: Mazur's network at the first chain-rule term. */
    public void openFirst() {
        open(Samples.mazur(), Start.firstTerm());
    }

    private void open(Sample sample, Start start) {
        desk.open(Draft.from(sample.file(), sample.text()), start);
    }

    private void offerSamples() {
        SamplesSheet sheet = new SamplesSheet(Samples.all(), shown, sample -> {
            sheets.lower();
            open(sample, Start.firstTerm());
        });
        raise(sheet, sheet.first());
    }

    private void offerNetwork() {
        NetworkSheet sheet = new NetworkSheet(
                shown,
                plan -> {
                    sheets.lower();
                    desk.open(Draft.unsaved(plan.text()).unkept(), Start.BEGINNING);
                },
                sheets::lower);
        raise(sheet, sheet.first());
    }

    private void offerEverything() {
        Offers offers = new Offers(commands, controller, shown, sample -> open(sample, Start.firstTerm()));
        PaletteSheet sheet = new PaletteSheet(offers.all(), shown, offer -> {
            sheets.lower();
            offer.deed().run();
        });
        raise(sheet, sheet.first());
    }

    private void offerKeys() {
        KeysSheet sheet = new KeysSheet(commands, shown, command -> {
            sheets.lower();
            command.actionPerformed(null);
        });
        raise(sheet, sheet.first());
    }

    private void offerMatrix() {
        raise(views.matrix(), views.matrix().first());
        views.matrix().show(controller.scene());
        sheets.validate();
        views.matrix().reveal();
    }

    /** Whether a card lies over the page. */
    boolean isCovered() {
        return sheets.isRaised();
    }

    private void raise(JComponent sheet, JComponent first) {
        player.rest();
        sheets.raise(sheet, first);
        commands.free(sheets);
    }

    /** Lets all that is there take over what theme and language are on now. */
    private void dressed() {
        SwingUtilities.updateComponentTreeUI(header);
        SwingUtilities.updateComponentTreeUI(sheets);
        SwingUtilities.updateComponentTreeUI(views.matrix());
        page.updateLooks();
        homework.updateLooks();
        training.updateLooks();
        commands.free(sheets);
    }

    @Override
    public void show(DebugScene scene) {
        cards.show(middle, scene.isBare() ? EMPTY : PAGE);
        shown = scene.settings();
    }

    /** Writes down what the next window shall know. */
    public void keep() {
        homework.keep();
        for (Shares.Line line : Shares.Line.values()) {
            if (shares.isMoved(line)) {
                remembered.put("split." + line, String.valueOf(shares.of(line)));
            }
        }
        remembered.put("language", shown.locale().getLanguage());
        remembered.put("theme", (shown.theme().isDark() ? Theme.DARK : Theme.LIGHT).name());
        remembered.put("safe", String.valueOf(shown.theme().isSafe()));
        remembered.put("digits", String.valueOf(shown.digits()));
        remembered.put("projector", String.valueOf(shown.projector()));
        remembered.keep();
    }
}
