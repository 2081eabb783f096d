package chainstep.homework.answer;

import chainstep.homework.Answer;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.homework.answer.Row.Cell;
import chainstep.math.Digits;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An array that was written where its parts are asked, taken apart. */
final class Spread {
    private final Assignment assignment;
    private final AnswerReader reader;
    private final Meant whole;
    private final Answer answer;

    Spread(Assignment assignment, AnswerReader reader, Meant whole, Cell cell) {
        this.assignment = assignment;
        this.reader = reader;
        this.whole = whole;
        this.answer = cell.trouble()
                .<Answer>map(why -> new Answer.Unreadable(cell.text(), why))
                .orElseGet(() -> reader.read(cell.text(), assignment.question(whole.text(assignment.model()))));
    }

    /** What is written for a question that asks for a part. */
    Answer of(int number, Meant part) {
        Question question = assignment.questions().get(number);
        if (answer instanceof Answer.Numbers numbers) {
            int from = first(part);
            return numbers(
                    numbers.numbers().subList(from, from + question.shape().size()));
        } else if (answer instanceof Answer.Formula formula) {
            List<Integer> rest =
                    part.index().subList(whole.index().size(), part.index().size());
            String places = rest.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
            return reader.read("(" + formula.quantity().text() + ")" + places, question);
        }
        return answer;
    }

    /** Where a part begins, row-major. */
    private int first(Meant part) {
        Shape shape = whole.shape(assignment.model());
        int[] index = new int[shape.rank()];
        for (int axis = 0; axis + whole.index().size() < part.index().size(); axis++) {
            index[axis] = part.index().get(axis + whole.index().size());
        }
        return shape.offset(index);
    }

    private static Answer numbers(List<Optional<Digits>> numbers) {
        String written =
                numbers.stream().map(one -> one.map(Digits::text).orElse("")).collect(Collectors.joining(", "));
        return numbers.stream().allMatch(Optional::isEmpty) ? Answer.BLANK : new Answer.Numbers(written, numbers);
    }

    /** Whether two answers say the same, however it is written. */
    static boolean isSame(Answer one, Answer other) {
        return one instanceof Answer.Numbers first && other instanceof Answer.Numbers second
                ? first.numbers().equals(second.numbers())
                : one.written().equals(other.written());
    }
}
