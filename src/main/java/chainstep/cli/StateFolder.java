package chainstep.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where programs keep, for this user, what they remember from one time to the next. */
public final class StateFolder {
    private static final String NAME = "chainstep";

    private StateFolder() {}

    /** The one of this machine and user. */
    public static Path ofProcess() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            return named("LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve(NAME);
        } else if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return named("XDG_STATE_HOME")
                .orElse(home.resolve(".local").resolve("state"))
                .resolve(NAME);
    }

    private static Optional<Path> named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
