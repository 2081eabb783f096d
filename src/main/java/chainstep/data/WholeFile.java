package chainstep.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes so that a file holds either all of what is written or what it held before: beside it, then renamed. */
public final class WholeFile {
    private static final String DRAFT = ".part";
    private static final String READABLE = "rw-r--r--";

    private WholeFile() {}

    /** Writes a text as UTF-8, in a folder that is made where there is none. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, in a folder that is made where there is none. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path place = place(file);
        Files.createDirectories(place.getParent());
        Path draft = draft(place);
        try {
            Files.write(draft, bytes);
            keep(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The same in this very place: a link that stands there is replaced and not followed. */
    public static void writeHere(Path file, byte[] bytes) throws IOException {
        unlink(file);
        write(file, bytes);
    }

    /** Takes a link away that stands here, and nothing else. */
    public static void unlink(Path place) throws IOException {
        if (Files.isSymbolicLink(place)) {
            Files.delete(place);
        }
    }

    /** Takes away the drafts of a file that a process left when it was killed. */
    public static void sweep(Path file) throws IOException {
        Path place = place(file);
        if (Files.isDirectory(place.getParent())) {
            String begin = "." + place.getFileName();
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(place.getParent(), beside -> {
                String name = beside.getFileName().toString();
                return name.startsWith(begin) && name.endsWith(DRAFT);
            })) {
                for (Path draft : drafts) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    /** A new empty file beside the one to be, to be given to {@link #keep} or deleted. */
    public static Path draft(Path file) throws IOException {
        Path place = place(file);
        return Files.createTempFile(place.getParent(), "." + place.getFileName(), DRAFT);
    }

    /** Puts a draft in its file's place, with the permissions that the file had. */
    public static void keep(Path draft, Path file) throws IOException {
        Path place = place(file);
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    draft,
                    Files.exists(place)
                            ? Files.getPosixFilePermissions(place)
                            : PosixFilePermissions.fromString(READABLE));
        }
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException other) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The file that a link stands for. */
    private static Path place(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }
}
