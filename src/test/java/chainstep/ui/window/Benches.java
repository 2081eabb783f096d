package chainstep.ui.window;

import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.file.Asking;
import chainstep.ui.file.Remembered;
import chainstep.words.Words;
import java.nio.file.Path;
import java.util.Optional;

/** Everything that is inside a window, without one. */
final class Benches {
    private Benches() {}

    static Workbench of(Settings settings) {
        return new Workbench(Tasks.atOnce(), settings, silent(), Remembered.nothing(), () -> {});
    }

    /** Nobody is there to ask. */
    private static Asking silent() {
        return new Asking() {
            @Override
            public Answer unsaved(String name, Words words) {
                return Answer.DISCARD;
            }

            @Override
            public Optional<Path> open(Optional<Path> folder, Words words) {
                return Optional.empty();
            }

            @Override
            public boolean overwrite(String name, Words words) {
                return false;
            }

            @Override
            public Optional<Path> save(String suggested, Words words) {
                return Optional.empty();
            }
        };
    }
}
