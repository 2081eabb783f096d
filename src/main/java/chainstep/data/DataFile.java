package chainstep.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Looks at a data file before it is read: there, a file, readable, not too large. */
public final class DataFile {
    private DataFile() {}

    /**
     * A file named in a program, relative to the folder the program lies in.
     *
     * @throws DataException {@code file.name} if no file can have this name
     */
    public static Path under(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new DataException("file.name", Place.in(name.replace('\0', '?')));
        }
    }

    static void check(Path file, long mostBytes) {
        Place place = Place.in(file.toString());
        if (!Files.exists(file)) {
            throw new DataException("file.missing", place);
        }
        if (Files.isDirectory(file)) {
            throw new DataException("file.folder", place);
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException("file.special", place);
        }
        if (!Files.isReadable(file)) {
            throw new DataException("file.unreadable", place);
        }
        long bytes = size(file);
        if (bytes > mostBytes) {
            throw new DataException("file.large", place, bytes, mostBytes);
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new DataException("file.unreadable", Place.in(file.toString()));
        }
    }
}
