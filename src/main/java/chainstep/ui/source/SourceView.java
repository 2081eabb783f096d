package chainstep.ui.source;

import chainstep.debug.Breakpoint;
import chainstep.graph.Origin;
import chainstep.lang.Span;
import chainstep.math.Format;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.number.NumberEditor;
import chainstep.ui.number.Numbers;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.Element;

/** The source of the model: edited here, run again after a short pause, with the line that is now. */
public final class SourceView extends JPanel implements DebugView {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MS = 250;
    private static final float SIZE = 13;
    private static final float LARGE = 20;

    private final transient DebugController controller;
    private final SourceText text = new SourceText();
    private final transient Editing editing;
    private final transient Completions completions = new Completions();
    private final SourceMargin margin;
    private final JScrollPane scroll = new JScrollPane(text);
    private final LineSight sight = new LineSight(text, scroll.getViewport());
    private final Timer pause;
    private final transient Numbers numbers;
    private transient Optional<NumberEditor> editor = Optional.empty();
    private transient Optional<DebugScene> shown = Optional.empty();
    private transient List<Mark> marks = List.of();

    public SourceView(DebugController controller) {
        this(controller, PAUSE_MS);
    }

    /** @param pauseMs how long typing must rest before the text is run */
    SourceView(DebugController controller, int pauseMs) {
        super(new BorderLayout());
        this.controller = controller;
        this.pause = new Timer(pauseMs, rested -> commit());
        pause.setRepeats(false);
        this.editing = new Editing(text, pause::restart, controller::sample);
        this.numbers = new Numbers(controller);
        this.margin = new SourceMargin(text, this::toggle);
        text.setToolTipSupplier((area, event) -> wordsAt(text.viewToModel2D(event.getPoint())));
        text.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (SwingUtilities.isLeftMouseButton(event) && event.getClickCount() == 1) {
                    pick(text.lineAt(event.getY()));
                } else if (SwingUtilities.isLeftMouseButton(event) && event.getClickCount() == 2) {
                    editNumber(text.viewToModel2D(event.getPoint()));
                }
            }
        });
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setRowHeaderView(margin);
        add(scroll, BorderLayout.CENTER);
        completions.installIn(text);
    }

    /** Picks what a line computes; the line that is now lets go of what is picked. */
    private void pick(int line) {
        pickable(line).ifPresent(controller::pick);
    }

    /** What a click on a line picks, while the lines are those that are run; nothing where it computes nothing. */
    private Optional<Optional<Picked>> pickable(int line) {
        return shown.flatMap(DebugScene::sitting)
                .filter(sitting -> !sitting.stale() && !pause.isRunning())
                .flatMap(sitting -> {
                    boolean isNow = sitting.state().line() == line;
                    Optional<Picked> there = value(sitting, line);
                    return Optional.of(there.filter(what -> !isNow)).filter(what -> isNow || there.isPresent());
                });
    }

    /** Whether the line with the caret computes something that can be picked. */
    public boolean canPick() {
        return pickable(text.getCaretLineNumber() + 1).isPresent();
    }

    /** Picks what the line with the caret computes, as a click on it does. */
    public void pick() {
        pick(text.getCaretLineNumber() + 1);
    }

    /** Whether the caret is at a number. */
    public boolean isAtNumber() {
        return text.isFocusOwner() && place(text.getCaretPosition()).isPresent();
    }

    /** Offers to change the number at the caret. */
    public void editNumber() {
        editNumber(text.getCaretPosition());
    }

    /** Offers to change the number at an offset, which is marked. */
    private void editNumber(int offset) {
        commit();
        place(offset).ifPresent(place -> {
            int line = text.offset(place.line(), 1);
            text.select(line + place.from(), line + place.to());
            NumberEditor raised = numbers.of(place);
            editor = Optional.of(raised);
            raised.popUp(text, text.spot(line + place.from()));
        });
    }

    private Optional<Numbers.Place> place(int offset) {
        Element lines = text.getDocument().getDefaultRootElement();
        int line = lines.getElementIndex(offset);
        return numbers.at(line + 1, offset - lines.getElement(line).getStartOffset());
    }

    /** The editor of a number offered last. */
    Optional<NumberEditor> editor() {
        return editor;
    }

    /** The value that a line gives a name to. */
    private static Optional<Picked> value(Sitting sitting, int line) {
        return sitting.model().program().nodes().stream()
                .filter(node -> node.isNamed() && node.origin().line() == line)
                .reduce((earlier, later) -> later)
                .map(node -> Picked.whole(node.id()));
    }

    private void toggle(int line) {
        commit();
        int run = controller.scene().inRun(line);
        controller.stops().toggle(run > 0 ? run : line);
    }

    /** Hands on what was typed, without waiting for a pause. */
    public void commit() {
        pause.stop();
        editing.typed().ifPresent(controller::edit);
    }

    /** Ends a change made elsewhere, so that the next one is taken back by itself. */
    @Override
    public void settle() {
        editing.seal();
    }

    public boolean canUndo() {
        return text.canUndo();
    }

    public boolean canRedo() {
        return text.canRedo();
    }

    /** What is looked at stays in sight, unless it is the text that is worked on. */
    private void inPlace(Runnable change) {
        boolean looking = !text.isFocusOwner()
                && shown.map(SourceView::lit).filter(sight::holds).isPresent();
        change.run();
        commit();
        if (looking) {
            EventQueue.invokeLater(() -> shown.map(SourceView::lit).ifPresent(sight::reveal));
        }
    }

    /** Takes back the last change of the source, wherever it was made. */
    public void undo() {
        inPlace(text::undoLastAction);
    }

    public void redo() {
        inPlace(text::redoLastAction);
    }

    /** Sets or takes a breakpoint on the line with the caret. */
    public void toggleBreakpoint() {
        toggle(text.getCaretLineNumber() + 1);
    }

    /** Puts the keyboard in the text. */
    public void focus() {
        text.requestFocusInWindow();
    }

    /** Puts the caret at the beginning of a line. */
    public void go(int line) {
        Element lines = text.getDocument().getDefaultRootElement();
        int known = Math.max(0, Math.min(line, lines.getElementCount()) - 1);
        text.setCaretPosition(lines.getElement(known).getStartOffset());
        sight.reveal(known + 1);
    }

    @Override
    public void show(DebugScene scene) {
        Optional<DebugScene> before = shown;
        shown = Optional.of(scene);
        if (before.map(DebugScene::settings).filter(scene.settings()::equals).isEmpty()) {
            dress(scene.settings());
        }
        if (before.map(DebugScene::draft).filter(scene.draft()::equals).isEmpty()) {
            editing.take(scene.draft());
            if (!editing.isOwn() && before.filter(scene::begins).isPresent()) {
                text.begin();
                EventQueue.invokeLater(text::begin);
            }
        }
        var model = scene.sitting().map(Sitting::model);
        if (before.isEmpty()
                || !before.flatMap(DebugScene::sitting).map(Sitting::model).equals(model)) {
            completions.know(model);
        }
        mark(scene);
        boolean anew = !before.flatMap(DebugScene::sitting).map(Sitting::model).equals(model);
        boolean moved = before.filter(last -> litInRun(last) == litInRun(scene)).isEmpty();
        // what is written anew from elsewhere takes the view along, what is typed must not
        if (editing.isOwn() ? moved && !anew : moved || anew) {
            sight.reveal(lit(scene));
            // a text taken anew puts its caret in sight later
            EventQueue.invokeLater(() -> sight.reveal(lit(shown.orElse(scene))));
        }
    }

    /** Before its first layout a text has no size, and nothing can be scrolled into sight. */
    @Override
    public void doLayout() {
        boolean first = scroll.getHeight() == 0;
        super.doLayout();
        if (first && scroll.getHeight() > 0) {
            scroll.doLayout();
            scroll.getViewport().setViewPosition(new Point(0, 0));
            shown.map(SourceView::lit).filter(line -> line > 0).ifPresent(sight::reveal);
        }
    }

    private static int line(DebugScene scene) {
        return scene.inText(lineInRun(scene));
    }

    private static int lineInRun(DebugScene scene) {
        return scene.sitting().map(sitting -> sitting.state().line()).orElse(0);
    }

    /** The line of what is picked, else the one that is now; 0 where there is neither. */
    private static int lit(DebugScene scene) {
        return scene.inText(litInRun(scene));
    }

    private static int litInRun(DebugScene scene) {
        int picked = pickedInRun(scene);
        return picked > 0 ? picked : lineInRun(scene);
    }

    private static int pickedInRun(DebugScene scene) {
        return scene.sitting()
                .flatMap(sitting ->
                        scene.picked().map(picked -> sitting.state().program().node(picked.node())))
                .map(node -> node.origin().line())
                .orElse(0);
    }

    private void dress(Settings settings) {
        text.dress(Palette.of(settings.theme()), size(settings));
        text.getAccessibleContext()
                .setAccessibleName(Words.of("ui", settings.locale()).say("source.text"));
        margin.getAccessibleContext()
                .setAccessibleName(Words.of("ui", settings.locale()).say("source.margin"));
    }

    private static float size(Settings settings) {
        return settings.projector() ? LARGE : SIZE;
    }

    private void mark(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        marks = marks(scene);
        text.clear();
        int now = line(scene);
        int picked = scene.inText(pickedInRun(scene));
        if (picked != now) {
            text.band(picked, palette.get(Hue.VALUE_GROUND));
        }
        text.band(now, palette.get(Hue.NOW_GROUND));
        marks.forEach(mark -> text.wave(mark.span(), palette.get(mark.wrong() ? Hue.WRONG : Hue.NOW)));
        margin.show(palette, size(scene.settings()), now, dots(scene), marks);
    }

    private static List<Mark> marks(DebugScene scene) {
        Locale locale = scene.settings().locale();
        List<Mark> marks = new ArrayList<>();
        Draft draft = scene.draft();
        draft.troubles().forEach(trouble -> marks.add(Mark.of(trouble, true, locale)));
        scene.sitting()
                .filter(sitting -> !sitting.stale())
                .ifPresent(sitting ->
                        sitting.model().warnings().forEach(warning -> marks.add(Mark.of(warning, false, locale))));
        scene.sitting()
                .filter(sitting -> !sitting.stale())
                .ifPresent(sitting -> notFinite(sitting, locale).ifPresent(marks::add));
        return marks;
    }

    /** Points at the line where the first number that is not finite was written. */
    private static Optional<Mark> notFinite(Sitting sitting, Locale locale) {
        return sitting.notFinite().flatMap(first -> {
            Origin place = sitting.model().program().node(first.node()).origin();
            String what = Words.of("ui", locale)
                    .say(
                            "source.notfinite",
                            sitting.explainer()
                                    .element(first.node(), first.element())
                                    .plain(),
                            Format.typographic(Format.significant(first.value(), 6)));
            return Optional.of(place)
                    .filter(known -> known.line() > 0)
                    .map(known -> new Mark(
                            new Span(known.line(), known.column(), known.endLine(), known.endColumn()), true, what));
        });
    }

    private static Map<Integer, SourceMargin.Dot> dots(DebugScene scene) {
        Map<Integer, SourceMargin.Dot> dots = new HashMap<>();
        List<Breakpoint> all = scene.sitting().map(Sitting::breakpoints).orElse(List.of());
        for (Breakpoint breakpoint : all) {
            boolean narrowed = breakpoint.place() instanceof Breakpoint.Narrowed;
            String says = breakpoint.place() instanceof Breakpoint.Narrowed at
                    ? "● " + at.condition().text()
                    : "●";
            breakpoint
                    .place()
                    .line()
                    .ifPresent(line ->
                            dots.put(scene.inText(line), new SourceMargin.Dot(breakpoint.enabled(), narrowed, says)));
        }
        return dots;
    }

    private String wordsAt(int offset) {
        return marks.stream()
                .filter(mark -> text.offset(mark.span().line(), mark.span().column()) <= offset
                        && offset
                                <= text.offset(
                                        mark.span().endLine(), mark.span().endColumn()))
                .map(Mark::words)
                .findFirst()
                .orElse(null);
    }

    /** What is shown, as text: each line with its signs, then what is said about it. */
    String dump() {
        DebugScene scene = shown.orElseThrow();
        Map<Integer, SourceMargin.Dot> dots = dots(scene);
        StringBuilder dump = new StringBuilder();
        String[] lines = text.getText().split("\n", -1);
        for (int line = 1; line <= lines.length; line++) {
            int number = line;
            dump.append(dots.containsKey(line) ? dots.get(line).enabled() ? "●" : "○" : " ")
                    .append(line(scene) == line ? "→" : " ")
                    .append(line)
                    .append(' ')
                    .append(lines[line - 1])
                    .append('\n');
            marks.stream()
                    .filter(mark -> mark.span().line() == number)
                    .forEach(mark -> dump.append("  ! ").append(mark.words()).append('\n'));
        }
        return dump.toString();
    }
}
