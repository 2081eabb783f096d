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

    private Look() {}

    /** Takes effect for components made afterwards; {@link FlatLaf#updateUI} changes those there are. */
    public static void install(Theme theme) {
        Fonts.install();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
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
        return whole(FlatInterFont.FAMILY, size);
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
