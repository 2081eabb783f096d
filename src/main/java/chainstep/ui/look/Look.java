package chainstep.ui.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import java.awt.Font;
import java.util.Locale;
import java.util.Map;
import javax.swing.UIManager;
import javax.swing.text.StyleContext;

/** Puts a theme on: FlatLaf with our colours and type. On the event thread, before or after windows are made. */
public final class Look {
    private static final int SIZE = 13;

    /** Where Swing keeps whether words are in the shipped Chinese letters, which have the others too. */
    private static final String LENT = "ChainStep.lentLetters";

    /** By what Swing is told what to begin with. */
    private static final String FIRST = "swing.defaultlaf";

    private Look() {}

    private static String family() {
        return family(UIManager.getBoolean(LENT));
    }

    private static String family(boolean lent) {
        return lent ? ChineseFont.family() : FlatInterFont.FAMILY;
    }

    /** For who writes English. */
    public static void install(Theme theme) {
        install(theme, Locale.ENGLISH);
    }

    /**
     * Takes effect for components made afterwards; {@link FlatLaf#updateUI} changes those there are.
     *
     * @param language spoken: a machine without Chinese letters is lent the shipped ones
     */
    public static void install(Theme theme, Locale language) {
        Fonts.install();
        boolean lent = language.getLanguage().equals(Locale.CHINESE.getLanguage()) && ChineseFont.isNeeded();
        FlatLaf.setPreferredFontFamily(family(lent));
        FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
        Palette palette = Palette.of(theme);
        FlatLaf.setGlobalExtraDefaults(Map.of(
                "@background", hex(palette, Hue.GROUND),
                "@foreground", hex(palette, Hue.TEXT),
                "@accentColor", hex(palette, Hue.VALUE)));
        setUp(theme.isDark() ? FlatDarkLaf.class : FlatLightLaf.class);
        UIManager.put(LENT, lent);
        UIManager.put("defaultFont", words(SIZE));
        UIManager.put("SplitPane.dividerSize", 5);
        UIManager.put("SplitPaneDivider.style", "plain");
        UIManager.put("TitlePane.unifiedBackground", false);
        UIManager.put("TitlePane.background", palette.get(Hue.FRAME));
        UIManager.put("TitlePane.inactiveBackground", palette.get(Hue.FRAME));
        UIManager.put("TitlePane.menuBarTitleMinimumGap", 0);
        UIManager.put("TitlePane.titleMinimumWidth", 0);
        UIManager.put("Component.focusWidth", 1);
    }

    /** The first that is put on is what Swing begins with, which else makes its own before any other. */
    private static void setUp(Class<? extends FlatLaf> look) {
        boolean begun = System.setProperty(FIRST, look.getName()) != null;
        if (begun || UIManager.getLookAndFeel().getClass() != look) {
            FlatLaf.setup(look == FlatDarkLaf.class ? new FlatDarkLaf() : new FlatLightLaf());
        }
    }

    private static String hex(Palette palette, Hue hue) {
        return "#" + Integer.toHexString(palette.get(hue).getRGB()).substring(2);
    }

    /** For words, at a size in unscaled pixels. */
    public static Font words(float size) {
        return whole(family(), size);
    }

    /** For numbers and source, at a size in unscaled pixels. */
    public static Font numbers(float size) {
        return whole(FlatJetBrainsMonoFont.FAMILY, size);
    }

    /** A font that borrows the letters it lacks: signs of mathematics, Chinese. */
    private static Font whole(String family, float size) {
        Fonts.install();
        return StyleContext.getDefaultStyleContext()
                .getFont(family, Font.PLAIN, SIZE)
                .deriveFont(size);
    }
}
