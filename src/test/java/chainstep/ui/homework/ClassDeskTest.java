package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.homework.answer.Student;
import chainstep.homework.paper.Handout;
import chainstep.homework.paper.Paper;
import chainstep.homework.paper.Pictures;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.Variant;
import chainstep.homework.variant.Variants;
import chainstep.math.Rational;
import chainstep.run.Progress;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Tasks;
import chainstep.ui.file.Asking;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class marked at once from the window. */
class ClassDeskTest {
    @TempDir
    Path folder;

    private final Pupil pupil = new Pupil();
    private final List<Path> shown = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();
    private Path sheets;

    @BeforeEach
    void a_folder_of_sheets() throws IOException {
        sheets = Files.createDirectory(folder.resolve("class 3"));
    }

    private void sheet(String name, String text) throws IOException {
        Files.writeString(sheets.resolve(name), text);
    }

    private ClassDesk desk(Tasks tasks) {
        Asking asking = new Silent() {
            @Override
            public Optional<Path> openFolder(Optional<Path> beside, Words words) {
                return Optional.of(sheets);
            }

            @Override
            public Optional<Path> openVariants(Optional<Path> beside, Words words) {
                return chosen;
            }

            @Override
            public Optional<Path> savePdf(Optional<Path> beside, String suggested, Words words) {
                return Optional.of(folder.resolve(suggested));
            }
        };
        return new ClassDesk(pupil.controller(), asking, tasks, Pictures.NONE, () -> Optional.of(shown::add));
    }

    private String said() {
        return pupil.scene().said().map(Said::phrase).orElseThrow().toString();
    }

    /** Somebody who breaks off as soon as something is done. */
    private static Tasks impatient() {
        return new Tasks() {
            @Override
            public <T> void run(
                    Function<Progress, T> work,
                    LongConsumer reached,
                    Consumer<T> done,
                    Consumer<RuntimeException> failed) {
                try {
                    done.accept(work.apply(Progress.until(() -> true)));
                } catch (RuntimeException trouble) {
                    reached.accept(1);
                    failed.accept(trouble);
                }
            }

            @Override
            public Tasks beside() {
                return this;
            }

            @Override
            public void cancel() {
                // always so
            }
        };
    }

    @Test
    void a_folder_is_marked_into_another_beside_it_and_its_page_shown() throws IOException {
        sheet("ann.csv", "# student: Ann\nquantity,answer\nz1[0],0.3775\ngrad(h)[0],0.0554\n");
        sheet("bob.xlsx", "no workbook");
        ClassDesk desk = desk(Tasks.atOnce());
        desk.mark();
        Path out = folder.resolve("class 3-marked");
        assertThat(out.resolve("students/ann.pdf")).isNotEmptyFile();
        assertThat(out.resolve("marks.csv")).content().contains("Ann", "bob.xlsx");
        assertThat(said()).isEqualTo("1 sheet marked, 1 could not be read; see " + out);
        assertThat(desk.isGoing()).isFalse();
        desk.show();
        assertThat(shown).containsExactly(out.resolve("class.html"));
        assertThat(out.resolve("class.html")).exists();
        try (var files = Files.list(sheets)) {
            assertThat(files).hasSize(2);
        }
    }

    /** Two students with numbers of their own, in a folder; answers by Ann's numbers in the folder of sheets. */
    private Path variants(Path where) throws IOException {
        Assignment assignment = pupil.scene().exercise().orElseThrow().worked().assignment();
        Variants variants = new Variants(assignment, where.resolve(Register.ASSIGNMENTS), 1);
        List<Variant> all = List.of(variants.of(new Student("Ann", "")), variants.of(new Student("Bob", "")));
        Handout handout = new Handout(new Paper(Worked.of(assignment), Locale.ENGLISH, Pictures.NONE), where);
        for (Variant one : all) {
            handout.write(one);
            Files.copy(
                    where.resolve(Handout.KEY).resolve(one.id() + ".csv"),
                    sheets.resolve(one.student().name() + ".csv"));
        }
        Files.writeString(
                where.resolve(Register.LIST),
                Register.csv(all, 1, List.of("id", "student", "number", "seed", "lacks"), Locale.ENGLISH));
        return where;
    }

    @Test
    void sheets_with_ids_are_marked_by_the_numbers_of_each_student() throws IOException {
        Path where = variants(folder.resolve("numbers"));
        desk(Tasks.atOnce()).mark();
        assertThat(said()).startsWith("2 sheets marked, 0 could not be read").contains("in " + where);
        assertThat(folder.resolve("class 3-marked/students/Ann.html")).content().contains("10 / 10");
    }

    @Test
    void at_the_desk_each_sheet_is_marked_by_the_numbers_of_its_student() throws IOException {
        Path where = variants(folder.resolve("numbers"));
        sheet("cai.csv", "# student: Cai\nquantity,answer\nz1[0],0.3775\n");
        SheetFiles files = new SheetFiles(pupil.controller(), new Silent());
        files.openDesk(sheets, sheets.resolve("Ann.csv"));
        assertThat(pupil.scene().desk().isOwn()).isTrue();
        assertThat(pupil.scene().earned()).isEqualTo(Rational.of(10));
        files.go(1);
        assertThat(pupil.scene().paper().student()).isEqualTo("Bob");
        assertThat(pupil.scene().earned()).isEqualTo(Rational.of(10));
        files.go(1);
        assertThat(pupil.scene().desk().isOwn()).isFalse();
        assertThat(pupil.scene().isRight(0)).isTrue();
        Files.delete(where.resolve(Register.LIST));
        files.go(-1);
        assertThat(said()).contains("are not known here");
        assertThat(pupil.scene().earned()).isLessThan(Rational.of(10));
    }

    @Test
    void sheets_with_ids_whose_numbers_are_not_known_are_not_marked_by_others() throws IOException {
        Path where = variants(Files.createDirectories(folder.resolve("far/away/numbers")));
        desk(Tasks.atOnce()).mark();
        assertThat(said()).contains("bear ids");
        assertThat(folder.resolve("class 3-marked")).doesNotExist();
        chosen = Optional.of(where);
        desk(Tasks.atOnce()).mark();
        assertThat(folder.resolve("class 3-marked/students/Bob.html")).content().contains("10 / 10");
        chosen = Optional.of(folder);
        desk(Tasks.atOnce()).mark();
        assertThat(said()).contains("holds no variants");
    }

    @Test
    void a_folder_without_sheets_is_said_to_have_none() {
        ClassDesk desk = desk(Tasks.atOnce());
        desk.mark();
        assertThat(said()).contains("no sheets");
        assertThat(desk.page()).isEmpty();
        assertThat(folder.resolve("class 3-marked")).doesNotExist();
    }

    @Test
    void marking_that_is_broken_off_says_how_far_it_came() throws IOException {
        sheet("ann.csv", "quantity,answer\nz1[0],0.3775\n");
        sheet("bob.csv", "quantity,answer\nz1[0],0.3775\n");
        ClassDesk desk = desk(impatient());
        desk.mark();
        assertThat(said()).startsWith("Marking broken off after 1 sheet;");
        assertThat(folder.resolve("class 3-marked/students/bob.pdf")).doesNotExist();
        assertThat(desk.page()).isEmpty();
    }

    @Test
    void where_nothing_can_be_written_one_line_says_so() throws IOException {
        sheet("ann.csv", "quantity,answer\nz1[0],0.3775\n");
        Files.writeString(folder.resolve("class 3-marked"), "a file in the way");
        desk(Tasks.atOnce()).mark();
        assertThat(said()).contains("cannot be written").contains("class 3-marked");
        assertThat(pupil.scene().said().map(Said::wrong)).contains(true);
    }

    @Test
    void a_worksheet_is_printed() {
        desk(Tasks.atOnce()).print();
        assertThat(folder.resolve("homework.pdf")).isNotEmptyFile();
        assertThat(said()).contains("homework.pdf");
    }
}
