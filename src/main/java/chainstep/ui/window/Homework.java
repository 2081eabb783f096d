package chainstep.ui.window;

import chainstep.debug.Depth;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Place;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Page;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Sheets;
import chainstep.ui.Tasks;
import chainstep.ui.command.Commands;
import chainstep.ui.derivation.DerivationView;
import chainstep.ui.derivation.Slipped;
import chainstep.ui.file.Asking;
import chainstep.ui.formula.FormulaPictures;
import chainstep.ui.graph.GraphPictures;
import chainstep.ui.homework.ClassDesk;
import chainstep.ui.homework.ConsentSheet;
import chainstep.ui.homework.Exercise;
import chainstep.ui.homework.HomeworkController;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.KeptSheets;
import chainstep.ui.homework.RemarkSheet;
import chainstep.ui.homework.Retracing;
import chainstep.ui.homework.RulesSheet;
import chainstep.ui.homework.SheetFiles;
import chainstep.words.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The Homework page with its controller and its commands, put together; the page itself is made when it is first asked for. */
final class Homework {
    private final Surroundings around;
    private final HomeworkController controller;
    private final SheetFiles files;
    private final ClassDesk classes;
    private final Supplier<HomeworkPage> making;
    private Optional<HomeworkPage> page = Optional.empty();
    private Optional<KeptSheets> kept = Optional.empty();

    /**
     * What the page needs of the rest of the window.
     *
     * @param seal ends a change of the source, so that the next one is taken back by itself
     * @param toDebug turns to the Debug page
     * @param derivation where a mistake is laid beside how it is
     */
    record Surroundings(
            DebugController debug,
            Sheets sheets,
            Asking asking,
            Runnable seal,
            Runnable toDebug,
            DerivationView derivation) {}

    Homework(Tasks tasks, Settings settings, Commands all, Shares shares, Surroundings around, LongSupplier millis) {
        this.around = around;
        this.controller = new HomeworkController(tasks.beside(), settings, millis);
        this.files = new SheetFiles(controller, around.asking());
        controller.whenLeaving(files::keep);
        this.classes = new ClassDesk(
                controller,
                around.asking(),
                tasks.beside(),
                new GraphPictures(new FormulaPictures()),
                Browser::ofMachine);
        command(all.on(Page.HOMEWORK));
        this.making = () -> new HomeworkPage(controller, all, shares, this::ask, this::press);
        around.debug().add(controller);
        controller.add(scene -> all.refresh(around.debug()));
    }

    private void command(Commands commands) {
        Predicate<DebugScene> sheet = scene -> controller.scene().kind() == HomeworkScene.Kind.SHEET;
        Predicate<DebugScene> desk =
                sheet.and(scene -> controller.scene().desk().isOpen());
        commands.add("homework.check", controller::check, sheet)
                .add("homework.hint", controller::hint, scene -> controller.canHint())
                .add("homework.reveal", controller::reveal, scene -> controller.canHelp())
                .add("homework.rules", this::offerRules, sheet)
                .add(
                        "homework.debugger",
                        this::openInDebugger,
                        sheet.and(scene -> place().isPresent()
                                && !controller.scene().desk().isOwn()))
                .add("homework.import", () -> then(files::read), sheet)
                .add("homework.save", files::save, sheet)
                .add("homework.save.as", files::saveAs, sheet)
                .add("homework.mark", classes::mark, sheet.and(scene -> !classes.isGoing()))
                .add("homework.cancel", classes::cancel, scene -> classes.isGoing())
                .add("homework.class", classes::show, scene -> classes.page().isPresent())
                .add("homework.worksheet", classes::print, sheet)
                .add("homework.desk", () -> then(files::openDesk), sheet)
                .add("homework.roster", () -> then(files::openRoster), sheet)
                .add(
                        "homework.previous",
                        () -> go(-1),
                        desk.and(scene -> controller.scene().desk().at() > 0))
                .add("homework.next", () -> go(1), desk.and(scene -> !isLast()))
                .add("homework.leave", () -> then(files::leaveDesk), desk)
                .add(
                        "homework.comment",
                        this::offerRemark,
                        desk.and(scene -> controller.scene().current() >= 0));
    }

    /** Ends what is under way, or shows what came of it. */
    private void press() {
        if (classes.isGoing()) {
            classes.cancel();
        } else {
            classes.show();
        }
    }

    private boolean isLast() {
        return controller.scene().desk().at()
                == controller.scene().desk().roster().size() - 1;
    }

    private void go(int by) {
        then(() -> files.go(by));
    }

    /** The keyboard is on the sheet afterwards, whatever asked or was put there. */
    private void then(Runnable deed) {
        deed.run();
        page.ifPresent(HomeworkPage::focus);
    }

    private void offerRules() {
        HomeworkScene scene = controller.scene();
        RulesSheet rules = new RulesSheet(scene.rules(), scene.settings(), controller::rules);
        around.sheets().raise(rules, rules.first());
    }

    private void offerRemark() {
        HomeworkScene scene = controller.scene();
        int question = scene.current();
        String name = scene.exercise().orElseThrow().names().get(question);
        RemarkSheet remark = new RemarkSheet(name, scene.desk().remark(question), scene.settings(), said -> {
            around.sheets().lower();
            files.remark(question, said);
        });
        around.sheets().raise(remark, remark.first());
    }

    /** Lets the source ask these quantities, so that it can be taken back. */
    private void ask(List<String> quantities) {
        String text = around.debug().scene().draft().text();
        String lines = quantities.stream().map(each -> "ask(" + each + ")\n").collect(Collectors.joining());
        around.seal().run();
        around.debug().edit(text + (text.endsWith("\n") ? "" : "\n") + "\n" + lines);
        around.seal().run();
        page.ifPresent(HomeworkPage::focus);
    }

    /** Where in the model the answer that is looked at goes wrong, else where it is computed. */
    private Optional<Picked> place() {
        HomeworkScene scene = controller.scene();
        return place(scene, scene.about().orElse(scene.current()));
    }

    private static Optional<Picked> place(HomeworkScene scene, int question) {
        if (scene.kind() != HomeworkScene.Kind.SHEET || question < 0) {
            return Optional.empty();
        }
        Exercise exercise = scene.exercise().orElseThrow();
        int size = exercise.worked().assignment().model().program().size();
        Place asked = exercise.worked().places(question).get(0);
        Optional<Picked> own =
                asked.node() < size ? Optional.of(new Picked(asked.node(), asked.element())) : Optional.empty();
        return slip(scene, question)
                .map(Finding.Slip::node)
                .filter(node -> node >= 0 && node < size && node != asked.node())
                .map(Picked::whole)
                .or(() -> own);
    }

    private static Optional<Finding.Slip> slip(HomeworkScene scene, int question) {
        return scene.marked(question)
                .map(Marked::findings)
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(0).slips().get(0));
    }

    /** To the Debug page at the step where it went wrong; where that shows a student what was still to be found, once they agree. */
    private void openInDebugger() {
        HomeworkScene scene = controller.scene();
        int question = scene.about().orElse(scene.current());
        if (!controller.isSecret(question)) {
            showStep(question);
            return;
        }
        String name = scene.exercise().orElseThrow().names().get(question);
        Sheets sheets = around.sheets();
        ConsentSheet consent = new ConsentSheet(
                name,
                scene.settings(),
                () -> {
                    sheets.lower();
                    showStep(question);
                },
                sheets::lower);
        sheets.raise(consent, consent.first());
    }

    private void showStep(int question) {
        HomeworkScene scene = controller.scene();
        Optional<Picked> place = place(scene, question);
        Retracing.of(controller, question, slipped -> {
            if (controller.isSecret(question)) {
                controller.reveal(question);
            }
            place.ifPresent(at -> showStep(at, told(scene, question), slipped));
        });
    }

    private void showStep(Picked at, Optional<Phrase> told, Optional<Slipped> slipped) {
        DebugController debug = around.debug();
        around.toDebug().run();
        debug.restart();
        debug.depth(Depth.TERM);
        debug.runTo(at.node());
        // what is asked of the debugger is told after it has moved
        debug.why(0, at.node(), Math.max(0, at.element()), cause -> {
            debug.pick(Optional.of(at));
            told.ifPresent(debug::say);
            slipped.ifPresent(around.derivation()::compare);
        });
    }

    private static Optional<Phrase> told(HomeworkScene scene, int question) {
        String name = scene.exercise().orElseThrow().names().get(question);
        String written = scene.paper().line(question).written().strip();
        return scene.marked(question)
                .map(Marked::findings)
                .filter(found -> !found.isEmpty())
                .map(found -> Phrase.of(
                        "ui",
                        "homework.debugger.slip",
                        name,
                        written,
                        found.get(0).slips().get(0).name()));
    }

    HomeworkController controller() {
        return controller;
    }

    /** Puts a sheet on the page, where one can be answered; says why where it cannot. */
    Optional<Phrase> read(Path sheet) {
        if (controller.scene().kind() != HomeworkScene.Kind.SHEET) {
            return Optional.of(Phrase.of("ui", "homework.file.unasked", sheet.toString()));
        }
        return files.read(sheet) ? Optional.empty() : controller.scene().said().map(Said::phrase);
    }

    /** Whether anything stands on the sheet, or did. */
    boolean isWritten() {
        boolean blank = controller.scene().paper().lines().stream()
                .allMatch(line -> line.written().isBlank());
        return !blank || controller.canUndo() || controller.canRedo();
    }

    ClassDesk classes() {
        return classes;
    }

    SheetFiles files() {
        return files;
    }

    /** The page, made by now. */
    HomeworkPage page() {
        if (page.isEmpty()) {
            HomeworkPage made = making.get();
            made.panes().forEach(around.debug()::add);
            page = Optional.of(made);
        }
        return page.get();
    }

    void updateLooks() {
        page.ifPresent(HomeworkPage::updateLooks);
    }

    /** Keeps sheets in a folder from now on. */
    void keepIn(Path folder) {
        KeptSheets keeper = new KeptSheets(controller, folder);
        kept = Optional.of(keeper);
        controller.add(keeper);
    }

    /** Writes down what is not yet. */
    void keep() {
        files.keep();
        kept.ifPresent(KeptSheets::write);
    }

    /** Keeps nothing any more: the window is gone. */
    void rest() {
        kept.ifPresent(KeptSheets::rest);
    }

    /** Another page is turned to, or this one. */
    void turn(Page now) {
        controller.turn(now == Page.HOMEWORK);
        if (now == Page.HOMEWORK) {
            page.ifPresent(HomeworkPage::focus);
        }
    }
}
