package chainstep.ui.window;

import chainstep.explain.Explainer;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import chainstep.ui.Sheets;
import chainstep.ui.Sitting;
import chainstep.ui.command.Commands;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Cut, copy, paste and select all, in whatever text has the keyboard; without one, the value looked at is copied. */
final class ClipCommands {
    private final DebugController controller;
    private final Sheets sheets;

    private ClipCommands(DebugController controller, Sheets sheets) {
        this.controller = controller;
        this.sheets = sheets;
    }

    static void add(Commands commands, DebugController controller, Sheets sheets) {
        ClipCommands clip = new ClipCommands(controller, sheets);
        commands.add("cut", () -> clip.inText(JTextComponent::cut), scene -> clip.isEditable() && clip.isSelected())
                .add(
                        "copy",
                        clip::copy,
                        scene -> clip.isSelected() || clip.looksAt(scene).isPresent())
                .add("paste", () -> clip.inText(JTextComponent::paste), scene -> clip.isEditable())
                .add(
                        "select.all",
                        () -> clip.inText(JTextComponent::selectAll),
                        scene -> clip.text().isPresent());
    }

    /** The text with the keyboard; while a menu is open, or after a card was raised, the one that had it before. */
    private Optional<JTextComponent> text() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
        boolean here = owner != null && owner.isShowing() && SwingUtilities.isDescendingFrom(owner, sheets);
        return Optional.ofNullable(owner)
                .filter(there -> here)
                .or(sheets::before)
                .filter(JTextComponent.class::isInstance)
                .map(JTextComponent.class::cast);
    }

    private void inText(Consumer<JTextComponent> deed) {
        text().ifPresent(deed);
    }

    private boolean isEditable() {
        return text().filter(JTextComponent::isEditable).isPresent();
    }

    private boolean isSelected() {
        return text().filter(text -> text.getSelectionStart() < text.getSelectionEnd())
                .isPresent();
    }

    private void copy() {
        if (isSelected()) {
            inText(JTextComponent::copy);
        } else {
            DebugScene scene = controller.scene();
            looksAt(scene).ifPresent(focus -> Clip.put(equation(scene.sitting().orElseThrow(), focus)));
        }
    }

    /** The value or number that the page is about, while the keyboard is in no text; nothing where it is not computed yet. */
    private Optional<Picked> looksAt(DebugScene scene) {
        return scene.sitting()
                .filter(sitting -> text().isEmpty())
                .flatMap(sitting -> scene.focus().filter(focus -> knows(sitting, focus)));
    }

    private static boolean knows(Sitting sitting, Picked focus) {
        return focus.isWhole()
                ? sitting.state().knows(focus.node())
                : sitting.state().knows(focus.node(), focus.element());
    }

    private static String equation(Sitting sitting, Picked focus) {
        Explainer explainer = sitting.explainer();
        return focus.isWhole()
                ? explainer.name(focus.node()).plain() + " = "
                        + explainer.value(focus.node()).plain()
                : explainer.element(focus.node(), focus.element()).plain() + " = "
                        + explainer.step(focus.node(), focus.element()).shown().plain();
    }
}
