package chainstep.ui.homework;

import chainstep.homework.Marked;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.paper.Remark;
import chainstep.lang.Model;
import chainstep.math.Rational;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All that the Homework page shows, at one moment.
 *
 * @param model the last that could be run; empty while there was none
 * @param exercise what the model asks, worked out; empty until it is, and where it cannot be
 * @param checked the last marking
 * @param current the question where the keyboard is, or −1
 * @param desk the class being marked
 * @param file where the sheet is kept by the user's wish
 * @param saved whether that file holds what stands here
 * @param said what there is to say in one line
 * @param working whether the sheet is being marked, or the exercise worked out
 * @param run the folder that is being marked or was last; empty where none was
 */
public record HomeworkScene(
        Settings settings,
        Draft draft,
        Optional<Model> model,
        Optional<Exercise> exercise,
        Paper paper,
        Optional<Checked> checked,
        Rules rules,
        int current,
        Desk desk,
        Optional<Path> file,
        boolean saved,
        Optional<Said> said,
        boolean working,
        Optional<ClassRun> run) {
    /** What the page can show. */
    public enum Kind {
        /** Nothing is open. */
        EMPTY,
        /** The text has never been one that can be run. */
        BROKEN,
        /** The model asks nothing. */
        UNASKED,
        /** The model is still being read or worked out. */
        COMING,
        SHEET
    }

    /** What is asked: with the numbers of the student whose sheet this is, where each has their own. */
    @Override
    public Optional<Exercise> exercise() {
        return desk.own().or(() -> exercise);
    }

    /** What the model asks, with its own numbers. */
    Optional<Exercise> asked() {
        return exercise;
    }

    /** What the page shows before anything is open. */
    static HomeworkScene first(Settings settings) {
        return new HomeworkScene(
                settings,
                Draft.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Paper.blank(0),
                Optional.empty(),
                Rules.USUAL,
                -1,
                Desk.NONE,
                Optional.empty(),
                true,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Whether a draft is another assignment's, not this one changed or saved elsewhere. */
    boolean isLeftFor(Draft other) {
        return !other.file().or(other::origin).equals(draft.file().or(draft::origin))
                && !other.text().equals(draft.text());
    }

    /** The same without exercise and sheet. */
    HomeworkScene cleared() {
        return with(Optional.empty(), Paper.blank(0))
                .with(Optional.<Checked>empty())
                .with(Desk.NONE)
                .at(-1)
                .in(Optional.empty(), true);
    }

    public Kind kind() {
        if (exercise.isPresent()) {
            return exercise.get().questions().isEmpty() ? Kind.UNASKED : Kind.SHEET;
        } else if (draft.isEmpty()) {
            return Kind.EMPTY;
        }
        return draft.troubles().isEmpty() && said.filter(Said::wrong).isEmpty() ? Kind.COMING : Kind.BROKEN;
    }

    HomeworkScene on(Settings otherSettings, Draft otherDraft, Optional<Model> otherModel) {
        return new HomeworkScene(
                otherSettings,
                otherDraft,
                otherModel,
                exercise,
                paper,
                checked,
                rules,
                current,
                desk,
                file,
                saved,
                said,
                working,
                run);
    }

    HomeworkScene with(Optional<Exercise> other, Paper sheet) {
        return new HomeworkScene(
                settings,
                draft,
                model,
                other,
                sheet,
                checked,
                rules,
                current,
                desk,
                file,
                saved,
                Optional.empty(),
                working,
                run);
    }

    /** The sheet changed: no file holds it any more. */
    HomeworkScene with(Paper sheet) {
        boolean same = sheet.equals(paper);
        return new HomeworkScene(
                settings,
                draft,
                model,
                exercise,
                sheet,
                checked,
                rules,
                current,
                desk,
                file,
                saved && same,
                Optional.empty(),
                working,
                run);
    }

    HomeworkScene with(Optional<Checked> marking) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, marking, rules, current, desk, file, saved, said, working,
                run);
    }

    HomeworkScene by(Rules other) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, checked, other, current, desk, file, saved, said, working,
                run);
    }

    HomeworkScene at(int question) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, checked, rules, question, desk, file, saved, said, working,
                run);
    }

    HomeworkScene in(Optional<Path> place, boolean holds) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, checked, rules, current, desk, place, holds, said, working,
                run);
    }

    HomeworkScene with(Desk other) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, checked, rules, current, other, file, saved, said, working,
                run);
    }

    HomeworkScene saying(Optional<Said> line) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, checked, rules, current, desk, file, saved, line, working,
                run);
    }

    HomeworkScene working(boolean now) {
        return new HomeworkScene(
                settings, draft, model, exercise, paper, checked, rules, current, desk, file, saved, said, now, run);
    }

    HomeworkScene with(ClassRun other) {
        return new HomeworkScene(
                settings,
                draft,
                model,
                exercise,
                paper,
                checked,
                rules,
                current,
                desk,
                file,
                saved,
                said,
                working,
                Optional.of(other));
    }

    /** How an answer stands, where it has not been changed since. */
    public Optional<Marked> marked(int question) {
        return checked.flatMap(last -> last.of(paper, question));
    }

    public boolean isRight(int question) {
        return marked(question).filter(one -> one.verdict() == Verdict.RIGHT).isPresent();
    }

    /** What an answer counts as: as the teacher says, else as it was marked; empty where it has been changed since. */
    public Optional<Verdict> verdict(int question) {
        return desk.remark(question).verdict().or(() -> marked(question).map(Marked::verdict));
    }

    /** The marks of an answer: those of the teacher's verdict, else those earned; none for one that was revealed. */
    public Rational earned(int question) {
        Optional<Verdict> said = desk.remark(question).verdict();
        if (said.isEmpty()) {
            return checked.filter(last -> marked(question).isPresent())
                    .map(last -> last.marks(question))
                    .orElse(Rational.ZERO);
        }
        return Remark.marks(said.get(), exercise.orElseThrow().questions().get(question), rules);
    }

    /** All marks. */
    public Rational earned() {
        return IntStream.range(0, paper.lines().size()).mapToObj(this::earned).reduce(Rational.ZERO, Rational::add);
    }

    /** The question that is looked at: where the keyboard is, if something went wrong there, else the first slip. */
    public OptionalInt about() {
        if (kind() != Kind.SHEET) {
            return OptionalInt.empty();
        }
        boolean wrong = current >= 0
                && (paper.line(current).hints() > 0
                        || verdict(current).filter(HomeworkScene::isWrong).isPresent());
        return wrong ? OptionalInt.of(current) : firstSlip();
    }

    /** The first answer that counts as wrong by itself, in the order of the assignment. */
    public OptionalInt firstSlip() {
        return IntStream.range(0, paper.lines().size())
                .filter(k -> verdict(k).filter(Verdict.SLIP::equals).isPresent())
                .findFirst();
    }

    /** How many answers counted as this when they were last marked, or do by the teacher's word; those revealed have no verdict. */
    public long count(Verdict verdict) {
        return IntStream.range(0, paper.lines().size())
                .filter(k -> counted(k).filter(verdict::equals).isPresent())
                .count();
    }

    private Optional<Verdict> counted(int question) {
        return desk.remark(question)
                .verdict()
                .or(() -> checked.filter(last -> !last.paper().line(question).revealed())
                        .map(last -> last.sheet().answers().get(question).verdict()));
    }

    private static boolean isWrong(Verdict verdict) {
        return verdict == Verdict.SLIP || verdict == Verdict.CARRIED || verdict == Verdict.UNREADABLE;
    }
}
