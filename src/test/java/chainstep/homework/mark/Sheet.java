package chainstep.homework.mark;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Question;
import chainstep.homework.Rules;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.math.Digits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sheet of answers by the name of what is asked, and what came of them. */
final class Sheet {
    final Worked worked;
    final Checker checker;
    final Map<String, Answer> answers = new LinkedHashMap<>();

    private Sheet(Worked worked, Checker checker) {
        this.worked = worked;
        this.checker = checker;
    }

    /** A sample that asks these quantities. */
    static Sheet of(String sample, String... questions) {
        return of(read(Path.of("samples", sample + ".chain")), List.of(questions));
    }

    static Model read(Path file) {
        try {
            return ChainReader.read(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    static Sheet of(Model model, List<String> questions) {
        Assignment assignment = new Assignment(model, List.of());
        List<Question> asked = questions.stream().map(assignment::question).toList();
        Worked worked = Worked.of(assignment.asking(asked));
        return new Sheet(worked, new Checker(worked));
    }

    /** The same questions, nothing answered. */
    Sheet blank() {
        return new Sheet(worked, checker);
    }

    /** Writes numbers, apart by spaces; a dash leaves one blank. */
    Sheet write(String question, String numbers) {
        List<Optional<Digits>> read = Arrays.stream(numbers.strip().split("\\s+"))
                .map(number -> number.equals("_") ? Optional.<Digits>empty() : Optional.of(Digits.parse(number)))
                .toList();
        answers.put(question, new Answer.Numbers(numbers, read));
        return this;
    }

    /** Writes a formula. */
    Sheet formula(String question, String formula) {
        answers.put(
                question,
                new Answer.Formula(formula, worked.assignment().model().quantity(formula)));
        return this;
    }

    Sheet copy() {
        Sheet copy = blank();
        copy.answers.putAll(answers);
        return copy;
    }

    MarkedSheet marked() {
        return marked(Rules.USUAL);
    }

    MarkedSheet marked(Rules rules) {
        return checker.check(sheet(), rules);
    }

    AnswerSheet sheet() {
        List<Answer> all = new ArrayList<>();
        for (Question question : worked.assignment().questions()) {
            all.add(answers.getOrDefault(question.text(), Answer.BLANK));
        }
        return new AnswerSheet("", "", all, List.of());
    }

    Marked marked(String question) {
        return marked().answers().get(number(question));
    }

    int number(String question) {
        List<String> texts =
                worked.assignment().questions().stream().map(Question::text).toList();
        return texts.indexOf(question);
    }
}
