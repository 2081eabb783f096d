package chainstep.ui.window;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.lang.LayerEdit;
import chainstep.lang.NetworkPlan.Activation;
import chainstep.lang.NetworkPlan.Loss;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import chainstep.ui.command.Commands;
import chainstep.words.Phrase;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The commands that change the structure of the network, at the layer looked at: the source is rewritten, each time undone at once. */
final class LayerCommands {
    private static final Phrase FORM = Phrase.of("ui", "layers.form");
    private static final Phrase BROKEN = Phrase.of("ui", "layers.broken");

    private final DebugController controller;
    private String seen = "";
    private boolean layered;

    private LayerCommands(DebugController controller) {
        this.controller = controller;
    }

    /** @param seal ends a change of the source, so that the next one is taken back by itself */
    static void add(Commands commands, DebugController controller) {
        LayerCommands layers = new LayerCommands(controller);
        layers.add(commands, "units.more", (text, layer) -> LayerEdit.units(text, layer, 1));
        layers.add(commands, "units.fewer", (text, layer) -> LayerEdit.units(text, layer, -1));
        layers.add(commands, "layer.add", LayerEdit::added);
        layers.add(commands, "layer.remove", LayerEdit::removed);
        for (Activation activation : Activation.values()) {
            if (activation != Activation.NONE) {
                layers.add(commands, id(activation), (text, layer) -> LayerEdit.bent(text, layer, activation));
            }
        }
        for (Loss loss : Loss.values()) {
            layers.add(commands, id(loss), (text, layer) -> LayerEdit.measured(text, loss));
        }
    }

    private static String id(Enum<?> choice) {
        return (choice.getDeclaringClass().getSimpleName() + "." + choice.name()).toLowerCase(Locale.ROOT);
    }

    private void add(Commands commands, String id, BiFunction<String, Integer, Optional<String>> edit) {
        commands.addUnless(id, () -> change(edit), this::obstacle);
    }

    /** Why the layers of what is open cannot be changed. */
    private Optional<Phrase> obstacle(DebugScene scene) {
        String text = scene.draft().text();
        if (!text.equals(seen)) {
            seen = text;
            layered = LayerEdit.isLayered(text);
        }
        if (!layered) {
            return Optional.of(FORM);
        }
        boolean runs = scene.sitting().filter(sitting -> !sitting.stale()).isPresent();
        return runs ? Optional.empty() : Optional.of(BROKEN);
    }

    private void change(BiFunction<String, Integer, Optional<String>> edit) {
        DebugScene scene = controller.scene();
        String text = scene.draft().text();
        Optional<String> changed = edit.apply(text, LayerEdit.layer(text, name(scene)));
        if (changed.isEmpty()) {
            controller.complain(Phrase.of("ui", "layers.cannot"));
        } else {
            controller.settle();
            controller.edit(changed.get());
            controller.settle();
        }
    }

    /** The name of the value that the page is about, or that it is a gradient by. */
    private static String name(DebugScene scene) {
        return scene.sitting()
                .map(Sitting::state)
                .flatMap(state -> scene.focus().map(focus -> name(state.program(), focus.node())))
                .orElse("");
    }

    private static String name(Program program, int about) {
        Node node = program.node(about);
        if (node.role() instanceof Role.Term term) {
            return program.node(term.wrt()).name();
        } else if (node.role() instanceof Role.Total total) {
            return program.node(total.wrt()).name();
        }
        return node.role() instanceof Role.Update update && update.param() >= 0
                ? program.node(update.param()).name()
                : node.name();
    }
}
