package chainstep.homework.variant;

import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the folder that variants were written to, near the sheets that come back, by the ids on these. */
public final class Registers {
    private final List<Path> folders;

    private Registers(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The folders with a list of variants among these and the folders in them. */
    public static Registers near(List<Path> places) {
        Set<Path> found = new TreeSet<>();
        for (Path place : places) {
            Path whole = place.toAbsolutePath().normalize();
            found.add(whole);
            try (Stream<Path> inner = Files.list(whole)) {
                inner.filter(Files::isDirectory).forEach(found::add);
            } catch (IOException unreadable) {
                // what cannot be looked into holds none for us
            }
        }
        return new Registers(found.stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(Register.LIST)))
                .toList());
    }

    /**
     * What the sheets need.
     *
     * @param folder of the variants that they belong to; empty where none is known here
     * @param ids whether they bear ids of variants
     */
    public record Need(Optional<Path> folder, boolean ids) {}

    /** What the sheets need, by the first that bears the id of a variant. */
    public Need of(List<Path> sheets, SheetReader reader) {
        boolean ids = false;
        for (Path sheet : sheets) {
            Optional<String> id = id(sheet, reader);
            Optional<Path> folder = id.flatMap(this::of);
            if (folder.isPresent()) {
                return new Need(folder, true);
            }
            ids |= id.isPresent();
        }
        return new Need(Optional.empty(), ids);
    }

    /** The folder in which an id was given. */
    public Optional<Path> of(String id) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try {
                if (Register.students(folder).containsKey(id)) {
                    found.add(folder);
                }
            } catch (IOException | SheetException unreadable) {
                // a list that cannot be read gives nobody numbers
            }
        }
        return found.stream().findFirst();
    }

    private static Optional<String> id(Path sheet, SheetReader reader) {
        try {
            return SheetId.read(reader.read(sheet).id());
        } catch (IOException | SheetException unread) {
            return Optional.empty();
        }
    }
}
