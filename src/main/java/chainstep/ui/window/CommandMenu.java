package chainstep.ui.window;

import chainstep.ui.command.Command;
import chainstep.ui.command.Commands;
import chainstep.words.Words;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuItem;

/** A menu of commands, whose items are made when it is opened first. */
final class CommandMenu extends JMenu {
    private static final Map<String, String> MNEMONICS = Map.of(
            "file",
            "F",
            "edit",
            "E",
            "view",
            "V",
            "run",
            "R",
            "homework",
            "W",
            "train",
            "T",
            "inspect",
            "I",
            "help",
            "H");

    private final transient Commands commands;
    private final JMenu recent;
    private final List<CommandMenu> inner = new ArrayList<>();
    private transient Words words = Words.of("ui", Locale.ENGLISH);
    private boolean filled;

    /**
     * @param key one of {@link Menus#ALL}
     * @param recent the menu of what was open, for the one that has it
     */
    CommandMenu(String key, Commands commands, JMenu recent) {
        this.commands = commands;
        this.recent = recent;
        setName(key);
    }

    @Override
    protected void fireMenuSelected() {
        fill();
        super.fireMenuSelected();
    }

    @Override
    public Component[] getMenuComponents() {
        fill();
        return super.getMenuComponents();
    }

    private void fill() {
        if (!filled && commands != null) {
            filled = true;
            Menus.ALL.get(getName()).forEach(this::put);
            inner.forEach(menu -> menu.name(words));
        }
    }

    private void put(String id) {
        if (id.equals("|")) {
            addSeparator();
        } else if (id.equals("recent:")) {
            add(recent);
        } else if (id.endsWith(":")) {
            CommandMenu menu = new CommandMenu(id.substring(0, id.length() - 1), commands, recent);
            inner.add(menu);
            add(menu);
        } else {
            add(item(commands.get(id)));
        }
    }

    private static JMenuItem item(Command command) {
        JMenuItem item = command.isSwitch() ? new JCheckBoxMenuItem(command) : new JMenuItem(command);
        item.setToolTipText(null);
        item.setIcon(null);
        return item;
    }

    /** Its name and the key that opens it with Alt; where no letter of the name is that key, it stands behind: 文件(F). */
    void name(Words other) {
        words = other;
        inner.forEach(menu -> menu.name(other));
        String name = words.say("window.menu." + getName());
        String key = MNEMONICS.get(getName());
        if (key == null) {
            setText(name);
            return;
        }
        setText(name.toUpperCase(Locale.ROOT).contains(key) ? name : name + "(" + key + ")");
        setMnemonic(key.charAt(0));
    }
}
