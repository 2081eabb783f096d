package chainstep.homework;

import chainstep.words.Phrase;
import java.util.List;
import java.util.Set;

/**
 * The answers of one student.
 *
 * @param student as the sheet says; may be empty
 * @param id ties the sheet to its numbers, where each student has their own; may be empty
 * @param answers one for each question of the assignment, in its order
 * @param remarks what was found while reading: rows that answer no question, a question answered twice
 */
public record AnswerSheet(String student, String id, List<Answer> answers, List<Phrase> remarks) {
    private static final Set<String> UNREAD = Set.of("sheet.unknown", "sheet.extra");

    public AnswerSheet {
        answers = List.copyOf(answers);
        remarks = List.copyOf(remarks);
    }

    /** What is said of the rows that answer nothing that is asked. */
    public List<Phrase> strangers() {
        return remarks.stream()
                .filter(remark -> remark.room().equals("homework") && UNREAD.contains(remark.key()))
                .toList();
    }

    /** How many of its rows answer nothing that is asked. */
    public int unread() {
        return strangers().size();
    }

    /** Whether no answer could be taken from it. */
    public boolean isEmpty() {
        return answers.stream().allMatch(Answer.Blank.class::isInstance);
    }
}
