package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.Settings;
import chainstep.ui.command.Commands;
import chainstep.ui.look.Look;
import chainstep.words.Phrase;
import com.formdev.flatlaf.FlatLaf;
import java.util.Locale;
import javax.swing.JComponent;

/** The commands about how the window looks, in which language it speaks, and to how many digits numbers are written. */
final class LookCommands {
    private final DebugController controller;
    private final Runnable dressed;

    private LookCommands(DebugController controller, Runnable dressed) {
        this.controller = controller;
        this.dressed = dressed;
    }

    /** @param dressed told when another theme or language is on, and components have to take it over */
    static void add(Commands commands, DebugController controller, Runnable dressed) {
        LookCommands looks = new LookCommands(controller, dressed);
        commands.add("theme", looks::otherTheme)
                .add("language", looks::otherLanguage)
                .addSwitch(
                        "projector", looks::projector, scene -> scene.settings().projector())
                .addSwitch(
                        "safe",
                        looks::otherColours,
                        scene -> scene.settings().theme().isSafe())
                .add(
                        "digits.more",
                        () -> looks.digits(looks.shown().digits() + 1),
                        scene -> scene.settings().digits() < Settings.MOST_DIGITS)
                .add(
                        "digits.fewer",
                        () -> looks.digits(looks.shown().digits() - 1),
                        scene -> scene.settings().digits() > Settings.FEWEST_DIGITS)
                .add(
                        "digits.usual",
                        () -> looks.digits(Settings.USUAL_DIGITS),
                        scene -> scene.settings().digits() != Settings.USUAL_DIGITS);
    }

    private Settings shown() {
        return controller.scene().settings();
    }

    private void otherTheme() {
        dress(shown().in(shown().theme().dark(!shown().theme().isDark())));
    }

    private void otherColours() {
        dress(shown().in(shown().theme().safe(!shown().theme().isSafe())));
    }

    private void dress(Settings other) {
        Look.install(other.theme(), other.locale());
        FlatLaf.updateUI();
        dressed.run();
        controller.settings(other);
    }

    private void otherLanguage() {
        Locale other = shown().locale().equals(Locale.CHINESE) ? Locale.ENGLISH : Locale.CHINESE;
        JComponent.setDefaultLocale(other);
        dress(shown().in(other));
    }

    private void projector() {
        controller.settings(shown().projector(!shown().projector()));
    }

    /** Writes all numbers to so many digits from now on. */
    private void digits(int count) {
        controller.settings(shown().digits(count));
        controller.say(Phrase.of("ui", "digits.now", shown().digits()));
    }
}
