package chainstep.ui.window;

import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.file.Remembered;
import chainstep.ui.look.Look;

/** Everything that is inside a window, without one. */
final class Benches {
    private Benches() {}

    static Workbench of(Settings settings) {
        Look.install(settings.theme(), settings.locale());
        return new Workbench(Tasks.atOnce(), settings, Picture.silent(), Remembered.nothing(), () -> {});
    }
}
