package chainstep.ui.window;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.lang.NumberEdit;
import chainstep.lang.Primes;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.command.Commands;
import chainstep.ui.derivation.DerivationView;
import chainstep.ui.table.WhyView;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The commands about what the page is about: why it is so, by which paths, copied, watched, changed. */
final class InspectCommands {
    private final DebugController controller;
    private final Views views;

    private InspectCommands(DebugController controller, Views views) {
        this.controller = controller;
        this.views = views;
    }

    static void add(Commands commands, DebugController controller, Views views, DebugPage page) {
        InspectCommands inspect = new InspectCommands(controller, views);
        DerivationView derivation = views.derivation();
        commands.add(
                        "select.line",
                        views.source()::pick,
                        scene -> views.source().canPick())
                .add("why", inspect::why, scene -> known(scene).isPresent())
                .addSwitch(
                        "paths",
                        derivation::switchLedger,
                        scene -> derivation.hasPaths(),
                        scene -> derivation.showsPaths())
                .add("watch.this", inspect::watch, scene -> quantity(scene).isPresent())
                .add(
                        "watch.add",
                        () -> write(views, page),
                        scene -> scene.sitting().isPresent())
                .add(
                        "number",
                        inspect::edit,
                        scene -> views.source().isAtNumber() || leaf(scene).isPresent());
        copies(commands, derivation);
    }

    private static void copies(Commands commands, DerivationView derivation) {
        Predicate<DebugScene> told = scene -> derivation.isTelling();
        commands.add("copy.latex", () -> derivation.copyAll(true), told)
                .add("copy.text", () -> derivation.copyAll(false), told)
                .add("copy.rule.latex", () -> derivation.copyRule(true), told)
                .add("copy.rule.text", () -> derivation.copyRule(false), told)
                .add("copy.numbers.latex", () -> derivation.copyNumbers(true), told)
                .add("copy.numbers.text", () -> derivation.copyNumbers(false), told);
    }

    /** A number of what the page is about, if it is computed; of a whole value its first. */
    private static Optional<Picked> known(DebugScene scene) {
        return scene.sitting()
                .flatMap(sitting -> scene.focus()
                        .map(focus -> new Picked(focus.node(), Math.max(0, focus.element())))
                        .filter(number -> sitting.state().knows(number.node(), number.element())));
    }

    /** Where the keyboard is: on the graph, else over its row. */
    private void why() {
        known(controller.scene()).ifPresent(number -> {
            if (views.graph().hasKeyboard()) {
                views.graph().over(number.node(), new WhyView(controller, number)::popUp);
            } else {
                views.variables().why(number, views.graph());
            }
        });
    }

    private static void write(Views views, DebugPage page) {
        page.focus(Part.WATCHES);
        views.watches().write();
    }

    private void watch() {
        quantity(controller.scene()).ifPresent(controller.stops()::watch);
    }

    /** What the page is about, as a quantity to be watched: h, grad(h); nothing where it has no name. */
    private static Optional<String> quantity(DebugScene scene) {
        return scene.sitting()
                .flatMap(sitting ->
                        scene.focus().flatMap(focus -> quantity(sitting.state().program(), focus.node())));
    }

    private static Optional<String> quantity(Program program, int node) {
        if (program.node(node).isNamed()) {
            return Optional.of(Primes.written(program, node));
        }
        return valueOf(program, node).map(value -> "grad(" + Primes.written(program, value) + ")");
    }

    /** The named value that a node is the loss's whole gradient by. */
    private static Optional<Integer> valueOf(Program program, int gradient) {
        OptionalInt loss = program.loss();
        return loss.isEmpty()
                ? Optional.empty()
                : program.nodes().stream()
                        .filter(node -> node.isNamed()
                                && program.gradient(loss.getAsInt(), node.id()).equals(OptionalInt.of(gradient)))
                        .map(Node::id)
                        .findFirst();
    }

    /** The number of the source that the page is about, or that it is a gradient by. */
    private static Optional<Picked> leaf(DebugScene scene) {
        Optional<Sitting> sitting = scene.sitting().filter(each -> !each.stale());
        return sitting.flatMap(at -> scene.focus()
                .flatMap(focus -> leaf(at, focus).map(node -> new Picked(node, Math.max(0, focus.element())))));
    }

    private static Optional<Integer> leaf(Sitting sitting, Picked focus) {
        Program program = sitting.state().program();
        return Optional.of(focus.node())
                .filter(node -> NumberEdit.canEdit(sitting.model(), node))
                .or(() -> valueOf(program, focus.node()).filter(node -> NumberEdit.canEdit(sitting.model(), node)));
    }

    /** Where the keyboard is: in the text, on the graph, else over its row. */
    private void edit() {
        if (views.source().isAtNumber()) {
            views.source().editNumber();
        } else if (views.graph().hasKeyboard()) {
            leaf(controller.scene()).ifPresent(views.graph()::edit);
        } else {
            leaf(controller.scene()).ifPresent(number -> views.variables().edit(number, views.graph()));
        }
    }
}
