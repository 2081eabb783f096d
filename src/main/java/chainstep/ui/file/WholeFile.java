package chainstep.ui.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text so that its file holds either all of it or what it held before: beside it, then renamed. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, String text) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path draft = Files.createTempFile(place.getParent(), "." + place.getFileName(), ".part");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(place));
            } else if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        draft, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            }
            move(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException other) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
