package chainstep.homework.variant;

import chainstep.homework.answer.Student;
import chainstep.words.Phrase;
import java.util.List;

/**
 * The assignment of one student.
 *
 * @param id on the sheet, by which it is known when it is marked
 * @param source the text of the assignment with the student's own numbers
 * @param numbers these numbers alone, which no other student has
 * @param draws how many were looked at
 * @param lacks what could not be had of what numbers ought to be
 */
public record Variant(Student student, String id, String source, List<String> numbers, int draws, List<Phrase> lacks) {
    public Variant {
        numbers = List.copyOf(numbers);
        lacks = List.copyOf(lacks);
    }
}
