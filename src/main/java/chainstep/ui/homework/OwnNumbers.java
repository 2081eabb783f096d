package chainstep.ui.homework;

import chainstep.graph.OperandException;
import chainstep.homework.Assignment;
import chainstep.homework.answer.SheetException;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.Registers;
import chainstep.homework.variant.SheetId;
import chainstep.homework.variant.UnknownSheet;
import chainstep.lang.SourceError;
import chainstep.ui.Draft;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers that a sheet of a class is marked by, where its id says that they are the student's own.
 *
 * @param exercise with these numbers; empty where they are those of the assignment
 * @param trouble what is to be said: the numbers are not known here, or the sheet bears another's name
 */
record OwnNumbers(Optional<Exercise> exercise, Optional<Phrase> trouble) {
    private static final OwnNumbers NONE = new OwnNumbers(Optional.empty(), Optional.empty());

    /** Looks for them beside the sheet and beside the assignment. */
    static OwnNumbers of(Paper paper, Path sheet, Exercise asked, Draft draft) {
        Optional<String> id = SheetId.read(paper.id());
        boolean here = draft.name()
                .filter(name -> name.equals(id.orElse("") + ".chain"))
                .isPresent();
        if (id.isEmpty() || here) {
            return NONE;
        }
        Path beside = sheet.toAbsolutePath().getParent();
        List<Path> near = Stream.of(
                        Optional.of(beside),
                        Optional.ofNullable(beside.getParent()),
                        draft.file().map(file -> file.toAbsolutePath().getParent()))
                .flatMap(Optional::stream)
                .toList();
        return Registers.near(near)
                .of(id.get())
                .map(folder -> read(folder, paper, asked))
                .orElseGet(() -> unknown(Phrase.of("ui", "homework.desk.numbers", id.get())));
    }

    private static OwnNumbers read(Path folder, Paper paper, Exercise asked) {
        try {
            Assignment assignment = asked.worked().assignment();
            Register.Own own = Register.read(folder, assignment).own(asked.sheet(paper));
            return new OwnNumbers(
                    Optional.of(Exercise.of(own.worked().assignment().model())),
                    own.sheet().remarks().stream().findFirst());
        } catch (UnknownSheet stranger) {
            return unknown(stranger.phrase());
        } catch (IOException | SheetException | SourceError | OperandException unreadable) {
            return unknown(Phrase.of("ui", "homework.desk.numbers", paper.id()));
        }
    }

    private static OwnNumbers unknown(Phrase why) {
        return new OwnNumbers(Optional.empty(), Optional.of(why));
    }
}
