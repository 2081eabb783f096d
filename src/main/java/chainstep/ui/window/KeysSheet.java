package chainstep.ui.window;

import chainstep.ui.Settings;
import chainstep.ui.command.Command;
import chainstep.ui.command.Commands;
import chainstep.ui.command.Keys;
import chainstep.ui.command.SearchList;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** A sheet of all commands, menu by menu, with their keys; searched by name, key or menu, given with Enter. */
final class KeysSheet extends JPanel {
    private final transient Words words;
    private final transient Palette palette;
    private final transient List<Line> all = new ArrayList<>();
    private final transient SearchList<Line> lines;

    /** A command under its menu, or nothing yet before the first of a menu. */
    private record Line(String menu, Command command, boolean first) {
        String key() {
            return command.key().map(Keys::told).orElse("");
        }

        boolean says(String letters) {
            String said = (menu + " " + command.name() + " " + key()).toLowerCase(Locale.ROOT);
            return Arrays.stream(letters.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(said::contains);
        }
    }

    /** @param chosen is given what was chosen; puts the sheet away before it is done */
    KeysSheet(Commands commands, Settings settings, Consumer<Command> chosen) {
        super(new BorderLayout(0, 8));
        this.words = Words.of("ui", settings.locale());
        this.palette = Palette.of(settings.theme());
        setOpaque(false);
        setPreferredSize(new Dimension(640, 620));
        for (String menu : Menus.ALL.keySet()) {
            for (String id : Menus.commands(menu)) {
                all.add(new Line(words.say("window.menu." + menu), commands.get(id), false));
            }
        }
        this.lines = new SearchList<>("keys", this::found)
                .called(words.say("command.keys.search"), words.say("command.keys"))
                .drawn(28, this::row)
                .chosen(this, 2, line -> chosen.accept(line.command()));
        JLabel title = new JLabel(words.say("command.keys"));
        title.setFont(Look.words(16).deriveFont(Font.BOLD));
        title.setLabelFor(lines.search());
        JPanel top = new JPanel(new BorderLayout(0, 8));
        top.setOpaque(false);
        top.add(title, BorderLayout.PAGE_START);
        top.add(lines.search(), BorderLayout.CENTER);
        JScrollPane scroll = new JScrollPane(lines.list());
        scroll.setBorder(BorderFactory.createLineBorder(palette.get(Hue.LINE)));
        add(top, BorderLayout.PAGE_START);
        add(scroll, BorderLayout.CENTER);
    }

    private List<Line> found(String letters) {
        List<Line> found = new ArrayList<>();
        String menu = "";
        for (Line line : all) {
            if (line.says(letters)) {
                found.add(new Line(line.menu(), line.command(), !line.menu().equals(menu)));
                menu = line.menu();
            }
        }
        return found;
    }

    /** Where the focus goes first. */
    JComponent first() {
        return lines.search();
    }

    /** The menu beside its first command; the command; its key at the right. */
    private Component row(Line line, boolean selected) {
        JLabel menu = new JLabel(line.first() ? line.menu() : "");
        menu.setPreferredSize(new Dimension(120, 20));
        menu.setForeground(palette.get(Hue.MUTED));
        JLabel name = new JLabel(line.command().name());
        name.setForeground(palette.get(line.command().isEnabled() ? Hue.TEXT : Hue.MUTED));
        JLabel key = new JLabel(line.key());
        key.setFont(Look.numbers(12));
        key.setForeground(palette.get(Hue.TEXT));
        JPanel row = new JPanel(new BorderLayout(12, 0));
        row.add(menu, BorderLayout.LINE_START);
        row.add(name, BorderLayout.CENTER);
        row.add(key, BorderLayout.LINE_END);
        row.setBackground(palette.get(selected ? Hue.VALUE_GROUND : Hue.GROUND));
        row.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(line.first() ? 1 : 0, 0, 0, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(2, 10, 2, 10)));
        row.getAccessibleContext()
                .setAccessibleName(line.menu() + ": " + line.command().name() + "  " + line.key());
        return row;
    }

    /** What is listed, as text. */
    List<String> dump() {
        List<String> dump = new ArrayList<>();
        for (int k = 0; k < lines.list().getModel().getSize(); k++) {
            Line line = lines.list().getModel().getElementAt(k);
            dump.add(line.menu() + ": " + line.command().name() + "  " + line.key());
        }
        return dump;
    }

    /** Searches; for tests and for commands. */
    void search(String letters) {
        lines.search().setText(letters);
    }
}
