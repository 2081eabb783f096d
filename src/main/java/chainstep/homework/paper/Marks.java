package chainstep.homework.paper;

import chainstep.data.CsvLines;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Verdict;
import chainstep.homework.answer.SafeCell;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of marks, a row for each sheet, as CSV that a spreadsheet can open: nothing in it is computed there, and its text is
 * known for UTF-8.
 *
 * <p>Grows by a row at a time.
 */
public final class Marks {
    private static final String MARK = "\uFEFF";

    private static final int LONGEST = 2000;

    private final Paper paper;
    private final List<List<String>> rows = new ArrayList<>();

    public Marks(Paper paper) {
        this.paper = paper;
        List<String> head = new ArrayList<>(List.of(paper.say("csv.head").split("\\|")));
        for (int k = 0; k < paper.worked().assignment().questions().size(); k++) {
            head.add(paper.name(k));
            head.add(paper.say("csv.verdict", paper.name(k)));
        }
        head.addAll(List.of(paper.say("csv.tail").split("\\|")));
        add(head);
    }

    /** Adds a sheet that was marked. */
    public void add(String file, Graded graded) {
        MarkedSheet sheet = graded.sheet();
        List<String> row = new ArrayList<>(List.of(
                file,
                sheet.sheet().student(),
                sheet.sheet().id(),
                Paper.marks(sheet.marks()),
                String.valueOf(paper.worked().assignment().marks())));
        for (Marked one : sheet.answers()) {
            row.add(Paper.marks(one.marks()));
            row.add(one.verdict().code());
        }
        row.add(sheet.firstSlip().isPresent() ? paper.name(sheet.firstSlip().getAsInt()) : "");
        row.add(findings(sheet));
        row.add(teacher(graded));
        row.add(sheet.sheet().remarks().stream().map(paper::said).collect(Collectors.joining("; ")));
        add(row);
    }

    /** Adds a sheet that could not be read. */
    public void addDamaged(String file, Phrase why) {
        List<String> row = new ArrayList<>(List.of(file));
        while (row.size() < rows.get(0).size() - 1) {
            row.add("");
        }
        row.add(paper.said(why));
        add(row);
    }

    /** All of it. */
    public String csv() {
        return MARK + CsvLines.write(rows);
    }

    /** Of each slip the codes of what fits best: {@code ∂E/∂h₁: M08}; in question what is but consistent. */
    private String findings(MarkedSheet sheet) {
        List<String> found = new ArrayList<>();
        for (int k = 0; k < sheet.answers().size(); k++) {
            Marked one = sheet.answers().get(k);
            if (one.verdict() == Verdict.SLIP && !one.findings().isEmpty()) {
                Finding best = one.findings().get(0);
                String sure = best.strength() == Finding.Strength.MATCH ? "" : "?";
                found.add(paper.name(k) + ": " + String.join("/", best.codes()) + sure);
            }
        }
        return String.join("; ", found);
    }

    /** What the teacher says, with the verdict that does not count: {@code h₁: neat; z₁: right, not slip: shown at the board}. */
    private String teacher(Graded graded) {
        List<String> said = new ArrayList<>();
        for (int k = 0; k < graded.sheet().answers().size(); k++) {
            Remark remark = graded.remark(k);
            if (!remark.isNone()) {
                String machine = graded.machine().answers().get(k).verdict().code();
                String verdict = remark.verdict()
                        .map(one -> paper.say("csv.teacher", one.code(), machine))
                        .orElse("");
                said.add(Stream.of(paper.name(k), verdict, remark.comment())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(": ")));
            }
        }
        return String.join("; ", said);
    }

    private void add(List<String> row) {
        rows.add(row.stream()
                .map(cell -> Paper.shortened(cell, LONGEST))
                .map(Marks::safe)
                .toList());
    }

    /** Where a spreadsheet parts cells at semicolons, each part is a cell. */
    private static String safe(String cell) {
        return Stream.of(cell.split(";", -1)).map(SafeCell::words).collect(Collectors.joining(";"));
    }
}
