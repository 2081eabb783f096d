package chainstep.homework.paper;

import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Verdict;
import chainstep.homework.mistake.Diagnosis;
import chainstep.math.Format;
import chainstep.words.Phrase;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a student gets back: every answer with its verdict and marks, and what went wrong, as by a teacher's red pen. */
public final class Report {
    private static final int MOST_FINDINGS = 3;

    /** A name as long as this stands on one line. */
    private static final int WIDEST = 16;

    private final Paper paper;
    private final boolean exact;

    /** @param exact whether the exact values are told */
    public Report(Paper paper, boolean exact) {
        this.paper = paper;
        this.exact = exact;
    }

    /**
     * The page about one sheet.
     *
     * @param file the name of the sheet's file
     */
    public String page(String file, Graded graded) {
        MarkedSheet sheet = graded.sheet();
        String student = sheet.sheet().student().isBlank()
                ? file
                : Paper.shortened(sheet.sheet().student());
        Markup page = paper.open(student + " · " + paper.title());
        head(page, student, file, sheet);
        answers(page, graded);
        slips(page, sheet);
        remarks(page, sheet.sheet().remarks());
        return Paper.close(page);
    }

    private void head(Markup page, String student, String file, MarkedSheet sheet) {
        int of = paper.worked().assignment().marks();
        String marks = Paper.marks(sheet.marks());
        String whole = marks.equals(String.valueOf(of)) ? "total whole" : "total";
        String id = sheet.sheet().id().isBlank()
                ? ""
                : " · " + Paper.shortened(sheet.sheet().id());
        page.open("table", "class", "head").open("tr").open("td");
        page.element("h1", student)
                .styled("p", "muted", paper.title())
                .styled("p", "muted", student.equals(file) ? id : file + id);
        page.close().open("td", "class", whole).text(marks + " / " + of);
        page.close().close().close();
    }

    private void answers(Markup page, Graded graded) {
        MarkedSheet sheet = graded.sheet();
        page.open("table", "class", "list").open("thead").open("tr");
        for (String column : paper.say(exact ? "columns.exact" : "columns").split("\\|")) {
            page.element("th", column);
        }
        page.close().close().open("tbody");
        String section = "";
        for (int k = 0; k < sheet.answers().size(); k++) {
            if (!paper.section(k).equals(section)) {
                section = paper.section(k);
                page.open("tr", "class", "section").element("td", section, "colspan", exact ? "6" : "5");
                page.close();
            }
            answer(page, graded, k);
        }
        page.close().close();
    }

    private void answer(Markup page, Graded graded, int question) {
        MarkedSheet sheet = graded.sheet();
        Marked one = sheet.answers().get(question);
        boolean first = sheet.firstSlip().orElse(-1) == question;
        page.open("tr", "class", first ? "first" : "other");
        page.styled(
                "td", paper.name(question).length() <= WIDEST ? "mono what-is-asked" : "mono", paper.name(question));
        numbers(page, Paper.shortened(one.answer().written()));
        page.open("td")
                .styled("span", "chip " + one.verdict().code(), verdict(one.verdict()))
                .close();
        because(page, one, graded.remark(question));
        if (exact) {
            numbers(page, one.verdict() == Verdict.RIGHT ? "" : paper.exact(question));
        }
        page.styled(
                "td",
                "number",
                Paper.marks(one.marks()) + " / " + one.question().marks());
        page.close();
    }

    private static void numbers(Markup page, String written) {
        page.open("td", "class", "mono").pieces(written).close();
    }

    private String verdict(Verdict verdict) {
        return paper.say("verdict." + verdict.code());
    }

    /** Why an answer has its verdict; what the teacher says of it stands first, or below where it is but a comment. */
    private void because(Markup page, Marked one, Remark remark) {
        page.open("td");
        if (remark.isNone()) {
            page.text(because(one));
        } else {
            if (remark.verdict().isEmpty()) {
                page.text(because(one));
            }
            page.styled("p", "teacher", paper.said(Graded.told(remark)));
        }
        page.close();
    }

    /** Of a slip, what is known of it. */
    private String because(Marked one) {
        boolean known = one.verdict() == Verdict.SLIP && !one.findings().isEmpty();
        return known ? names(one.findings().get(0)) : paper.said(one.because());
    }

    private String names(Finding finding) {
        String names = finding.slips().stream()
                .map(slip -> paper.said(slip.name()))
                .distinct()
                .limit(MOST_FINDINGS)
                .collect(Collectors.joining(paper.say("or")));
        return finding.strength() == Finding.Strength.MATCH ? names : paper.say("consistent", names);
    }

    private void slips(Markup page, MarkedSheet sheet) {
        List<Integer> slips = IntStream.range(0, sheet.answers().size())
                .filter(k -> sheet.answers().get(k).verdict() == Verdict.SLIP)
                .boxed()
                .toList();
        if (slips.isEmpty()) {
            return;
        }
        page.element("h2", paper.say("wrong"));
        for (int question : slips) {
            slip(page, sheet, question);
        }
    }

    private void slip(Markup page, MarkedSheet sheet, int question) {
        Marked one = sheet.answers().get(question);
        boolean first = sheet.firstSlip().orElse(-1) == question;
        page.open("div", "class", "what");
        page.open("p");
        page.open("span", "class", "mono")
                .pieces(paper.name(question) + " = "
                        + Paper.shortened(one.answer().written()))
                .close();
        page.styled("span", "muted", first ? " · " + paper.say("first") : "").close();
        Set<String> told = new HashSet<>();
        one.findings().stream()
                .filter(finding -> told.add(names(finding)))
                .limit(MOST_FINDINGS)
                .forEach(finding -> finding(page, finding));
        if (!one.searched()) {
            page.element("p", paper.said(one.because()));
        } else if (one.findings().isEmpty()) {
            page.element("p", paper.say(unfound(one)));
        }
        carried(page, sheet, question);
        page.close();
    }

    /** What is said where no known mistake was found. */
    private static String unfound(Marked one) {
        if (one.isBlunt()) {
            return "blunt";
        }
        return Diagnosis.isTooShort(one) ? "short" : "unknown";
    }

    private void finding(Markup page, Finding finding) {
        Finding.Slip slip = finding.slips().get(0);
        page.styled("p", "name", names(finding));
        page.element("p", paper.said(slip.explanation()));
        String formula = paper.said(slip.formula());
        if (!formula.isBlank()) {
            paper.pictures().formula(formula).ifPresent(picture -> {
                page.open("p", "class", "formula").picture(picture, formula).close();
            });
        }
        String codes = String.join(", ", finding.codes());
        page.styled(
                "p",
                "muted",
                paper.say(
                        finding.gainsaid() ? "gainsaid" : "chance",
                        codes,
                        Format.significant(100 * finding.chance(), 2)));
    }

    /** What follows from a slip and was marked so. */
    private void carried(Markup page, MarkedSheet sheet, int question) {
        Set<Integer> from = new TreeSet<>(Set.of(question));
        for (int k = question + 1; k < sheet.answers().size(); k++) {
            if (!Collections.disjoint(sheet.answers().get(k).follows(), from)) {
                from.add(k);
            }
        }
        from.remove(question);
        String lines = from.stream()
                .filter(k -> sheet.answers().get(k).marks().signum() > 0)
                .map(paper::name)
                .collect(Collectors.joining(", "));
        if (!lines.isEmpty()) {
            page.element("p", paper.say("carried", lines));
        }
    }

    private void remarks(Markup page, List<Phrase> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        page.element("h2", paper.say("remarks"));
        remarks.forEach(remark -> page.styled("p", "muted", Paper.shortened(paper.said(remark))));
    }
}
