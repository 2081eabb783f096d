package chainstep.homework.mark;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Rules;
import chainstep.homework.Worked;
import chainstep.homework.mistake.Diagnosis;
import chainstep.homework.mistake.Retraced;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks sheets of one assignment: prepared once, then used for any number of sheets, by any number of threads.
 *
 * <p>Every number is judged by its digits and by the student's own numbers before it ({@link Judged}); what is wrong is looked for in
 * what was wrong before ({@link Carried}). An array earns its marks whole or not at all.
 */
public final class Checker {
    private final Worked worked;
    private final Web web;
    private final Fractions fractions;
    private final Formulas formulas;
    private final Reasons reasons;
    private final Diagnosis diagnosis;

    public Checker(Worked worked) {
        this.worked = worked;
        this.web = new Web(worked);
        this.fractions = new Fractions(worked);
        this.formulas = new Formulas(worked);
        this.reasons = new Reasons(worked);
        this.diagnosis = new Diagnosis(worked);
    }

    /** Marks one sheet of an assignment that is used only once. */
    public static MarkedSheet check(Worked worked, AnswerSheet sheet, Rules rules) {
        return new Checker(worked).check(sheet, rules);
    }

    /**
     * Marks one sheet.
     *
     * @throws IllegalArgumentException when it answers another number of questions
     */
    public MarkedSheet check(AnswerSheet sheet, Rules rules) {
        int questions = worked.assignment().questions().size();
        if (sheet.answers().size() != questions) {
            throw new IllegalArgumentException(sheet.answers().size() + " answers to " + questions + " questions");
        }
        Sitting sitting = new Sitting(this, sheet, rules);
        List<Marked> marked = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            marked.add(sitting.mark(question));
        }
        return new MarkedSheet(sheet, marked);
    }

    Worked worked() {
        return worked;
    }

    Question question(int number) {
        return worked.assignment().questions().get(number);
    }

    Web web() {
        return web;
    }

    Formulas formulas() {
        return formulas;
    }

    Reasons reasons() {
        return reasons;
    }

    /** An answer of a sheet worked once more, with the simplest mistake of one of its findings in it. */
    public Optional<Retraced> retrace(AnswerSheet sheet, int question, Finding finding) {
        Optional<Shape> misfit = sheet.answers().get(question) instanceof Answer.Misshapen misshapen
                ? Optional.of(misshapen.shape())
                : Optional.empty();
        return diagnosis.retrace(question, misfit, finding, new Sitting(this, sheet, Rules.USUAL).earlier(question));
    }

    /** What finds out what went wrong. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /** The exact value of one number of an answer as a fraction, where it is one. */
    Optional<Rational> fraction(int question, int index) {
        Place place = worked.places(question).get(index);
        return fractions.at(place);
    }
}
