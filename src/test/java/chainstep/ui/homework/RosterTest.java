package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Verdict;
import chainstep.homework.answer.SheetWriter;
import chainstep.homework.paper.ClassMarking;
import chainstep.homework.paper.Remark;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class as a list has it, and one student one sheet. */
class RosterTest {
    @TempDir
    Path folder;

    private final Pupil pupil = new Pupil();
    private final SheetFiles files = new SheetFiles(pupil.controller(), new Silent());

    @BeforeEach
    void the_assignment_lies_in_a_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("homework.chain"), Pupil.MODEL);
        pupil.debug().open(Draft.of(file, Pupil.MODEL));
    }

    private HomeworkScene scene() {
        return pupil.scene();
    }

    private String said() {
        return scene().said().map(Said::phrase).orElseThrow().toString();
    }

    private Path list(String... lines) throws IOException {
        return Files.write(folder.resolve("students.txt"), List.of(lines));
    }

    private List<String> sheets() {
        return scene().desk().roster().stream()
                .map(seat -> seat.sheet().getFileName().toString())
                .toList();
    }

    private void workbook(String name, String student) throws IOException {
        new SheetWriter(scene().exercise().orElseThrow().worked().assignment(), Locale.ENGLISH)
                .write(folder.resolve(name), student, "");
    }

    @Test
    void a_student_without_a_sheet_gets_one_when_it_is_keyed_in() throws IOException {
        Files.writeString(folder.resolve("ann.csv"), "quantity,answer\nz1[0],0.3775\n");
        Files.writeString(folder.resolve("upload-7.csv"), "# student: Bob\nquantity,answer\nz1[0],0.3\n");
        files.openRoster(list("Ann", "Bob", "../../Eve", "J.Doe"));
        assertThat(sheets()).containsExactly("ann.csv", "upload-7.csv", "_.._Eve.csv", "J.Doe.csv");
        assertThat(said()).isEqualTo("4 students on the list, 2 without a sheet yet");
        assertThat(scene().isRight(0)).isTrue();
        files.go(1);
        files.go(1);
        assertThat(scene().paper().student()).isEqualTo("../../Eve");
        files.go(-1);
        assertThat(folder.resolve("_.._Eve.csv")).doesNotExist();
        files.go(1);
        pupil.controller().type(0, "0.3775");
        files.go(1);
        assertThat(folder.resolve("_.._Eve.csv")).content().contains("# student: ../../Eve", "0.3775");
        try (var around = Files.list(folder.getParent())) {
            assertThat(around.map(Path::getFileName).map(Path::toString)).doesNotContain("Eve.csv");
        }
        assertThat(scene().paper().student()).isEqualTo("J.Doe");
    }

    @Test
    void a_list_that_names_nobody_leaves_the_page_as_it_was() throws IOException {
        pupil.types(Pupil.SLIPPED);
        files.openRoster(list("# nobody"));
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        files.openRoster(folder.resolve("nowhere.csv"));
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        assertThat(scene().desk().isOpen()).isFalse();
        assertThat(scene().paper().written()).isEqualTo(Pupil.SLIPPED);
    }

    @Test
    void the_copy_of_a_workbook_counts_instead_of_it_and_the_workbook_stays() throws IOException {
        workbook("ann.xlsx", "Ann");
        workbook("bob.xlsx", "Bob");
        byte[] before = Files.readAllBytes(folder.resolve("ann.xlsx"));
        files.openDesk(folder, folder.resolve("ann.xlsx"));
        files.remark(1, new Remark(Optional.of(Verdict.RIGHT), "shown at the board"));
        pupil.controller().type(0, "0.3775");
        files.save();
        assertThat(said()).isEqualTo("ann.csv is saved; it counts instead of ann.xlsx, which stays as it is");
        assertThat(sheets()).containsExactly("ann.csv", "bob.xlsx");
        pupil.controller().type(2, "0.7514");
        files.go(1);
        files.go(-1);
        assertThat(scene().paper().written()).startsWith("0.3775", "", "0.7514");
        assertThat(scene().verdict(1)).contains(Verdict.RIGHT);
        assertThat(Files.readAllBytes(folder.resolve("ann.xlsx"))).isEqualTo(before);
        assertThat(ClassMarking.sheets(folder).stream().map(Path::getFileName).map(Path::toString))
                .containsExactly("ann.csv", "bob.xlsx");
        files.openDesk(folder, folder.resolve("ann.xlsx"));
        assertThat(sheets()).containsExactly("ann.csv", "bob.xlsx");
        assertThat(scene().paper().student()).isEqualTo("Ann");
        assertThat(scene().verdict(1)).contains(Verdict.RIGHT);
    }

    @Test
    void a_damaged_sheet_is_keyed_in_beside_itself() throws IOException {
        Path damaged = Files.write(folder.resolve("ann.csv"), new byte[] {'a', (byte) 0xFF, 0, 3});
        files.openRoster(list("Ann"));
        assertThat(scene().said().filter(Said::wrong)).isPresent();
        pupil.controller().type(0, "0.3775");
        files.save();
        assertThat(sheets()).containsExactly("ann-keyed.csv");
        assertThat(Files.readAllBytes(damaged)).hasSize(4);
        files.openDesk(folder, damaged);
        assertThat(sheets()).contains("ann-keyed.csv").doesNotContain("ann.csv");
        assertThat(scene().isRight(0)).isTrue();
    }

    @Test
    void nobody_takes_the_place_of_anybody_elses_sheet() throws IOException {
        Files.writeString(folder.resolve("bob.csv"), "quantity,answer\nz1[0],0.3775\n");
        Files.writeString(folder.resolve("eve.csv"), "# instead of: bob.csv\nquantity,answer\nz1[0],0\n");
        files.openDesk(folder, folder.resolve("bob.csv"));
        assertThat(sheets()).containsExactly("bob.csv", "eve.csv");
    }

    @Test
    void what_a_student_wrote_is_never_kept_as_ones_own_nor_put_on_a_blank_sheet() throws IOException {
        Path kept = folder.resolve("kept");
        KeptSheets keeper = new KeptSheets(pupil.controller(), kept);
        pupil.controller().add(keeper);
        pupil.types(List.of("0.3775"));
        keeper.write();
        Files.writeString(folder.resolve("ann.csv"), "quantity,answer\nz1[0],0.11\n");
        files.openRoster(list("Ann", "Bob", "Cai"));
        files.go(1);
        keeper.write();
        assertThat(scene().paper().isBlank()).isTrue();
        files.go(1);
        assertThat(scene().paper().isBlank()).isTrue();
        assertThat(scene().desk().at()).isEqualTo(2);
        try (var there = Files.list(kept)) {
            assertThat(there)
                    .singleElement()
                    .satisfies(
                            own -> assertThat(own).content().contains("0.3775").doesNotContain("0.11"));
        }
    }

    @Test
    void a_list_taken_for_a_sheet_is_opened_as_a_list() throws IOException {
        Path roster = Files.writeString(folder.resolve("roster.csv"), "name,number\nAnn,1001\nBob,1002\n");
        Files.writeString(folder.resolve("ann.csv"), "quantity,answer\nz1[0],0.3775\n");
        files.openDesk(folder, roster);
        assertThat(sheets()).containsExactly("ann.csv", "Bob.csv");
        assertThat(said()).isEqualTo("2 students on the list, 1 without a sheet yet");
        files.openDesk(folder, folder.resolve("ann.csv"));
        assertThat(sheets()).as("a list is no sheet of the class").containsExactly("ann.csv");
    }

    @Test
    void a_list_imported_as_a_sheet_leaves_the_page_and_names_the_way() throws IOException {
        pupil.types(Pupil.SLIPPED);
        assertThat(files.read(list("Ann Lee", "Bob Hall"))).isFalse();
        assertThat(said()).startsWith("students.txt is a list of students and no sheet: Open Roster");
        assertThat(scene().paper().written()).isEqualTo(Pupil.SLIPPED);
    }

    @Test
    void sheets_lie_beside_the_list_wherever_the_assignment_is() throws IOException {
        Path other = Files.createDirectory(folder.resolve("class"));
        files.openRoster(Files.writeString(other.resolve("roster.csv"), "name\nAnn\n"));
        assertThat(said()).isEqualTo("1 student on the list, 1 without a sheet yet; the sheets lie in " + other);
        pupil.controller().type(0, "0.3775");
        files.save();
        files.remark(1, new Remark(Optional.of(Verdict.RIGHT), "shown at the board"));
        assertThat(other.resolve("Ann.csv")).content().contains("0.3775");
        assertThat(other.resolve("homework.marks.json")).content().contains("shown at the board");
        assertThat(folder.resolve("Ann.csv")).doesNotExist();
        assertThat(ClassMarking.sheets(other)).containsExactly(other.resolve("Ann.csv"));
    }
}
