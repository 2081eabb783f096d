package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Page;
import chainstep.ui.Settings;
import chainstep.ui.Sheets;
import chainstep.ui.Tasks;
import chainstep.ui.command.Commands;
import chainstep.ui.homework.HomeworkController;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.RulesSheet;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The Homework page with its controller and its commands, put together. */
final class Homework {
    private final HomeworkController controller;
    private final Sheets sheets;
    private final HomeworkPage page;

    Homework(
            DebugController debug,
            Tasks tasks,
            Settings settings,
            Commands all,
            Shares shares,
            Sheets sheets,
            LongSupplier millis) {
        this.sheets = sheets;
        this.controller = new HomeworkController(tasks.beside(), settings, millis);
        command(all.on(Page.HOMEWORK));
        this.page = new HomeworkPage(controller, all, shares);
        debug.add(controller);
        page.panes().forEach(debug::add);
        controller.add(scene -> all.refresh(debug));
    }

    private void command(Commands commands) {
        Predicate<DebugScene> sheet = scene -> controller.scene().kind() == HomeworkScene.Kind.SHEET;
        commands.add("homework.check", controller::check, sheet)
                .add("homework.hint", controller::hint, scene -> controller.canHint())
                .add("homework.reveal", controller::reveal, scene -> controller.canHelp())
                .add("homework.rules", this::offerRules, sheet);
    }

    private void offerRules() {
        HomeworkScene scene = controller.scene();
        RulesSheet rules = new RulesSheet(scene.rules(), scene.settings(), controller::rules);
        sheets.raise(rules, rules.first());
    }

    HomeworkController controller() {
        return controller;
    }

    HomeworkPage page() {
        return page;
    }

    /** Another page is turned to, or this one. */
    void turn(Page now) {
        controller.turn(now == Page.HOMEWORK);
        if (now == Page.HOMEWORK) {
            page.focus();
        }
    }
}
