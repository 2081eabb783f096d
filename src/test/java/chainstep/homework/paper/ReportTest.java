package chainstep.homework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Rules;
import chainstep.homework.Worked;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String NETWORK = """
            x = input([0.6, -0.4, 0.9])
            t = target([0, 1])
            W = param([[0.3, -0.2, 0.5], [0.7, 0.1, -0.6]])
            z = W @ x
            p = softmax(z)
            L = -sum(t * log(p))
            minimize(L, sgd(lr=0.1))
            ask(z[0])
            ask(p[0])
            ask(grad(z)[0])
            ask(grad(W)[0, 0])
            """;

    private static String page(String answers) {
        Assignment assignment = Assignment.of(ChainReader.read(Source.of("t.chain", NETWORK), Path.of("")));
        Worked worked = Worked.of(assignment);
        var sheet = new SheetReader(assignment).read("a.csv", "quantity,answer\n" + answers);
        var marked = new Checker(worked).check(sheet, Rules.USUAL);
        Graded graded = Graded.of(marked, Map.of(), Rules.USUAL);
        return new Report(new Paper(worked, Locale.ENGLISH, Pictures.NONE), true).page("a.csv", graded);
    }

    @Test
    void the_class_page_tells_few_digits_from_unknown_mistakes() {
        Assignment assignment = Assignment.of(ChainReader.read(Source.of("t.chain", NETWORK), Path.of("")));
        Worked worked = Worked.of(assignment);
        Tally tally = new Tally();
        for (String answers : new String[] {"p[0],0.70\n", "grad(z)[0],0.33\n", "z[0],0.71234\n"}) {
            var sheet = new SheetReader(assignment).read("a.csv", "quantity,answer\n" + answers);
            tally.add(new Checker(worked).check(sheet, Rules.USUAL));
        }
        assertThat(tally.mistakes()).containsExactly(Tally.BLUNT, Tally.BRIEF, Tally.UNKNOWN);
        String page = new ClassPage(new Paper(worked, Locale.ENGLISH, Pictures.NONE), tally).page();
        assertThat(page).contains("the right value, with too few digits", "too few digits to tell why");
    }

    private static String printed(String page) throws IOException {
        try (PDDocument document = Loader.loadPDF(new Press().pdf(page))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void no_number_is_broken_beside_a_long_reason() throws IOException {
        String printed = printed(page("z[0],0.7100\np[0],0.6964\ngrad(z)[0],-0.6964\n\"grad(W)[0, 0]\",-0.4178\n"));
        assertThat(printed).contains("0.7100", "0.6964", "-0.6964", "-0.4178", "0.417");
        assertThat(printed.lines()).noneMatch(line -> line.strip().matches("[0-9]{1,6}"));
    }

    @Test
    void a_long_answer_goes_on_below_between_its_numbers() throws IOException {
        String printed = printed(page("z[0],\"[0.71001, 0.71002,0.71003,0.71004, 0.71005]\"\n"));
        assertThat(printed).contains("0.71001,", "0.71002,", "0.71003,", "0.71004,", "0.71005]");
    }

    @Test
    void of_an_answer_with_too_few_digits_nobody_says_that_no_mistake_gives_it() {
        assertThat(page("z[0],0.71\ngrad(z)[0],0.33\n"))
                .contains("too few to tell which mistake")
                .doesNotContain("No known mistake");
        assertThat(page("p[0],0.70\n"))
                .contains("The right value, but written with too few digits.")
                .doesNotContain("No known mistake");
        assertThat(page("z[0],0.71234\n")).contains("No known mistake gives this number.");
    }

    @Test
    void what_follows_without_work_is_not_told_to_keep_its_marks() {
        assertThat(page("z[0],0.7123\np[0],0.7052\n")).contains("Carried forward, with marks:");
        assertThat(page("grad(z)[0],0\n\"grad(W)[0, 0]\",0\n"))
                .contains("which leaves nothing to work out: no marks")
                .doesNotContain("Carried forward, with marks:");
    }
}
