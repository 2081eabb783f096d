package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Page;
import chainstep.ui.Settings;
import chainstep.ui.Sheets;
import chainstep.ui.Tasks;
import chainstep.ui.Trained;
import chainstep.ui.command.Commands;
import chainstep.ui.file.Asking;
import chainstep.ui.train.PredictSheet;
import chainstep.ui.train.SettingsView;
import chainstep.ui.train.TrainController;
import chainstep.ui.train.TrainScene;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The Train page with its controller and its commands, put together; the page itself is made when it is first asked for. */
final class Training {
    private static final long NANOS = 1_000_000;

    private final DebugController debug;
    private final Sheets sheets;
    private final Asking asking;
    private final Runnable toDebug;
    private final TrainController controller;
    private final Supplier<TrainPage> making;
    private Optional<TrainPage> page = Optional.empty();

    /**
     * @param toDebug turns to the Debug page
     * @param millis a clock
     */
    Training(
            Tasks tasks,
            Settings settings,
            Commands all,
            Shares shares,
            DebugController debug,
            Sheets sheets,
            Asking asking,
            Runnable toDebug,
            LongSupplier millis) {
        this.debug = debug;
        this.sheets = sheets;
        this.asking = asking;
        this.toDebug = toDebug;
        this.controller = new TrainController(tasks, settings, () -> NANOS * millis.getAsLong());
        command(all.on(Page.TRAIN));
        this.making = () -> new TrainPage(controller, all, shares, new SettingsView(this::write), this::openStop);
        debug.add(controller);
        controller.add(scene -> {
            all.get("train.start").called(scene.isRunning() ? "train.pause" : "train.start");
            all.refresh(debug);
        });
    }

    private void command(Commands commands) {
        Predicate<DebugScene> open = scene -> controller.scene().isOpen();
        Predicate<DebugScene> resting = open.and(scene -> !controller.scene().isRunning());
        commands.add("train.start", this::startOrPause, open)
                .add("train.update", controller::oneUpdate, resting)
                .add("train.epoch", controller::oneEpoch, resting)
                .add("train.reset", controller::reset, resting)
                .add("train.debug", this::openBatch, open)
                .add(
                        "train.predict",
                        this::offerRows,
                        resting.and(scene -> controller.scene().canPredict()));
    }

    private void startOrPause() {
        if (controller.scene().isRunning()) {
            controller.pause();
        } else {
            controller.start();
        }
    }

    /** Writes a change into the source, to be taken back by itself; one that cannot be run is told and not written. */
    private void write(String text, boolean gentle) {
        controller.propose(text, gentle, () -> {
            debug.settle();
            debug.edit(text);
            debug.settle();
        });
    }

    /** The batch that comes next after the state looked at, in the debugger. */
    private void openBatch() {
        controller.pause();
        TrainScene scene = controller.scene();
        scene.trained().ifPresent(trained -> open(trained));
    }

    private void offerRows() {
        DebugScene scene = debug.scene();
        Words words = Words.of("ui", scene.settings().locale());
        PredictSheet sheet = new PredictSheet(
                controller, () -> asking.openRows(Optional.of(scene.draft().folder()), words), answered -> {
                    sheets.lower();
                    open(Trained.asked(answered.rows(), answered.state()));
                    debug.say(Phrase.of("ui", "train.predict.stepped"));
                });
        sheets.raise(sheet, sheet.first());
    }

    /** The batch that training stopped at, where it went wrong. */
    private void openStop() {
        controller.scene().stopped().ifPresent(this::open);
    }

    private void open(Trained trained) {
        toDebug.run();
        debug.travel(trained);
    }

    TrainController controller() {
        return controller;
    }

    /** The page, made by now. */
    TrainPage page() {
        if (page.isEmpty()) {
            TrainPage made = making.get();
            made.panes().forEach(debug::add);
            page = Optional.of(made);
        }
        return page.get();
    }

    void updateLooks() {
        page.ifPresent(TrainPage::updateLooks);
    }

    /** Another page is turned to, or this one. */
    void turn(Page now) {
        controller.turn(now == Page.TRAIN);
        if (now == Page.TRAIN) {
            page.ifPresent(TrainPage::focus);
        }
    }
}
