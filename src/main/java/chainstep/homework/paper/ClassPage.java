package chainstep.homework.paper;

import chainstep.homework.Verdict;
import chainstep.math.Format;
import chainstep.math.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The page about a class: how the marks lie, which questions were hard, which mistakes were made where. */
public final class ClassPage {
    private static final int BARS = 10;
    private static final int MOST_MISTAKES = 12;
    private static final int WIDEST_BAR = 260;

    private final Paper paper;
    private final Tally tally;
    private final int questions;

    public ClassPage(Paper paper, Tally tally) {
        this.paper = paper;
        this.tally = tally;
        this.questions = paper.worked().assignment().questions().size();
    }

    public String page() {
        Markup page = paper.open(paper.title());
        page.open("table", "class", "head").open("tr").open("td").element("h1", paper.title());
        page.styled("p", "muted", paper.say("class.sheets", tally.sheets(), tally.damaged()));
        if (tally.overridden() > 0) {
            page.styled("p", "muted", paper.say("class.teacher", tally.overridden()));
        }
        page.close().close().close();
        if (tally.sheets() > 0) {
            distribution(page);
            hardest(page);
            commonest(page);
            heat(page);
        }
        return Paper.close(page);
    }

    /** How many sheets have how many marks, in ten parts. */
    private void distribution(Markup page) {
        int of = Math.max(1, paper.worked().assignment().marks());
        int bars = Math.min(BARS, of);
        int[] sheets = new int[bars + 1];
        tally.totals().forEach(total -> sheets[(int) Math.floor(total.doubleValue() / of * bars)]++);
        int most = IntStream.of(sheets).max().orElse(1);
        page.element("h2", paper.say("class.distribution"));
        page.styled("p", "muted", paper.say("class.median", median(), mean(), of));
        page.open("table", "class", "list").open("tbody");
        for (int bar = bars; bar >= 0; bar--) {
            String from = decimal((double) bar * of / bars);
            String range = bar == bars ? from : from + " – < " + decimal((double) (bar + 1) * of / bars);
            bar(page, range, sheets[bar], most);
        }
        page.close().close();
    }

    private void bar(Markup page, String what, int count, int most) {
        String width = String.format(Locale.ROOT, "width:%.1fpt", (double) WIDEST_BAR * count / Math.max(1, most));
        page.open("tr").element("td", what, "style", "width:110pt").open("td");
        page.open("div", "class", "bar", "style", width).close();
        page.close().styled("td", "number", String.valueOf(count)).close();
    }

    private String median() {
        List<Rational> sorted = tally.totals().stream().sorted().toList();
        int middle = sorted.size() / 2;
        Rational high = sorted.get(middle);
        return Paper.marks(
                sorted.size() % 2 == 1 ? high : high.add(sorted.get(middle - 1)).divide(Rational.of(2)));
    }

    private String mean() {
        Rational sum = tally.totals().stream().reduce(Rational.ZERO, Rational::add);
        return Paper.marks(sum.divide(Rational.of(tally.sheets())));
    }

    private static String decimal(double number) {
        return Format.significant(number, 3);
    }

    /** Every question with its verdicts, that which fewest got right first. */
    private void hardest(Markup page) {
        page.element("h2", paper.say("class.hardest"));
        page.open("table", "class", "list").open("thead").open("tr").element("th", paper.say("class.question"));
        for (Verdict verdict : Verdict.values()) {
            page.styled("th", "number", paper.say("verdict." + verdict.code()));
        }
        page.close().close().open("tbody");
        IntStream.range(0, questions)
                .boxed()
                .sorted(Comparator.comparing(question -> tally.count(question, Verdict.RIGHT)))
                .forEach(question -> {
                    page.open("tr").styled("td", "mono", paper.name(question));
                    for (Verdict verdict : Verdict.values()) {
                        share(page, tally.count(question, verdict), hue(verdict));
                    }
                    page.close();
                });
        page.close().close();
    }

    private static String hue(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "right";
            case SLIP -> "wrong";
            case CARRIED -> "now";
            case BLANK, UNREADABLE -> "muted";
        };
    }

    /** A number of sheets, the stronger coloured the more of the class they are. */
    private void share(Markup page, int count, String hue) {
        String ground = paper.colours().shade(hue, 0.45 * count / tally.sheets());
        page.element(
                "td",
                count == 0 ? "" : String.valueOf(count),
                "class",
                "number",
                "style",
                "background-color:" + ground);
    }

    private void commonest(Markup page) {
        if (tally.mistakes().isEmpty()) {
            return;
        }
        page.element("h2", paper.say("class.commonest"));
        page.open("table", "class", "list").open("tbody");
        for (String code : tally.mistakes()) {
            page.open("tr").styled("td", "mono", code.isEmpty() ? "–" : code);
            page.element("td", called(code));
            page.styled("td", "number", String.valueOf(tally.count(code))).close();
        }
        page.close().close();
    }

    private String called(String code) {
        return switch (code) {
            case Tally.UNKNOWN -> paper.say("class.unknown");
            case Tally.CONSISTENT -> paper.say("class.consistent");
            case Tally.BLUNT -> paper.say("class.blunt");
            case Tally.BRIEF -> paper.say("class.brief");
            case Tally.TEACHER -> paper.say("class.said");
            default -> paper.said(tally.slip(code).name());
        };
    }

    /** Question × mistake. */
    private void heat(Markup page) {
        List<String> codes = tally.mistakes().stream().limit(MOST_MISTAKES).toList();
        if (codes.isEmpty()) {
            return;
        }
        int most = IntStream.range(0, questions)
                .flatMap(question -> codes.stream().mapToInt(code -> tally.count(question, code)))
                .max()
                .orElse(1);
        page.element("h2", paper.say("class.heat"));
        page.open("table", "class", "heat").open("thead").open("tr").element("th", "");
        codes.forEach(code -> page.element("th", code.isEmpty() ? "–" : code));
        page.close().close().open("tbody");
        for (int question = 0; question < questions; question++) {
            page.open("tr").styled("td", "row mono", paper.name(question));
            for (String code : codes) {
                int count = tally.count(question, code);
                String ground = count == 0
                        ? paper.colours().shade("frame", 0.6)
                        : paper.colours().shade("heat.low", 0.15 + 0.7 * count / Math.max(1, most));
                page.element("td", count == 0 ? "" : String.valueOf(count), "style", "background-color:" + ground);
            }
            page.close();
        }
        page.close().close();
    }
}
