package chainstep.ui.look;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;

/** The shipped fonts, upright and bold, which is all that is shown; read once in a process, by whoever asks first. */
public final class Fonts {
    private static final boolean INSTALLED = FlatInterFont.installStyle(FlatInterFont.STYLE_REGULAR)
            & FlatInterFont.installStyle(FlatInterFont.STYLE_BOLD)
            & FlatJetBrainsMonoFont.installStyle(FlatJetBrainsMonoFont.STYLE_REGULAR)
            & FlatJetBrainsMonoFont.installStyle(FlatJetBrainsMonoFont.STYLE_BOLD);

    private Fonts() {}

    /** Makes them known to Java, unless they are; on any thread. Says whether they are. */
    public static boolean install() {
        return INSTALLED;
    }
}
