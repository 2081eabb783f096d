package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.command.Command;
import chainstep.ui.command.Commands;
import chainstep.ui.command.Icons;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.LayoutManager2;
import java.util.ArrayList;
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

    private static final String NAME = "ChainStep";
    /** Between the pages and the name of what is open, however narrow the window is. */
    private static final int APART = 10;

    private final JLabel brand = new JLabel(NAME);
    private final List<JMenu> menus = new ArrayList<>();
    private final Segments pages;
    private final JLabel title = new JLabel();
    private final JButton language;
    private final JButton theme;

    private final Commands commands;
    private final JMenu recent;

    /**
     * @param opened told before a menu is shown, so that what it offers is true
     * @param pages where the page is chosen
     */
    Header(Commands commands, JMenu recent, Runnable opened, Segments pages) {
        this.pages = pages;
        this.commands = commands;
        this.recent = recent;
        setName("header");
        Icons.of("brand").ifPresent(brand::setIcon);
        brand.setFont(Look.words(14).deriveFont(Font.BOLD));
        brand.setBorder(BorderFactory.createEmptyBorder(0, 10, 0, 12));
        title.setMinimumSize(new Dimension(0, 0));
        title.setBorder(BorderFactory.createEmptyBorder(0, APART, 0, 0));
        language = plain(commands.get("language"));
        theme = plain(commands.get("theme"));
        theme.setHideActionText(true);
        add(brand);
        for (String key : Menus.BAR) {
            JMenu menu = menu(key);
            menu.addMenuListener(new Opened(opened));
            add(menu);
        }
        add(Box.createHorizontalGlue());
        add(pages);
        add(Box.createHorizontalGlue());
        add(title);
        add(Box.createHorizontalStrut(10));
        add(language);
        add(theme);
        add(Box.createHorizontalStrut(8));
    }

    /** In a narrow window the pages' names stand closer together, then the brand is its sign alone, then not there; what is open has what is left. */
    @Override
    public void doLayout() {
        boolean isNamed = NAME.equals(brand.getText());
        int word = brand.getFontMetrics(brand.getFont()).stringWidth(NAME) + brand.getIconTextGap();
        int sign = brand.getPreferredSize().width - (isNamed ? word : 0);
        int wide = getPreferredSize().width
                + (pages.isWide() ? 0 : pages.saved())
                + (brand.isVisible() ? 0 : sign)
                + (brand.isVisible() && isNamed ? 0 : word);
        int least = wide - pages.saved() - title.getPreferredSize().width;
        pages.tight(wide > getWidth());
        if (isNamed != least <= getWidth()) {
            brand.setText(isNamed ? "" : NAME);
        }
        brand.setVisible(least - word <= getWidth());
        ((LayoutManager2) getLayout()).invalidateLayout(this);
        super.doLayout();
    }

    private JMenu menu(String key) {
        JMenu menu = new JMenu();
        menu.setName(key);
        for (String id : Menus.ALL.get(key)) {
            if (id.equals("|")) {
                menu.addSeparator();
            } else if (id.equals("recent:")) {
                menu.add(recent);
            } else if (id.endsWith(":")) {
                menu.add(menu(id.substring(0, id.length() - 1)));
            } else {
                menu.add(item(commands.get(id)));
            }
        }
        menus.add(menu);
        return menu;
    }

    private static JMenuItem item(Command command) {
        JMenuItem item = command.isSwitch() ? new JCheckBoxMenuItem(command) : new JMenuItem(command);
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
        menus.forEach(menu -> name(menu, words));
        language.setText(settings.locale().equals(Locale.CHINESE) ? "English" : "中文");
        language.setFont(Letters.fit(language.getText(), new Font(Font.SANS_SERIF, Font.PLAIN, 12)));
        theme.setText(null);
        theme.setSelected(settings.theme().isDark());
        title.setText(title(scene.draft(), words));
        title.setForeground(palette.get(Hue.TEXT));
        pages.show(scene);
    }

    /** A menu's name and the key that opens it with Alt; where no letter of the name is that key, it stands behind: 文件(F). */
    private static void name(JMenu menu, Words words) {
        String name = words.say("window.menu." + menu.getName());
        if (!MNEMONICS.containsKey(menu.getName())) {
            menu.setText(name);
            return;
        }
        String key = MNEMONICS.get(menu.getName());
        menu.setText(name.toUpperCase(Locale.ROOT).contains(key) ? name : name + "(" + key + ")");
        menu.setMnemonic(key.charAt(0));
    }

    /** What is open, with • while it is not saved. */
    static String title(Draft draft, Words words) {
        String name = draft.isEmpty() ? "" : draft.name().orElseGet(() -> words.say("window.untitled"));
        return draft.isChanged() ? "• " + name : name;
    }
}
