package chainstep.homework.mark;

import chainstep.explain.Explainer;
import chainstep.graph.Role;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the quantities of the questions are called in a sentence: ∂E/∂h₁, and as they were asked where they have no such name. */
final class Called {
    private final List<String> names = new ArrayList<>();

    Called(Worked worked) {
        Model model = worked.assignment().model();
        Explainer explainer = new Explainer(
                worked.trace().of(model.program()), model.source().statements(), model.labels(), Locale.ENGLISH);
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            names.add(name(worked, explainer, question));
        }
    }

    private static String name(Worked worked, Explainer explainer, int number) {
        Question question = worked.assignment().questions().get(number);
        int node = worked.node(number);
        int own = worked.assignment().model().program().size();
        Place first = worked.places(number).get(0);
        if (first.node() >= own || worked.program().node(first.node()).role() instanceof Role.Update) {
            return question.text();
        } else if (node == first.node()) {
            return explainer.name(node).plain();
        }
        return worked.places(number).size() == 1
                ? explainer.element(first.node(), first.element()).plain()
                : question.text();
    }

    String of(int question) {
        return names.get(question);
    }
}
