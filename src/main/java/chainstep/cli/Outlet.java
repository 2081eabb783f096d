package chainstep.cli;

import chainstep.data.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a long text goes: to the terminal, or into a file that appears whole or not at all.
 *
 * <p>A file is written beside its place and renamed by {@link #keep}; closed without, it is gone.
 */
final class Outlet implements AutoCloseable {
    /** A file could not be written. */
    static final class Unwritten extends IOException {
        private static final long serialVersionUID = 1;

        private final IOException reason;

        Unwritten(Path file, IOException reason) {
            super(file.toString(), reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    /** How many texts are taken between two looks at whether anyone reads. */
    private static final int SELDOM = 64;

    private final PrintWriter writer;
    private final Optional<Path> file;
    private final Optional<Path> draft;

    private final Console console;
    private long taken;

    private Outlet(Console console, PrintWriter writer, Optional<Path> file, Optional<Path> draft) {
        this.console = console;
        this.writer = writer;
        this.file = file;
        this.draft = draft;
    }

    /**
     * @throws Unwritten when the file's folder cannot be written to
     */
    static Outlet to(Optional<Path> file, Console console) throws Unwritten {
        if (file.isEmpty()) {
            return new Outlet(console, console.out(), file, Optional.empty());
        }
        requirePlace(file.get(), console);
        try {
            Path draft = WholeFile.draft(file.get());
            PrintWriter writer = new PrintWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8));
            return new Outlet(console, writer, file, Optional.of(draft));
        } catch (IOException trouble) {
            throw new Unwritten(file.get(), trouble);
        }
    }

    /**
     * Refuses a place where no file can be.
     *
     * @throws Unwritten when it is a folder, or lies in none
     */
    static void requirePlace(Path file, Console console) throws Unwritten {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new Unwritten(file, new FileSystemException(console.say("file.folder", file)));
        } else if (Files.notExists(folder)) {
            throw new Unwritten(file, new NoSuchFileException(folder.toString()));
        }
    }

    /** Writes a text as it is; what reads it may have gone, which {@link #isOpen} tells. */
    void print(String text) {
        writer.print(text);
    }

    /** Writes a text; answers now and then whether there is still anyone to read more. */
    boolean take(String text) {
        print(text);
        return ++taken % SELDOM != 0 || isOpen();
    }

    boolean isOpen() {
        return !writer.checkError();
    }

    /**
     * Says that the text is complete.
     *
     * @throws Unwritten when not all of it could be written
     */
    void keep() throws Unwritten {
        writer.flush();
        if (draft.isPresent()) {
            boolean failed = writer.checkError();
            writer.close();
            Path place = file.orElseThrow();
            try {
                if (failed) {
                    throw new IOException(console.say("file.cut"));
                }
                WholeFile.keep(draft.get(), place);
            } catch (IOException trouble) {
                throw new Unwritten(place, trouble);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (draft.isPresent()) {
            writer.close();
            Files.deleteIfExists(draft.get());
        }
    }
}
