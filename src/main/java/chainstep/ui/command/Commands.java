package chainstep.ui.command;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Page;
import chainstep.words.Phrase;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** All commands of a window, by their ids, in the order they were made. */
public final class Commands implements DebugView {
    private final Keys keys;
    private final Map<String, Command> all;
    private final Set<Page> homes;
    private Runnable first = () -> {};

    public Commands(Keys keys) {
        this(keys, new LinkedHashMap<>(), EnumSet.allOf(Page.class));
    }

    private Commands(Keys keys, Map<String, Command> all, Set<Page> homes) {
        this.keys = keys;
        this.all = all;
        this.homes = homes;
    }

    /** The same commands; those added here are given on one page alone, where they may have keys that others have elsewhere. */
    public Commands on(Page page) {
        return new Commands(keys, all, EnumSet.of(page));
    }

    /** Lets the commands of a page be given, and of the others only those of all pages. */
    public void turn(Page page) {
        all.values().forEach(command -> command.turn(page));
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
        if (all.put(command.id(), command.after(first).at(homes).with(keys.of(command.id()))) != null) {
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

    /** Makes the keys work wherever in a window the focus is; a key of several gives the one that can be given on the page. */
    public void bind(JComponent root) {
        InputMap input = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        ActionMap actions = root.getActionMap();
        Map<KeyStroke, List<Command>> keyed = new LinkedHashMap<>();
        for (Command command : all.values()) {
            command.key()
                    .ifPresent(key -> keyed.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(command));
            actions.put(command.id(), command);
        }
        keyed.forEach((key, those) -> {
            String id = those.get(0).id();
            input.put(key, those.size() == 1 ? id : key);
            if (those.size() > 1) {
                actions.put(key, new KeyOfSeveral(those, actions));
            }
        });
    }

    /** What a key does that several commands have: the one of the page that can be given, one of the page before one of all pages. */
    private static final class KeyOfSeveral extends AbstractAction {
        private final transient List<Command> commands;
        private final transient ActionMap actions;

        KeyOfSeveral(List<Command> commands, ActionMap actions) {
            this.actions = actions;
            this.commands = commands.stream()
                    .sorted(Comparator.comparingInt(command -> command.homes().size()))
                    .toList();
        }

        private Optional<Action> chosen() {
            return commands.stream()
                    .filter(Command::isHere)
                    .map(command -> actions.get(command.id()))
                    .filter(Action::isEnabled)
                    .findFirst();
        }

        @Override
        public boolean isEnabled() {
            return chosen().isPresent();
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            chosen().ifPresent(action -> action.actionPerformed(event));
        }
    }

    /** Takes their keys from the components that would eat them. */
    public void free(JComponent root) {
        keys.free(root);
    }
}
