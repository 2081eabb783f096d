package chainstep.ui.homework;

import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.answer.Student;
import chainstep.homework.answer.StudentList;
import chainstep.homework.paper.ClassMarking;
import chainstep.homework.paper.FileNames;
import chainstep.ui.homework.Desk.Seat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A class as a list has it, each student with the file of their sheet: the one that is called like them, else the one that says so,
 * else one that is not there yet.
 */
final class Roster {
    private final List<Path> sheets;
    private final Map<String, Path> byFile = new HashMap<>();
    private final Map<String, Path> byStudent = new HashMap<>();

    private Roster(List<Path> sheets) {
        this.sheets = sheets;
        // of two files of one name the first counts
        sheets.forEach(sheet -> byFile.putIfAbsent(key(stem(sheet)), sheet));
    }

    /**
     * Reads a list.
     *
     * @param folder where the sheets lie
     * @throws SheetException when it is no list
     * @throws UncheckedIOException when it cannot be read, or the folder cannot
     */
    static List<Seat> read(Path list, Path folder, SheetReader reader) {
        try {
            List<Student> students = StudentList.read(list).students();
            List<Path> sheets = ClassMarking.sheets(folder).stream()
                    .filter(sheet -> !sheet.toAbsolutePath()
                            .normalize()
                            .equals(list.toAbsolutePath().normalize()))
                    .toList();
            return new Roster(sheets).seats(students, folder, reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Seat> seats(List<Student> students, Path folder, SheetReader reader) {
        // no name of a student is taken for one with an ending
        List<String> files =
                FileNames.of(students.stream().map(one -> one.name() + ".csv").toList());
        if (files.stream().anyMatch(file -> !byFile.containsKey(key(file)))) {
            sheets.forEach(sheet -> student(sheet, reader).ifPresent(name -> byStudent.putIfAbsent(key(name), sheet)));
        }
        List<Seat> seats = new ArrayList<>();
        for (int k = 0; k < students.size(); k++) {
            String name = students.get(k).name();
            String file = files.get(k);
            Path sheet = Optional.ofNullable(byFile.get(key(file)))
                    .or(() -> Optional.ofNullable(byStudent.get(key(name))))
                    .orElse(folder.resolve(file + ".csv"));
            seats.add(new Seat(sheet, name));
        }
        return seats;
    }

    /** Whose a sheet says it is. */
    private static Optional<String> student(Path sheet, SheetReader reader) {
        try {
            return Optional.of(reader.read(sheet).student()).filter(name -> !name.isBlank());
        } catch (IOException | SheetException unread) {
            return Optional.empty();
        }
    }

    private static String stem(Path sheet) {
        return sheet.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
