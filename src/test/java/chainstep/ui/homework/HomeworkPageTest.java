package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.AnswerSheet;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.mark.Checker;
import chainstep.homework.paper.Remark;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.look.Look;
import chainstep.ui.look.Theme;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** What the page shows is what the checker found; and no text of it tells an answer that is not right yet. */
class HomeworkPageTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?");

    /** All views of the page beside each other. */
    private static JPanel page(Pupil pupil) {
        JPanel page = new JPanel(new java.awt.GridLayout(1, 0));
        for (HomeworkView view : List.of(
                new ProblemView(),
                new SheetView(pupil.controller()),
                new WrongView(),
                new TotalView(),
                new HomeworkStatus(() -> {}))) {
            pupil.controller().add(view);
            page.add((Component) view);
        }
        return page;
    }

    private static List<String> all(Component part) {
        List<String> texts = new ArrayList<>(Seen.texts(part));
        everything(part, texts);
        return texts;
    }

    private static void everything(Component part, List<String> texts) {
        if (part instanceof JComponent own && own.getToolTipText() != null) {
            texts.add(own.getToolTipText());
        }
        if (part instanceof JTextComponent text) {
            texts.add(text.getText());
        }
        if (part.getAccessibleContext() != null && part.getAccessibleContext().getAccessibleDescription() != null) {
            texts.add(part.getAccessibleContext().getAccessibleDescription());
        }
        if (part instanceof Container parts) {
            for (Component inner : parts.getComponents()) {
                everything(inner, texts);
            }
        }
    }

    @Test
    void titles_stand_over_their_columns_at_any_width() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil().types(Pupil.SLIPPED);
            SheetView view = new SheetView(pupil.controller());
            pupil.controller().add(view);
            List<Rectangle> wide = titles(view, 900);
            assertThat(wide).hasSize(5).allMatch(title -> title.width > 0);
            List<Rectangle> narrow = titles(view, 360);
            assertThat(narrow.get(4).getMaxX()).isLessThanOrEqualTo(360);
            assertThat(narrow.get(4).width).isPositive();
            assertThat(titles(view, 900)).isEqualTo(wide);
        });
    }

    @Test
    void the_bar_of_the_total_never_lies_over_its_number() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            TotalView total = new TotalView();
            new Pupil().types(Pupil.SLIPPED).controller().add(total);
            int words = total.getMinimumSize().width;
            assertThat(words).isBetween(10, total.getPreferredSize().width - 90);
            int high = total.getPreferredSize().height;
            assertThat(column(Seen.painted(total, words + 60, high), words + 6)).containsOnly(0);
            assertThat(column(Seen.painted(total, words + 60, high), words + 20))
                    .anyMatch(colour -> colour != 0);
            assertThat(column(Seen.painted(total, words + 20, high), words + 10))
                    .containsOnly(0);
        });
    }

    private static List<Integer> column(java.awt.image.BufferedImage image, int x) {
        return java.util.stream.IntStream.range(0, image.getHeight())
                .mapToObj(y -> image.getRGB(x, y) & 0xFFFFFF)
                .toList();
    }

    private static List<Rectangle> titles(SheetView view, int width) {
        view.setSize(width, 600);
        view.doLayout();
        return Stream.of(((Container) view.getComponent(0)).getComponents())
                .map(Component::getBounds)
                .toList();
    }

    @Test
    void the_rows_say_what_the_checker_says() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil().types(Pupil.SLIPPED);
            Exercise exercise = pupil.scene().exercise().orElseThrow();
            AnswerSheet sheet = exercise.sheet(pupil.scene().paper());
            MarkedSheet marked = Checker.check(exercise.worked(), sheet, Rules.USUAL);
            List<AnswerRow> rows = Seen.parts(page(pupil), AnswerRow.class);
            assertThat(rows).hasSize(10);
            Words words = Words.of("ui", Locale.ENGLISH);
            rows.forEach(row -> assertThat(Seen.texts(row))
                    .contains(
                            exercise.names().get(row.question()),
                            words.say("homework.verdict."
                                    + marked.answers()
                                            .get(row.question())
                                            .verdict()
                                            .code()),
                            marked.answers().get(row.question()).because().in(Locale.ENGLISH),
                            marked.answers().get(row.question()).marks() + " / 1"));
        });
    }

    @Test
    void the_word_of_the_teacher_is_told_everywhere_at_once() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil().types(Pupil.SLIPPED);
            JPanel page = page(pupil);
            assertThat(Seen.text(page)).contains("7 right · 1 slip · 2 carried", "first slip");
            says(pupil, Pupil.SLIP, Verdict.RIGHT, "misprint on the sheet");
            assertThat(pupil.scene().firstSlip()).isEmpty();
            assertThat(Seen.text(page))
                    .contains(
                            "8 right · 2 carried",
                            "No answer on the sheet is wrong",
                            "misprint on the sheet",
                            "10 / 10")
                    .doesNotContain("first slip");
            pupil.controller().look(0);
            says(pupil, 0, Verdict.SLIP, "no working shown");
            assertThat(Seen.text(page)).contains("7 right · 1 slip · 2 carried", "Counts as slip", "first slip at");
            pupil.controller().look(8);
            says(pupil, 8, Verdict.SLIP, "");
            assertThat(Seen.text(page)).contains("2 slips · 1 carried", "marked as carried");
        });
    }

    private static void says(Pupil pupil, int question, Verdict verdict, String comment) {
        Desk desk = new Desk(
                List.of(new Desk.Seat(Path.of("ann.csv"), "")),
                0,
                pupil.scene().desk().remarks(),
                Optional.empty());
        pupil.controller().desk(desk.with(question, new Remark(Optional.of(verdict), comment)));
    }

    @Test
    void what_is_given_stands_as_the_assignment_writes_it_with_the_names_of_its_numbers() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            String model = Pupil.MODEL.replace("0.05, 0.10", "1/3, -0.10") + "label(W1, \"w1 w2; w3 w4\")\n";
            String text = Seen.text(page(new Pupil(model, Settings.FIRST))).replace('\u00A0', ' ');
            assertThat(text)
                    .contains("[1/3  −0.10]", "[w1=0.15  w2=0.20; w3=0.25  w4=0.30]", "[0.40  0.45; 0.50  0.55]");
        });
    }

    /** Whether some number of a text, of three digits or more, is a value rounded. */
    private static boolean tells(String text, double value) {
        Matcher number = NUMBER.matcher(text);
        boolean told = false;
        while (number.find()) {
            var digits = chainstep.math.Digits.parse(number.group());
            told |= digits.significant() >= 3 && digits.covers(Math.abs(value));
        }
        return told;
    }

    private static void assertNothingIsTold(Pupil pupil, JPanel page) {
        Exercise exercise = pupil.scene().exercise().orElseThrow();
        int hidden = 0;
        for (int k = 0; k < exercise.questions().size(); k++) {
            if (!pupil.scene().isRight(k)) {
                hidden++;
                double exact = exercise.worked().exact(k).get(0);
                assertThat(all(page)).hasSizeGreaterThan(40).noneMatch(text -> text != null && tells(text, exact));
            }
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void no_text_tool_tip_or_spoken_name_tells_an_answer_that_is_not_right_yet() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil();
            JPanel page = page(pupil);
            assertNothingIsTold(pupil, page);
            pupil.types(Pupil.SLIPPED);
            assertNothingIsTold(pupil, page);
            for (int k = 0; k < 10; k++) {
                pupil.controller().look(k);
                for (int stage = 0; stage < Hints.STAGES; stage++) {
                    pupil.controller().hint();
                    assertNothingIsTold(pupil, page);
                }
            }
        });
    }

    @Test
    void hints_on_a_blank_sheet_hide_what_is_asked_elsewhere() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil();
            JPanel page = page(pupil);
            for (int k = 9; k >= 0; k--) {
                pupil.controller().look(k);
                for (int stage = 0; stage < Hints.STAGES; stage++) {
                    pupil.controller().hint();
                    assertNothingIsTold(pupil, page);
                }
            }
            assertThat(Seen.text(page)).contains("Hint 3 of 3");
        });
    }

    /** Many a mistake is a known factor away from what is right: the slope, the sign, the learning rate. */
    @Test
    void what_was_considered_tells_no_number_but_the_students_own() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil().types(Pupil.SLIPPED);
            JPanel page = page(pupil);
            pupil.controller().look(Pupil.SLIP);
            ConsideredView view = Seen.parts(page, ConsideredView.class).get(0);
            assertThat(Seen.texts(view)).contains("match", "no match", "0.0554", "?");
            assertThat(NUMBER.matcher(String.join(" ", Seen.texts(view)).replace("0.0554", ""))
                            .find())
                    .isFalse();
        });
    }

    @Test
    void an_answer_with_too_few_digits_is_right_so_far_and_no_slip_to_the_eye() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil().types(List.of("0.3775", "0.59"));
            JPanel page = page(pupil);
            pupil.controller().look(1);
            assertThat(Seen.texts(Seen.parts(page, AnswerRow.class).get(1)))
                    .contains("digits", "right so far, but 3 significant digits are asked")
                    .doesNotContain("slip");
            assertThat(Seen.texts(Seen.parts(page, WrongView.class).get(0)))
                    .contains("Right so far, with too few digits")
                    .noneMatch(text -> text.contains("onsistent") || text.contains("first slip"));
        });
    }

    @Test
    void a_mistake_that_right_answers_speak_against_is_told_as_such() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Look.install(Theme.LIGHT);
            Pupil pupil = new Pupil().types(List.of("0.3775", "0.5933", "0.75140"));
            JPanel page = page(pupil);
            pupil.controller().look(2);
            assertThat(Seen.texts(Seen.parts(page, WrongView.class).get(0)))
                    .anyMatch(text -> text.startsWith("Consistent with: A matrix transposed"))
                    .contains("Your right answers before it speak against it.");
        });
    }

    @Test
    void the_page_is_painted_in_both_languages_and_on_both_grounds() throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                    Look.install(theme);
                    Pupil pupil = new Pupil(Pupil.MODEL, new Settings(locale, theme, false)).types(Pupil.SLIPPED);
                    assertThat(Seen.colours(Seen.painted(page(pupil), 1600, 700)))
                            .isGreaterThan(30);
                }
            }
            Look.install(Theme.LIGHT);
        });
    }

    @Test
    void while_a_sheet_is_checked_nobody_says_that_nothing_is_to_mend() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Pupil pupil = new Pupil();
            List<HomeworkScene> scenes = new ArrayList<>();
            pupil.controller().add(scenes::add);
            pupil.types(List.of("0.3775"));
            pupil.types(List.of("0.5"));
            HomeworkScene working = scenes.stream()
                    .filter(scene -> scene.working()
                            && scene.about().isEmpty()
                            && scene.checked().isPresent())
                    .filter(scene -> scene.paper().written().get(0).equals("0.5"))
                    .findFirst()
                    .orElseThrow();
            WrongView view = new WrongView();
            view.show(working);
            assertThat(Seen.texts(view)).contains("Checking").doesNotContain("Nothing to mend here");
        });
    }
}
