package chainstep.homework.answer;

import chainstep.homework.Answer;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.math.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of several numbers, such as a row, that was written where the whole array is asked.
 *
 * @param question that asks for the array
 * @param from where the part begins in it, row-major
 */
record Piece(int question, Meant part, int from) {
    /** The part of the first question that asks for more than what a name means. */
    static Optional<Piece> of(Assignment assignment, List<Optional<Meant>> asked, Meant part) {
        int[] rest = part.shape(assignment.model()).dims();
        for (int question = 0; question < asked.size() && rest.length > 0; question++) {
            Optional<Meant> whole = asked.get(question).filter(part::isWithin);
            if (whole.isPresent() && part.index().size() > whole.get().index().size()) {
                return Optional.of(new Piece(question, part, first(assignment, whole.get(), part)));
            }
        }
        return Optional.empty();
    }

    private static int first(Assignment assignment, Meant whole, Meant part) {
        Shape shape = whole.shape(assignment.model());
        int[] index = new int[shape.rank()];
        List<Integer> more =
                part.index().subList(whole.index().size(), part.index().size());
        for (int axis = 0; axis < more.size(); axis++) {
            index[axis] = more.get(axis);
        }
        return shape.offset(index);
    }

    /** What is written for it, by itself. */
    Answer read(Assignment assignment, AnswerReader reader, String text) {
        Question alone = assignment.question(part.text(assignment.model()));
        return reader.read(text, alone);
    }

    /** Its numbers by their place in the array. */
    Map<Integer, String> places(Answer.Numbers answer) {
        Map<Integer, String> places = new LinkedHashMap<>();
        for (int k = 0; k < answer.numbers().size(); k++) {
            int place = from + k;
            answer.numbers().get(k).ifPresent(number -> places.put(place, number.text()));
        }
        return places;
    }
}
