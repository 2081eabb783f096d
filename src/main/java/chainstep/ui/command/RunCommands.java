package chainstep.ui.command;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import java.util.Locale;
import java.util.function.Predicate;

/** The commands that move the cursor. */
public final class RunCommands {
    private static final Predicate<DebugScene> MODEL = scene -> scene.sitting().isPresent();
    private static final Predicate<DebugScene> NOT_AT_START = MODEL.and(scene -> scene.sitting().stream()
            .anyMatch(sitting ->
                    !(sitting.state().step().isStart() && sitting.state().iteration() == 0)));

    private RunCommands() {}

    public static void add(Commands commands, DebugController controller, Player player) {
        commands.add("step", controller::step, MODEL)
                .add("into", controller::into, MODEL)
                .add("out", controller::out, MODEL)
                .add("back", controller::back, NOT_AT_START)
                .add("line.next", controller::nextLine, MODEL)
                .add("line.previous", controller::previousLine, NOT_AT_START)
                .add("phase.end", controller::endOfPhase, MODEL)
                .add("run.to", () -> runTo(controller), MODEL.and(RunCommands::isComputed))
                .add("continue", controller::continueRun, MODEL)
                .add("reverse", controller::reverseContinue, NOT_AT_START)
                .add("restart", controller::restart, NOT_AT_START)
                .add("play", player::toggle, MODEL)
                .add("cancel", () -> cancel(controller, player), MODEL)
                .add("breakpoint", () -> toggleBreakpoint(controller), MODEL.and(RunCommands::isOnLine));
        for (Depth depth : Depth.values()) {
            String id = "depth." + depth.name().toLowerCase(Locale.ROOT);
            commands.add(Command.when(MODEL, id, () -> controller.depth(depth))
                    .on(scene -> scene.sitting().stream()
                            .anyMatch(sitting -> sitting.state().depth() == depth)));
        }
        player.worksBy(commands.get("play"));
    }

    private static void cancel(DebugController controller, Player player) {
        player.pause();
        controller.cancel();
    }

    /** Whether what is picked is something that a run comes by. */
    private static boolean isComputed(DebugScene scene) {
        return scene.sitting().stream()
                .anyMatch(sitting -> scene.picked()
                        .map(picked ->
                                !sitting.state().program().node(picked.node()).isLeaf())
                        .orElse(false));
    }

    private static void runTo(DebugController controller) {
        controller.scene().picked().ifPresent(picked -> controller.runTo(picked.node()));
    }

    private static boolean isOnLine(DebugScene scene) {
        return line(scene) > 0;
    }

    /** The line of what the user looks at: picked, or just computed. */
    private static int line(DebugScene scene) {
        return scene.sitting()
                .flatMap(sitting -> scene.focus()
                        .map(focus -> sitting.state()
                                .program()
                                .node(focus.node())
                                .origin()
                                .line()))
                .orElse(0);
    }

    private static void toggleBreakpoint(DebugController controller) {
        controller.stops().toggle(line(controller.scene()));
    }
}
