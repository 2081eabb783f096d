package chainstep.ui.homework;

import chainstep.graph.OperandException;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Marked;
import chainstep.homework.Rules;
import chainstep.homework.answer.SheetException;
import chainstep.lang.Model;
import chainstep.lang.SourceError;
import chainstep.run.Progress;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugScene.Said;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Tasks;
import chainstep.ui.derivation.Slipped;
import chainstep.words.Phrase;
import java.io.UncheckedIOException;
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
        this.scene = new HomeworkScene(
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
            show(scene.on(other.settings(), other.draft(), begun ? Optional.empty() : model));
            work();
        }
    }

    private void work() {
        boolean worked = scene.exercise().map(Exercise::model).equals(scene.model());
        if (!on || worked) {
            return;
        }
        if (scene.model().isEmpty()) {
            readings++;
            papers.clear();
            show(scene.with(Optional.empty(), Paper.blank(0)).with(Optional.empty()));
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
                        complain(mishap(trouble));
                    }
                });
    }

    static Phrase mishap(RuntimeException trouble) {
        if (trouble instanceof SourceError error) {
            return error.phrase();
        } else if (trouble instanceof SheetException unread) {
            return unread.phrase();
        } else if (trouble instanceof UncheckedIOException unreadable) {
            return Phrase.of(
                    "ui",
                    "file.unreadable",
                    String.valueOf(unreadable.getCause().getMessage()));
        }
        return trouble instanceof OperandException error
                ? new Phrase("op", error.key(), error.arguments())
                : Phrase.of("ui", "bug", trouble);
    }

    private void begin(Exercise exercise) {
        Optional<Exercise> before = scene.exercise();
        Paper paper = before.map(old -> exercise.adopted(scene.paper(), old))
                .orElseGet(() -> Paper.blank(exercise.questions().size()));
        papers.clear();
        show(scene.with(Optional.of(exercise), paper).with(Optional.empty()).at(-1));
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
            papers.type(question, scene.paper());
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
        papers.change(scene.paper());
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

    /** Puts another sheet on the page, on no desk. */
    public void put(Paper paper, Optional<Path> file) {
        put(paper, file, Desk.NONE);
    }

    /** Puts a sheet of a class on the page. */
    void put(Paper paper, Optional<Path> file, Desk desk) {
        papers.clear();
        show(scene.with(scene.exercise(), paper)
                .with(Optional.empty())
                .with(desk)
                .at(-1)
                .in(file, file.isPresent()));
        check();
    }

    /** Changes all of a sheet at once, so that it can be taken back. */
    public void replace(Paper paper) {
        papers.change(scene.paper());
        change(now -> now.written(paper));
        check();
    }

    /** Does some work beside the page, and complains of what it throws. */
    <T> void aside(Function<Progress, T> work, Consumer<T> done) {
        tasks.run(work, reached -> {}, done, trouble -> complain(mishap(trouble)));
    }

    /** Another class, another sheet of it, or other remarks. */
    void desk(Desk desk) {
        show(scene.with(desk));
    }

    /** How far a folder is marked that is marked at once. */
    void run(ClassRun now) {
        show(scene.with(now));
    }

    /** Puts the class away; the sheet stays. */
    public void closeDesk() {
        show(scene.with(Desk.NONE));
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
            change(papers::undo);
            check();
        }
    }

    public void redo() {
        if (canRedo()) {
            change(papers::redo);
            check();
        }
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
                trouble -> complain(mishap(trouble)));
    }

    /** One more hint for the question where the keyboard is. */
    public void hint() {
        help(line -> new Paper.Line(line.written(), Math.min(Hints.STAGES, line.hints() + 1), line.revealed()));
    }

    public boolean canHelp() {
        int at = scene.current();
        return scene.kind() == HomeworkScene.Kind.SHEET
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
        check();
    }

    /** Whether to see the exact value of a question is to have it revealed: a student's, not answered right. */
    public boolean isSecret(int question) {
        return !scene.desk().isOpen()
                && !scene.isRight(question)
                && !scene.paper().line(question).revealed();
    }

    /**
     * Works an answer once more with what went wrong in it.
     *
     * @param then told of it; of nothing where no known mistake gives the answer
     */
    public void retrace(int question, Consumer<Optional<Slipped>> then) {
        Optional<Marked> marked =
                scene.marked(question).filter(one -> !one.findings().isEmpty());
        if (marked.isEmpty()) {
            then.accept(Optional.empty());
            return;
        }
        Exercise exercise = exercise();
        AnswerSheet sheet = scene.checked().orElseThrow().sheet().sheet();
        tasks.run(
                progress -> exercise.slipped(sheet, question, marked.get()),
                reached -> {},
                then,
                trouble -> complain(mishap(trouble)));
    }

    private void help(UnaryOperator<Paper.Line> helped) {
        if (canHelp()) {
            int question = scene.current();
            change(paper -> paper.with(question, helped.apply(paper.line(question))));
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
