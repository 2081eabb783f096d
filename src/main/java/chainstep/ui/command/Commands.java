package chainstep.ui.command;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;

/** All commands of a window, by their ids, in the order they were made. */
public final class Commands implements DebugView {
    private final Keys keys;
    private final Map<String, Command> all = new LinkedHashMap<>();
    private Runnable first = () -> {};

    public Commands(Keys keys) {
        this.keys = keys;
    }

    /** Lets all that are added from now on do this first: what lies over that which they are about goes away. */
    public void uncovering(Runnable way) {
        first = way;
    }

    /** Adds one that can always be done. */
    public Commands add(String id, Runnable deed) {
        return add(Command.always(id, deed));
    }

    /** Adds one that needs a scene of a kind. */
    public Commands add(String id, Runnable deed, Predicate<DebugScene> possible) {
        return add(Command.when(possible, id, deed));
    }

    /** Adds one that cannot be done for a reason, which its tip then says. */
    public Commands addUnless(String id, Runnable deed, Function<DebugScene, Optional<Phrase>> reason) {
        return add(
                Command.when(scene -> reason.apply(scene).isEmpty(), id, deed).unless(reason));
    }

    /** Adds one that is on or off. */
    public Commands addSwitch(String id, Runnable deed, Predicate<DebugScene> on) {
        return addSwitch(id, deed, scene -> true, on);
    }

    /** Adds one that is on or off, and needs a scene of a kind. */
    public Commands addSwitch(String id, Runnable deed, Predicate<DebugScene> possible, Predicate<DebugScene> on) {
        return add(Command.when(possible, id, deed).on(on));
    }

    Commands add(Command command) {
        if (all.put(command.id(), command.after(first).with(keys.of(command.id()))) != null) {
            throw new IllegalArgumentException("two commands " + command.id());
        }
        return this;
    }

    public Command get(String id) {
        Command command = all.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no command " + id);
        }
        return command;
    }

    public Collection<Command> all() {
        return List.copyOf(all.values());
    }

    /** Shows every command each scene. */
    public void follow(DebugController controller) {
        controller.add(this);
    }

    @Override
    public void show(DebugScene scene) {
        new ArrayList<>(all.values()).forEach(command -> command.show(scene));
    }

    /** Shows what can be done by now, where that changed without a new scene. */
    public void refresh(DebugController controller) {
        show(controller.scene());
    }

    /** Makes the keys work wherever in a window the focus is. */
    public void bind(JComponent root) {
        InputMap input = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        ActionMap actions = root.getActionMap();
        for (Command command : all.values()) {
            command.key().ifPresent(key -> input.put(key, command.id()));
            actions.put(command.id(), command);
        }
    }

    /** Takes their keys from the components that would eat them. */
    public void free(JComponent root) {
        keys.free(root);
    }
}
