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

    private Look() {}

    private static String family() {
        return UIManager.getBoolean(LENT) ? ChineseFont.family() : FlatInterFont.FAMILY;
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
        UIManager.put(LENT, language.getLanguage().equals(Locale.CHINESE.getLanguage()) && ChineseFont.isNeeded());
        FlatLaf.setPreferredFontFamily(family());
        FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
        Palette palette = Palette.of(theme);
        FlatLaf.setGlobalExtraDefaults(Map.of(
                "@background", hex(palette, Hue.GROUND),
                "@foreground", hex(palette, Hue.TEXT),
                "@accentColor", hex(palette, Hue.VALUE)));
        if (theme.isDark()) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
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

    private static String hex(Palette palette, Hue hue) {
        return String.format(Locale.ROOT, "#%06x", palette.get(hue).getRGB() & 0xFFFFFF);
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
