package chainstep.ui.homework;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Rules;
import chainstep.lang.Model;
import chainstep.run.Progress;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.DebugView;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Tasks;
import chainstep.ui.homework.Papers.Stood;
import chainstep.words.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Alone marks: every wish about a sheet comes in here, and every view of the Homework page is shown the scene it leads to.
 *
 * <p>Called on the event thread; marking is done beside it. The model is that of the Debug page.
 */
public final class HomeworkController implements DebugView {
    private final Tasks tasks;
    private final LongSupplier millis;
    private final List<HomeworkView> views = new ArrayList<>();
    private final Papers papers = new Papers();
    private HomeworkScene scene;
    private Runnable leaving = () -> {};
    private boolean on;
    private long readings;
    private long checks;

    /**
     * @param tasks beside those of the debugger
     * @param millis a clock
     */
    public HomeworkController(Tasks tasks, Settings settings, LongSupplier millis) {
        this.tasks = tasks;
        this.millis = millis;
        this.scene = HomeworkScene.first(settings);
    }

    public HomeworkScene scene() {
        return scene;
    }

    /** Adds a view, which is shown the scene at once. */
    public void add(HomeworkView view) {
        views.add(view);
        view.show(scene);
    }

    /** Whether the page is the one that is seen: until it is, nothing is worked out. */
    public void turn(boolean seen) {
        on = seen;
        work();
    }

    /** The model that the debugger has is the one that is asked about. */
    @Override
    public void show(DebugScene other) {
        Optional<Model> model = other.sitting().map(Sitting::model);
        boolean begun =
                model.isEmpty() && !other.draft().text().equals(scene.draft().text());
        boolean same = scene.settings().equals(other.settings())
                && scene.draft().equals(other.draft())
                && model.equals(scene.model());
        if (!same) {
            if (scene.isLeftFor(other.draft())) {
                putAway();
            }
            show(scene.on(other.settings(), other.draft(), begun ? Optional.empty() : model));
            work();
        }
    }

    /** Nothing of a sheet goes over to another assignment. */
    private void putAway() {
        leaving.run();
        readings++;
        papers.begin(Paper.blank(0));
        scene = scene.cleared();
    }

    /** What is done before the sheet is put away for another assignment. */
    public void whenLeaving(Runnable deed) {
        leaving = deed;
    }

    private void work() {
        boolean worked = scene.asked().map(Exercise::model).equals(scene.model());
        if (!on || worked) {
            return;
        }
        if (scene.model().isEmpty()) {
            readings++;
            papers.begin(Paper.blank(0));
            show(scene.with(Optional.empty(), Paper.blank(0)).with(Optional.<Checked>empty()));
            return;
        }
        Model model = scene.model().get();
        long reading = ++readings;
        tasks.run(
                progress -> Exercise.of(model),
                reached -> {},
                exercise -> {
                    if (reading == readings) {
                        begin(exercise);
                    }
                },
                trouble -> {
                    if (reading == readings) {
                        complain(Mishap.of(trouble));
                    }
                });
    }

    private void begin(Exercise exercise) {
        Optional<Exercise> before = scene.asked();
        Paper paper = before.map(old -> exercise.adopted(scene.paper(), old))
                .orElseGet(() -> Paper.blank(exercise.questions().size()));
        Desk desk = before.map(old -> exercise.adopted(scene.desk(), old)).orElse(scene.desk());
        papers.begin(paper);
        show(scene.with(Optional.of(exercise), paper)
                .with(Optional.<Checked>empty())
                .with(desk)
                .at(-1));
        if (!paper.isBlank()) {
            check();
        }
    }

    /** The keyboard is at a question. */
    public void look(int question) {
        if (question != scene.current() && question < scene.paper().lines().size()) {
            show(scene.at(question));
        }
    }

    /** Something is typed at a question. */
    public void type(int question, String text) {
        if (!scene.paper().line(question).written().equals(text)
                && !scene.paper().line(question).revealed()) {
            papers.type(question, stood());
            change(paper -> paper.writing(question, text));
        }
    }

    /** The keyboard leaves a question: what was typed there is marked. */
    public void leave() {
        papers.seal();
        boolean changed = scene.checked()
                .map(last -> !last.paper().written().equals(scene.paper().written()))
                .orElse(!scene.paper().isBlank());
        if (changed) {
            check();
        }
    }

    /** Fills the questions from one on, as they stand on the page. */
    public void fill(int from, List<String> texts) {
        List<Integer> order = exercise().order();
        int start = order.indexOf(from);
        papers.change(stood());
        change(paper -> {
            Paper filled = paper;
            for (int k = 0; k < texts.size() && start + k < order.size(); k++) {
                filled = filled.writing(order.get(start + k), texts.get(k).strip());
            }
            return filled;
        });
        check();
    }

    /** Fills in what rows of names and answers say, such as a spreadsheet's; false where a text is nothing of the kind. */
    public boolean fill(String rows) {
        Optional<AnswerSheet> sheet = exercise().pasted(rows);
        sheet.ifPresent(pasted -> {
            replace(scene.paper().filled(pasted));
            pasted.strangers().stream().findFirst().ifPresent(this::complain);
        });
        return sheet.isPresent();
    }

    /** Puts another sheet on the page, on no desk; what stood there can be had back, unless it was a student's of a class. */
    public void put(Paper paper, Optional<Path> file) {
        boolean shared = scene.desk().isOpen();
        if (!shared) {
            papers.put(stood());
        }
        Paper helped = papers.helped(paper);
        put(new Stood(helped, file, file.isPresent() && helped.equals(paper)), Desk.NONE, shared);
    }

    /** Puts back the sheet that was kept, as if it had never been away. */
    void back(Paper paper) {
        papers.help(paper);
        put(new Stood(papers.helped(paper), Optional.empty(), false), Desk.NONE, true);
    }

    /** Puts a sheet of a class on the page. */
    void put(Paper paper, Optional<Path> file, Desk desk) {
        put(new Stood(paper, file, file.isPresent()), desk, true);
    }

    private void put(Stood next, Desk desk, boolean alone) {
        if (alone) {
            papers.clear();
        }
        show(scene.with(scene.asked(), next.paper())
                .with(Optional.<Checked>empty())
                .with(desk)
                .at(-1)
                .in(next.file(), next.saved()));
        check();
    }

    private Stood stood() {
        return new Stood(scene.paper(), scene.file(), scene.saved());
    }

    /** Changes all of a sheet at once, so that it can be taken back. */
    public void replace(Paper paper) {
        papers.change(stood());
        change(now -> now.written(paper));
        check();
    }

    /** Does some work beside the page, and complains of what it throws. */
    <T> void aside(Function<Progress, T> work, Consumer<T> done) {
        tasks.run(work, reached -> {}, done, trouble -> complain(Mishap.of(trouble)));
    }

    /** Another class, another sheet of it, or other remarks. */
    void desk(Desk desk) {
        show(scene.with(desk));
    }

    /** How far a folder is marked that is marked at once. */
    void run(ClassRun now) {
        show(scene.with(now));
    }

    /** Puts the class away with the sheet that was on the page. */
    void closeDesk() {
        int questions = scene.asked().orElseThrow().questions().size();
        put(new Stood(Paper.blank(questions), Optional.empty(), true), Desk.NONE, true);
    }

    /** The sheet is what a file holds now. */
    public void saved(Path file) {
        show(scene.in(Optional.of(file), true));
    }

    private void change(UnaryOperator<Paper> edit) {
        show(scene.with(edit.apply(scene.paper())));
    }

    public boolean canUndo() {
        return papers.canUndo();
    }

    public boolean canRedo() {
        return papers.canRedo();
    }

    public void undo() {
        if (canUndo()) {
            turn(papers.undo(stood()));
        }
    }

    public void redo() {
        if (canRedo()) {
            turn(papers.redo(stood()));
        }
    }

    private void turn(Stood then) {
        show(scene.with(then.paper()).in(then.file(), then.saved()));
        check();
    }

    public void rules(Rules rules) {
        show(scene.by(rules));
        check();
    }

    /** Marks the sheet as it stands. */
    public void check() {
        if (scene.exercise().isEmpty()) {
            return;
        }
        papers.seal();
        Exercise exercise = exercise();
        Paper paper = scene.paper();
        Rules rules = scene.rules();
        long check = ++checks;
        show(scene.working(true));
        long begun = millis.getAsLong();
        tasks.run(
                progress -> Checked.of(exercise, paper, rules).in(millis.getAsLong() - begun),
                reached -> {},
                checked -> {
                    if (check == checks
                            && scene.exercise().filter(now -> now == exercise).isPresent()) {
                        show(scene.with(Optional.of(checked)).working(false));
                    }
                },
                trouble -> complain(Mishap.of(trouble)));
    }

    /** One more hint for the question where the keyboard is. */
    public void hint() {
        help(line -> new Paper.Line(line.written(), Math.min(Hints.STAGES, line.hints() + 1), line.revealed()));
    }

    public boolean canHelp() {
        int at = scene.current();
        return scene.kind() == HomeworkScene.Kind.SHEET
                && !scene.desk().isOpen()
                && at >= 0
                && !scene.isRight(at)
                && !scene.paper().line(at).revealed();
    }

    public boolean canHint() {
        return canHelp() && scene.paper().line(scene.current()).hints() < Hints.STAGES;
    }

    /** Writes the right answer down, which then earns nothing. */
    public void reveal() {
        if (canHelp()) {
            reveal(scene.current());
        }
    }

    /** The same at any question. */
    public void reveal(int question) {
        String answer = exercise().exact(question);
        change(paper ->
                paper.with(question, new Paper.Line(answer, paper.line(question).hints(), true)));
        papers.help(scene.paper());
        check();
    }

    /** Whether to see the exact value of a question is to have it revealed: a student's, not answered right. */
    public boolean isSecret(int question) {
        return !scene.desk().isOpen()
                && !scene.isRight(question)
                && !scene.paper().line(question).revealed();
    }

    private void help(UnaryOperator<Paper.Line> helped) {
        if (canHelp()) {
            int question = scene.current();
            change(paper -> paper.with(question, helped.apply(paper.line(question))));
            papers.help(scene.paper());
        }
    }

    private Exercise exercise() {
        return scene.exercise().orElseThrow();
    }

    /** Says something in the status bar. */
    public void say(Phrase message) {
        show(scene.saying(Optional.of(new Said(message, false))));
    }

    /** Says in the status bar what went wrong, or cannot be done. */
    public void complain(Phrase message) {
        show(scene.saying(Optional.of(new Said(message, true))).working(false));
    }

    private void show(HomeworkScene next) {
        scene = next;
        List.copyOf(views).forEach(view -> view.show(scene));
    }
}
