package chainstep.ui.homework;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Section;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.homework.answer.AnswerReader;
import chainstep.homework.answer.HandNames;
import chainstep.homework.answer.Proposal;
import chainstep.homework.answer.Sections;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.homework.paper.Remark;
import chainstep.lang.Model;
import chainstep.lang.SourceError;
import chainstep.math.Format;
import chainstep.ui.derivation.Slipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An assignment worked out, ready to mark sheets: made once for a model, read by views and marked with beside them.
 *
 * @param parts the questions under their sections, each in the order of the assignment
 * @param names what the questions are called: ∂E/∂h₁
 * @param proposals what could be asked, where nothing is
 */
public record Exercise(
        Worked worked,
        Checker checker,
        AnswerReader reader,
        List<Part> parts,
        List<String> names,
        List<Proposal.Proposed> proposals) {
    /** How many digits an answer that is revealed has. */
    private static final int REVEALED_DIGITS = 6;

    /** A section and the numbers of its questions. */
    public record Part(Section section, List<Integer> questions) {
        public Part {
            questions = List.copyOf(questions);
        }
    }

    public Exercise {
        parts = List.copyOf(parts);
        names = List.copyOf(names);
        proposals = List.copyOf(proposals);
    }

    /**
     * Works out what a model asks.
     *
     * @throws SourceError when it has not what it asks
     * @throws chainstep.graph.OperandException when it cannot be run
     */
    static Exercise of(Model model) {
        Worked worked = Worked.of(Assignment.of(model));
        List<Question> questions = worked.assignment().questions();
        HandNames names = new HandNames(model);
        return new Exercise(
                worked,
                new Checker(worked),
                new AnswerReader(model),
                parts(model, questions),
                questions.stream().map(one -> name(names, one)).toList(),
                questions.isEmpty() ? new Proposal(model).all() : List.of());
    }

    private static List<Part> parts(Model model, List<Question> questions) {
        Sections sections = new Sections(model);
        Map<Section, List<Integer>> found = new TreeMap<>();
        for (int k = 0; k < questions.size(); k++) {
            found.computeIfAbsent(sections.of(questions.get(k)), none -> new ArrayList<>())
                    .add(k);
        }
        return found.entrySet().stream()
                .map(each -> new Part(each.getKey(), each.getValue()))
                .toList();
    }

    private static String name(HandNames names, Question question) {
        try {
            return names.read(question.text()).shown();
        } catch (SourceError unnamed) {
            return question.text();
        }
    }

    /** What rows of names and answers say, as a spreadsheet hands them on; empty where a text is nothing of the kind. */
    Optional<AnswerSheet> pasted(String rows) {
        try {
            return Optional.of(new SheetReader(worked.assignment()).read("", rows));
        } catch (SheetException other) {
            return Optional.empty();
        }
    }

    Model model() {
        return worked.assignment().model();
    }

    public List<Question> questions() {
        return worked.assignment().questions();
    }

    /** The questions as they stand on the page, from top to bottom. */
    public List<Integer> order() {
        return parts.stream().flatMap(part -> part.questions().stream()).toList();
    }

    /** A paper, its answers read. */
    AnswerSheet sheet(Paper paper) {
        List<Answer> answers = IntStream.range(0, questions().size())
                .mapToObj(k -> reader.read(paper.line(k).written(), questions().get(k)))
                .toList();
        return new AnswerSheet(paper.student(), paper.id(), answers, List.of());
    }

    /** An answer worked once more with the simplest mistake that gives it; empty where none is known. */
    Optional<Slipped> slipped(AnswerSheet sheet, int question, Marked marked) {
        Finding finding = marked.findings().get(0);
        int number = Math.max(0, marked.elements().indexOf(Verdict.SLIP));
        Place place = worked.places(question).get(number);
        return checker.retrace(sheet, question, finding)
                .map(retraced -> new Slipped(
                        model(),
                        names.get(question),
                        marked.answer().written().strip(),
                        finding.slips().get(0),
                        retraced,
                        place));
    }

    /** The right answer, as it is written on a sheet where it is revealed. */
    String exact(int question) {
        double[] values = worked.exact(question).toArray();
        List<String> numbers = new ArrayList<>();
        for (double value : values) {
            numbers.add(Format.significant(value, REVEALED_DIGITS));
        }
        int columns = questions().get(question).shape().rank() == 2
                ? questions().get(question).shape().dim(1)
                : values.length;
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < numbers.size(); k++) {
            text.append(k == 0 ? "" : k % columns == 0 ? "; " : ", ").append(numbers.get(k));
        }
        return text.toString();
    }

    /** A desk whose remarks are those on questions of the same text of another exercise. */
    Desk adopted(Desk desk, Exercise before) {
        Map<Integer, Remark> said = new HashMap<>();
        for (int k = 0; k < questions().size(); k++) {
            for (int old = 0; old < before.questions().size(); old++) {
                Remark remark = desk.remark(old);
                if (!remark.isNone()
                        && before.questions()
                                .get(old)
                                .text()
                                .equals(questions().get(k).text())) {
                    said.put(k, remark);
                }
            }
        }
        return new Desk(desk.roster(), desk.at(), said, desk.own().filter(this::asksAs));
    }

    private boolean asksAs(Exercise other) {
        return texts().equals(other.texts());
    }

    private List<String> texts() {
        return questions().stream().map(Question::text).toList();
    }

    /** A paper for this exercise with what stood on one for another, question by question of the same text. */
    Paper adopted(Paper paper, Exercise before) {
        Paper adopted = Paper.blank(questions().size()).of(paper.student(), paper.id());
        for (int k = 0; k < questions().size(); k++) {
            for (int old = 0; old < before.questions().size(); old++) {
                if (before.questions().get(old).text().equals(questions().get(k).text())) {
                    adopted = adopted.with(k, paper.line(old));
                }
            }
        }
        return adopted;
    }
}
