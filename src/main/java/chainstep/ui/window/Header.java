package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.command.Command;
import chainstep.ui.command.Commands;
import chainstep.ui.command.Icons;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import chainstep.words.Words;
import java.awt.Font;
import java.awt.Graphics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;

/** The top of the window: brand, menus, pages, what is open, language and theme. */
final class Header extends JMenuBar implements DebugView {
    /** What each menu offers; | is a line, what ends in a colon a menu of what is found at the moment. */
    private static final Map<String, List<String>> MENUS = menus();

    private final JLabel brand = new JLabel("ChainStep");
    private final List<JMenu> menus = new ArrayList<>();
    private final Segments pages = new Segments(List.of("window.page.debug"));
    private final JLabel title = new JLabel();
    private final JButton language;
    private final JButton theme;

    Header(Commands commands, JMenu recent) {
        setName("header");
        Icons.of("brand").ifPresent(brand::setIcon);
        brand.setFont(Look.words(14).deriveFont(Font.BOLD));
        brand.setBorder(BorderFactory.createEmptyBorder(0, 10, 0, 12));
        language = plain(commands.get("language"));
        theme = plain(commands.get("theme"));
        theme.setHideActionText(true);
        add(brand);
        MENUS.forEach((key, items) -> add(menu(key, items, commands, recent)));
        add(Box.createHorizontalGlue());
        add(pages);
        add(Box.createHorizontalGlue());
        add(title);
        add(Box.createHorizontalStrut(10));
        add(language);
        add(theme);
        add(Box.createHorizontalStrut(8));
    }

    private static Map<String, List<String>> menus() {
        Map<String, List<String>> menus = new LinkedHashMap<>();
        menus.put("file", items("new open recent: samples | save save.as | quit"));
        menus.put("edit", items("undo redo"));
        menus.put(
                "view",
                items("palette | pane.source pane.variables pane.watches pane.graph pane.derivation"
                        + " pane.timeline | projector theme language"));
        menus.put(
                "run",
                items("step into out back | line.next line.previous phase.end restart"
                        + " | continue reverse play cancel | breakpoint"));
        menus.put("depth", items("depth.iteration depth.phase depth.line depth.operation depth.term depth.element"));
        menus.put("help", items("keys"));
        return Collections.unmodifiableMap(menus);
    }

    private static List<String> items(String ids) {
        return List.of(ids.split(" "));
    }

    private JMenu menu(String key, List<String> items, Commands commands, JMenu recent) {
        JMenu menu = new JMenu();
        menu.setName(key);
        for (String id : items) {
            if (id.equals("|")) {
                menu.addSeparator();
            } else if (id.endsWith(":")) {
                menu.add(recent);
            } else {
                menu.add(item(commands.get(id)));
            }
        }
        menus.add(menu);
        return menu;
    }

    private static JMenuItem item(Command command) {
        boolean switched = command.id().startsWith("depth.") || command.id().equals("projector");
        JMenuItem item = switched ? new JCheckBoxMenuItem(command) : new JMenuItem(command);
        item.setToolTipText(null);
        item.setIcon(null);
        return item;
    }

    private static JButton plain(Command command) {
        JButton button = new JButton(command);
        button.setName("header." + command.id());
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        return button;
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(getBackground());
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    @Override
    public void show(DebugScene scene) {
        Settings settings = scene.settings();
        Palette palette = Palette.of(settings.theme());
        Words words = Words.of("ui", settings.locale());
        setBackground(palette.get(Hue.FRAME));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(4, 0, 4, 0)));
        menus.forEach(menu -> menu.setText(words.say("window.menu." + menu.getName())));
        language.setText(settings.locale().equals(Locale.CHINESE) ? "English" : "中文");
        language.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        theme.setText(null);
        theme.setSelected(settings.theme() == Theme.DARK);
        title.setText(title(scene.draft(), words));
        title.setForeground(palette.get(Hue.TEXT));
        pages.show(scene);
    }

    /** What is open, with • while it is not saved. */
    static String title(Draft draft, Words words) {
        String name = draft.isEmpty() ? "" : draft.name().orElseGet(() -> words.say("window.untitled"));
        return draft.isChanged() ? "• " + name : name;
    }
}
