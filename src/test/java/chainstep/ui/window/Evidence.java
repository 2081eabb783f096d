package chainstep.ui.window;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Keeps what the screen showed and what every thread was at when a test of the window failed: in {@code target/window}. */
final class Evidence implements TestExecutionExceptionHandler {
    private static final Path FOLDER = Path.of("target", "window");

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable trouble) throws Throwable {
        String name = context.getRequiredTestMethod().getName();
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".txt"), threads());
            ImageIO.write(
                    new Robot()
                            .createScreenCapture(
                                    new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
                    "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException | AWTException | SecurityException unseen) {
            trouble.addSuppressed(unseen);
        }
        throw trouble;
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(thread -> thread.getKey() + " " + thread.getKey().getState() + "\n"
                        + Arrays.stream(thread.getValue())
                                .map(frame -> "    at " + frame + "\n")
                                .collect(Collectors.joining()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
