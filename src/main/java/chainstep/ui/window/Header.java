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
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/** The top of the window: brand, menus, pages, what is open, language and theme. */
final class Header extends JMenuBar implements DebugView {
    /** What the button says that turns to Chinese. */
    static final String CHINESE = "中文";

    private static final String NAME = "ChainStep";
    /** Between the pages and the name of what is open, however narrow the window is. */
    private static final int APART = 10;

    private final JLabel brand = new JLabel(NAME);
    private final List<CommandMenu> menus = new ArrayList<>();
    private final Segments pages;
    private final JLabel title = new JLabel();
    private final JButton language;
    private final JButton theme;

    /**
     * @param opened told before a menu is shown, so that what it offers is true
     * @param pages where the page is chosen
     */
    Header(Commands commands, JMenu recent, Runnable opened, Segments pages) {
        this.pages = pages;
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
            CommandMenu menu = new CommandMenu(key, commands, recent);
            menu.addMenuListener(new Opened(opened));
            menus.add(menu);
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
        menus.forEach(menu -> menu.name(words));
        language.setText(settings.locale().equals(Locale.CHINESE) ? "English" : CHINESE);
        language.setFont(Letters.fit(language.getText(), new Font(Font.SANS_SERIF, Font.PLAIN, 12)));
        theme.setText(null);
        theme.setSelected(settings.theme().isDark());
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
