package chainstep.homework;

import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.SourceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model and what is asked of it.
 *
 * @param questions in the order in which they are asked; each quantity once
 */
public record Assignment(Model model, List<Question> questions) {
    public Assignment {
        questions = List.copyOf(questions);
    }

    /** The questions that a file asks; none where it has no {@code ask}. A quantity asked again counts once. */
    public static Assignment of(Model model) {
        Set<String> met = new HashSet<>();
        List<Question> questions = new ArrayList<>();
        for (Directive.Ask ask : model.directives(Directive.Ask.class)) {
            if (met.add(ask.quantity().text())) {
                questions.add(new Question(
                        ask.quantity(), ask.quantity().shape(model), ask.marks(), ask.digits(), ask.say()));
            }
        }
        return new Assignment(model, questions);
    }

    /** The same questions with others after them. */
    public Assignment asking(List<Question> more) {
        List<Question> all = new ArrayList<>(questions);
        all.addAll(more);
        return new Assignment(model, all);
    }

    /**
     * A question that the file does not ask, worth one mark.
     *
     * @throws SourceError when the model has no such quantity
     */
    public Question question(String quantity) {
        Quantity read = model.quantity(quantity);
        return new Question(read, read.shape(model), 1, Optional.empty(), "");
    }

    /** How many marks there are to be had. */
    public int marks() {
        return questions.stream().mapToInt(Question::marks).sum();
    }
}
