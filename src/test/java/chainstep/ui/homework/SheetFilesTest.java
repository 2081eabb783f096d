package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Verdict;
import chainstep.homework.paper.Remark;
import chainstep.homework.variant.SheetId;
import chainstep.math.Rational;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Draft;
import chainstep.ui.file.Asking;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFilesTest {
    @TempDir
    Path folder;

    private final Pupil pupil = new Pupil();

    /** Somebody who always names the same file. */
    private SheetFiles files(Path file) {
        return new SheetFiles(pupil.controller(), new Silent() {
            @Override
            public Optional<Path> openSheet(Optional<Path> beside, Words words) {
                return Optional.of(file);
            }

            @Override
            public Optional<Path> saveSheet(Optional<Path> beside, String suggested, Words words) {
                return Optional.of(file);
            }
        });
    }

    private HomeworkScene scene() {
        return pupil.scene();
    }

    @Test
    void a_sheet_that_was_saved_is_read_as_it_was_with_the_help_that_was_taken() {
        SheetFiles files = files(folder.resolve("mine.csv"));
        pupil.types(Pupil.SLIPPED);
        pupil.controller().look(Pupil.SLIP);
        pupil.controller().hint();
        pupil.controller().hint();
        pupil.controller().look(8);
        pupil.controller().reveal();
        Paper paper = scene().paper();
        assertThat(files.save()).isTrue();
        assertThat(scene().saved()).isTrue();
        pupil.controller().put(Paper.blank(10), Optional.empty());
        files.read();
        assertThat(scene().paper()).isEqualTo(paper);
        assertThat(scene().paper().line(8).revealed()).isTrue();
        assertThat(scene().paper().line(Pupil.SLIP).hints()).isEqualTo(2);
        assertThat(scene().saved()).isTrue();
        pupil.controller().type(0, "0.4");
        assertThat(scene().saved()).isFalse();
    }

    @Test
    void what_is_no_sheet_is_told_and_leaves_the_page_as_it_is() throws IOException {
        pupil.types(Pupil.SLIPPED);
        Path file = Files.writeString(folder.resolve("empty.csv"), "");
        files(file).read();
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        files(folder.resolve("nowhere.csv")).read();
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        assertThat(scene().paper().written()).isEqualTo(Pupil.SLIPPED);
    }

    @Test
    void rows_that_answer_nothing_are_told_and_never_written_over() throws IOException {
        String text = "quantity,answer\nz1[0],0.3775\ndE/dw99,0.1\n";
        Path file = Files.writeString(folder.resolve("messy.csv"), text);
        SheetFiles files = files(file);
        files.read();
        assertThat(scene().paper().written()).startsWith("0.3775");
        assertThat(scene().file()).isEmpty();
        assertThat(scene().said().orElseThrow().phrase().in(Locale.ENGLISH))
                .startsWith("messy.csv: rows that answer nothing that is asked (1)")
                .contains("row 3");
        files.openDesk();
        pupil.controller().type(1, "0.593");
        assertThat(files.save()).isTrue();
        assertThat(file).hasContent(text);
        assertThat(folder.resolve("messy-keyed.csv")).content().contains("# instead of: messy.csv", "0.593");
    }

    @Test
    void a_sheet_that_is_read_over_answers_can_be_taken_back_with_its_file() throws IOException {
        pupil.types(Pupil.SLIPPED);
        Path mine = folder.resolve("mine.csv");
        files(mine).save();
        pupil.controller().type(0, "0.378");
        Paper typed = scene().paper();
        SheetFiles files = files(sheet("other.csv", "0.593"));
        files.read();
        assertThat(scene().said().orElseThrow().phrase().in(Locale.ENGLISH)).contains("Undo brings back");
        pupil.controller().type(3, "0.298371");
        pupil.controller().undo();
        assertThat(scene().paper().written()).startsWith("0.3775", "0.593", "", "");
        pupil.controller().undo();
        assertThat(scene().paper()).isEqualTo(typed);
        assertThat(scene().file()).contains(mine);
        assertThat(scene().saved()).isFalse();
        pupil.controller().undo();
        assertThat(scene().paper().written()).isEqualTo(Pupil.SLIPPED);
        pupil.controller().redo();
        pupil.controller().redo();
        assertThat(scene().paper().student()).isEqualTo("other.csv");
        assertThat(scene().file()).contains(folder.resolve("other.csv"));
    }

    @Test
    void what_was_revealed_stays_so_on_every_sheet_of_the_same_person_and_on_no_other() throws IOException {
        Path early = folder.resolve("early.csv");
        pupil.types(Pupil.SLIPPED);
        files(early).save();
        pupil.controller().look(Pupil.SLIP);
        pupil.controller().hint();
        pupil.controller().reveal();
        files(early).read();
        assertThat(scene().paper().line(Pupil.SLIP)).isEqualTo(new Paper.Line("0.0363503", 1, true));
        assertThat(scene().saved()).isFalse();
        files(sheet("ann.csv", "0.593")).read();
        assertThat(scene().paper().lines()).noneMatch(Paper.Line::revealed);
        files(early).read();
        assertThat(scene().paper().line(Pupil.SLIP).revealed()).isTrue();
        while (pupil.controller().canUndo()) {
            pupil.controller().undo();
        }
        assertThat(scene().paper().line(Pupil.SLIP).revealed()).isTrue();
    }

    @Test
    void a_sheet_of_a_class_is_saved_before_another_is_read() throws IOException {
        Path ann = sheet("ann.csv", "0.6");
        files(ann).openDesk();
        pupil.controller().type(3, "0.298371");
        files(sheet("other.csv", "0.593")).read();
        assertThat(ann).content().contains("0.298371");
        assertThat(scene().desk().isOpen()).isFalse();
        assertThat(pupil.controller().canUndo()).isFalse();
    }

    @Test
    void a_class_is_left_when_its_sheet_is_saved_and_not_where_it_cannot_be() throws IOException {
        Path ann = sheet("ann.csv", "0.6");
        SheetFiles files = files(ann);
        files.leaveDesk();
        files.openDesk();
        pupil.controller().type(3, "0.298371");
        byte[] before = Files.readAllBytes(ann);
        Files.delete(ann);
        Files.createDirectories(ann.resolve("in the way"));
        files.leaveDesk();
        assertThat(scene().desk().isOpen()).isTrue();
        assertThat(scene().paper().written()).contains("0.298371");
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        Files.delete(ann.resolve("in the way"));
        Files.delete(ann);
        Files.write(ann, before);
        files.leaveDesk();
        assertThat(ann).content().contains("0.298371");
        assertThat(scene().desk().isOpen()).isFalse();
        assertThat(scene().paper()).isEqualTo(Paper.blank(10));
        assertThat(scene().file()).isEmpty();
        assertThat(pupil.controller().canUndo()).isFalse();
    }

    @Test
    void a_sheet_of_a_class_that_cannot_be_saved_is_asked_about_before_it_is_put_away() throws IOException {
        Path ann = sheet("ann.csv", "0.6");
        Path elsewhere = folder.resolve("elsewhere.csv");
        List<Asking.Answer> answers = new ArrayList<>(List.of(Asking.Answer.CANCEL, Asking.Answer.SAVE));
        SheetFiles files = new SheetFiles(pupil.controller(), new Silent() {
            @Override
            public Answer unsaved(String name, Words words) {
                assertThat(name).isEqualTo("ann.csv");
                return answers.remove(0);
            }

            @Override
            public Optional<Path> saveSheet(Optional<Path> beside, String suggested, Words words) {
                return Optional.of(elsewhere);
            }
        });
        assertThat(files.mayPutAway()).isTrue();
        files.openDesk(folder, ann);
        pupil.controller().type(3, "0.298371");
        Files.delete(ann);
        Files.createDirectories(ann.resolve("in the way"));
        assertThat(files.mayPutAway()).isFalse();
        assertThat(scene().paper().written()).contains("0.298371");
        assertThat(files.mayPutAway()).isTrue();
        assertThat(answers).isEmpty();
        assertThat(elsewhere).content().contains("0.298371");
    }

    @Test
    void a_sheet_of_another_variant_is_said_to_be_one() throws IOException {
        String id = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                .chars()
                .mapToObj(sign -> "ZYXWV" + (char) sign)
                .filter(one -> SheetId.read(one).isPresent())
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(folder.resolve("eve.csv"), "# id: " + id + "\nquantity,answer\nz1[0],0.3775\n");
        files(file).read();
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        assertThat(scene().said().orElseThrow().phrase().in(Locale.ENGLISH)).contains(id);
    }

    @Test
    void another_assignment_takes_over_neither_sheet_nor_file_nor_class() throws IOException {
        Path ann = sheet("ann.csv", "0.6");
        SheetFiles files = files(ann);
        pupil.controller().whenLeaving(files::keep);
        files.openDesk();
        pupil.controller().type(3, "0.298371");
        String other = Pupil.MODEL.replace("0.15", "0.25") + "ask(h[1])\n";
        pupil.controller().turn(false);
        pupil.debug().open(Draft.of(Files.writeString(folder.resolve("other.chain"), other), other));
        pupil.controller().turn(true);
        assertThat(ann).content().contains("0.298371");
        assertThat(scene().desk().isOpen()).isFalse();
        assertThat(scene().file()).isEmpty();
        assertThat(scene().paper()).isEqualTo(Paper.blank(11));
        assertThat(pupil.controller().canUndo()).isFalse();
    }

    @Test
    void what_the_teacher_said_stays_with_its_question_when_the_source_is_edited() throws IOException {
        SheetFiles files = files(sheet("ann.csv", "0.6"));
        files.openDesk();
        files.remark(1, new Remark(Optional.of(Verdict.RIGHT), "good"));
        pupil.debug().edit(Pupil.MODEL.replace("ask(z1[0])\n", ""));
        assertThat(scene().desk().remarks()).containsOnlyKeys(0);
    }

    private Path sheet(String name, String h) throws IOException {
        return Files.writeString(
                folder.resolve(name), "# student: " + name + "\nquantity,answer\nz1[0],0.3775\nh[0]," + h + "\n");
    }

    @Test
    void a_class_is_marked_one_after_the_other_and_what_is_keyed_in_is_saved() throws IOException {
        Path first = sheet("a.csv", "0.593");
        Path second = sheet("b.csv", "0.6");
        sheet("c.csv", "");
        Files.writeString(folder.resolve("notes.md"), "no sheet");
        SheetFiles files = files(second);
        files.openDesk();
        assertThat(scene().desk().roster()).hasSize(3);
        assertThat(scene().desk().at()).isEqualTo(1);
        assertThat(scene().paper().student()).isEqualTo("b.csv");
        pupil.controller().type(3, "0.298371");
        files.go(1);
        assertThat(Files.readString(second)).contains("0.298371");
        assertThat(scene().paper().student()).isEqualTo("c.csv");
        files.go(1);
        assertThat(scene().desk().at()).isEqualTo(2);
        files.go(-1);
        files.go(-1);
        assertThat(scene().paper().written()).startsWith("0.3775", "0.593", "");
        assertThat(Files.readString(first)).doesNotContain("\uFEFF");
    }

    @Test
    void a_verdict_of_the_teacher_and_a_comment_survive_marking_again() throws IOException {
        Path sheet = sheet("a.csv", "0.6");
        sheet("b.csv", "0.593");
        SheetFiles files = files(sheet);
        files.openDesk();
        assertThat(scene().earned()).isEqualTo(Rational.of(1));
        files.remark(1, new Remark(Optional.of(Verdict.RIGHT), "=good"));
        assertThat(scene().verdict(1)).contains(Verdict.RIGHT);
        assertThat(scene().earned()).isEqualTo(Rational.of(2));
        files.go(1);
        files.remark(0, new Remark(Optional.empty(), "neat"));
        String kept = Files.readString(folder.resolve("homework.marks.json"));
        files.go(-1);
        pupil.controller().check();
        assertThat(scene().desk().remarks())
                .containsOnlyKeys(1)
                .containsValue(new Remark(Optional.of(Verdict.RIGHT), "=good"));
        assertThat(Files.readString(folder.resolve("homework.marks.json")))
                .isEqualTo(kept)
                .contains("a.csv", "b.csv", "neat");
        files.remark(1, Remark.NONE);
        assertThat(scene().earned()).isEqualTo(Rational.of(1));
        assertThat(Files.readString(folder.resolve("homework.marks.json"))).doesNotContain("a.csv");
    }

    @Test
    void help_is_never_written_on_the_sheet_of_a_student_at_the_desk() throws IOException {
        Path ann = sheet("ann.csv", "0.6");
        files(ann).openDesk();
        pupil.controller().look(1);
        assertThat(pupil.controller().canHelp()).isFalse();
        pupil.controller().hint();
        pupil.controller().reveal();
        assertThat(scene().paper().line(1)).isEqualTo(new Paper.Line("0.6", 0, false));
    }

    @Test
    void a_damaged_sheet_of_a_class_is_told_and_the_next_one_can_be_marked() throws IOException {
        Path damaged = Files.write(folder.resolve("a.xlsx"), new byte[] {1, 2, 3});
        sheet("b.csv", "0.593");
        SheetFiles files = files(damaged);
        files.openDesk();
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        assertThat(scene().paper().isBlank()).isTrue();
        files.go(1);
        assertThat(scene().isRight(1)).isTrue();
        assertThat(Files.readAllBytes(damaged)).hasSize(3);
    }

    @Test
    void a_sheet_is_back_the_next_time_its_assignment_is_open() throws IOException {
        Path file = Files.writeString(folder.resolve("assignment.chain"), Pupil.MODEL);
        KeptSheets keeper = new KeptSheets(pupil.controller(), folder.resolve("sheets"));
        pupil.controller().add(keeper);
        pupil.debug().open(chainstep.ui.Draft.of(file, Pupil.MODEL));
        pupil.types(Pupil.SLIPPED);
        keeper.write();
        Pupil again = new Pupil();
        again.controller().add(new KeptSheets(again.controller(), folder.resolve("sheets")));
        assertThat(again.scene().paper().isBlank()).isTrue();
        again.debug().open(chainstep.ui.Draft.of(file, Pupil.MODEL));
        assertThat(again.scene().paper().written()).isEqualTo(Pupil.SLIPPED);
        assertThat(List.copyOf(again.scene().checked().orElseThrow().sheet().answers()))
                .hasSize(10);
    }

    @Test
    void nothing_is_kept_any_more_once_the_window_is_gone() throws IOException {
        Path file = Files.writeString(folder.resolve("assignment.chain"), Pupil.MODEL);
        KeptSheets keeper = new KeptSheets(pupil.controller(), folder.resolve("sheets"));
        pupil.controller().add(keeper);
        pupil.debug().open(chainstep.ui.Draft.of(file, Pupil.MODEL));
        keeper.rest();
        pupil.types(Pupil.SLIPPED);
        keeper.write();
        assertThat(folder.resolve("sheets")).doesNotExist();
    }
}
