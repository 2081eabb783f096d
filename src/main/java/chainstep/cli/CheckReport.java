package chainstep.cli;

import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.homework.answer.HandNames;
import chainstep.homework.mistake.Diagnosis;
import chainstep.homework.paper.Graded;
import chainstep.homework.paper.Remark;
import chainstep.math.Format;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code check} prints of a sheet: a row for each answer, the first slip with what may have gone wrong, the marks. */
final class CheckReport {
    private static final int WIDEST_ANSWER = 40;
    private static final int WIDEST_WORD = 48;

    private final Console console;
    private final Worked worked;
    private final Graded graded;
    private final MarkedSheet marked;
    private final HandNames names;

    CheckReport(Console console, Worked worked, Graded graded) {
        this.console = console;
        this.worked = worked;
        this.graded = graded;
        this.marked = graded.sheet();
        this.names = new HandNames(worked.assignment().model());
    }

    void print() {
        if (!marked.sheet().student().isEmpty() || !marked.sheet().id().isEmpty()) {
            console.tell(
                    "check.student", marked.sheet().student(), marked.sheet().id());
        }
        Table table = new Table();
        table.row(console.say("check.columns").split("\\|"));
        IntStream.range(0, marked.answers().size()).forEach(k -> row(table, k));
        table.lines().forEach(console.out()::println);
        marked.sheet()
                .remarks()
                .forEach(remark -> console.out().println("  " + Elided.words(said(remark), WIDEST_WORD)));
        marked.firstSlip().ifPresent(question -> slip(marked.answers().get(question)));
        console.tell("check.total", marked.marks(), worked.assignment().marks());
    }

    private String said(Phrase phrase) {
        return phrase.in(console.locale());
    }

    private void row(Table table, int question) {
        Marked one = marked.answers().get(question);
        table.row(
                names.shown(one.question().quantity()),
                shortened(one.answer().written()),
                console.say("check.verdict." + one.verdict().code()),
                because(question),
                one.marks() + "/" + one.question().marks());
    }

    /** Why; a comment of the teacher stands behind it. */
    private String because(int question) {
        String because = Elided.words(said(marked.answers().get(question).because()), WIDEST_WORD);
        Remark remark = graded.remark(question);
        return remark.isNone() || remark.verdict().isPresent() ? because : because + " · " + said(Graded.told(remark));
    }

    private static String shortened(String written) {
        return Elided.of(written.strip().replaceAll("\\s+", " "), WIDEST_ANSWER);
    }

    private void slip(Marked one) {
        console.out().println();
        console.tell(
                "check.first",
                names.shown(one.question().quantity()),
                shortened(one.answer().written()));
        if (one.searched() && one.findings().isEmpty()) {
            console.tell(one.isBlunt() ? "check.blunt" : Diagnosis.isTooShort(one) ? "check.short" : "check.unknown");
        }
        one.findings().forEach(this::finding);
        console.out().println();
    }

    private void finding(Finding finding) {
        String names = finding.slips().stream()
                .map(slip -> slip.code() + " " + said(slip.name()))
                .distinct()
                .collect(Collectors.joining(console.say("check.or")));
        String key = finding.gainsaid() ? "gainsaid" : finding.strength().name().toLowerCase(Locale.ROOT);
        console.tell("check." + key, names, percent(finding.chance()));
        console.out().println("    " + said(finding.slips().get(0).explanation()));
    }

    private static String percent(double chance) {
        double percent = 100 * chance;
        return (percent >= 10 ? String.valueOf(Math.round(percent)) : Format.significant(percent, 2)) + " %";
    }

    /** The same as JSON, in the order of the questions; exact values as NumPy would write them, a matrix as a list of rows. */
    void json() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("student", marked.sheet().student());
        sheet.put("id", marked.sheet().id());
        sheet.put("marks", number(marked.marks()));
        sheet.put("of", worked.assignment().marks());
        List<Object> answers = new ArrayList<>();
        IntStream.range(0, marked.answers().size()).forEach(k -> answers.add(answer(k)));
        sheet.put("answers", answers);
        sheet.put("remarks", marked.sheet().remarks().stream().map(this::said).toList());
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        console.out().println(mapper.writeValueAsString(sheet).replace("\r", ""));
    }

    private Map<String, Object> answer(int question) {
        Marked one = marked.answers().get(question);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("quantity", one.question().text());
        fields.put("answer", one.answer().written());
        fields.put("verdict", one.verdict().code());
        fields.put("marks", number(one.marks()));
        fields.put("of", one.question().marks());
        fields.put("because", said(one.because()));
        fields.put("exact", exact(worked.exact(question)));
        List<Finding> findings = one.verdict() == Verdict.SLIP ? one.findings() : List.of();
        fields.put("findings", findings.stream().map(this::fields).toList());
        teacher(question, fields);
        return fields;
    }

    /** What the teacher says of an answer, and what the program says without. */
    private void teacher(int question, Map<String, Object> fields) {
        Remark remark = graded.remark(question);
        if (remark.isNone()) {
            return;
        }
        Map<String, Object> teacher = new LinkedHashMap<>();
        remark.verdict().ifPresent(verdict -> teacher.put("verdict", verdict.code()));
        teacher.put("comment", remark.comment());
        fields.put("teacher", teacher);
        Marked one = graded.machine().answers().get(question);
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("verdict", one.verdict().code());
        machine.put("marks", number(one.marks()));
        machine.put("because", said(one.because()));
        fields.put("machine", machine);
    }

    private Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("codes", finding.codes());
        fields.put(
                "names",
                finding.slips().stream()
                        .map(slip -> said(slip.name()))
                        .distinct()
                        .toList());
        fields.put("explanation", said(finding.slips().get(0).explanation()));
        fields.put("chance", finding.chance());
        fields.put("strength", finding.strength().name().toLowerCase(Locale.ROOT));
        return fields;
    }

    private static Object exact(Tensor value) {
        return exact(value, 0, 0);
    }

    /** The part of it whose indices before this axis come to an offset. */
    private static Object exact(Tensor value, int axis, int offset) {
        if (axis == value.shape().rank()) {
            return finite(value.get(offset));
        }
        int step = value.shape().strides()[axis];
        return IntStream.range(0, value.shape().dim(axis))
                .mapToObj(k -> exact(value, axis + 1, offset + k * step))
                .toList();
    }

    /** JSON knows no number that is not finite. */
    private static Object finite(double number) {
        return Double.isFinite(number) ? (Object) number : String.valueOf(number);
    }

    private static Object number(Rational marks) {
        return marks.isInteger() ? (Object) marks.numerator() : marks.doubleValue();
    }
}
