package chainstep.ui.window;

import chainstep.ui.Pane;
import chainstep.ui.command.Commands;
import chainstep.ui.homework.HomeworkController;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.HomeworkScene.Kind;
import chainstep.ui.homework.HomeworkStatus;
import chainstep.ui.homework.HomeworkView;
import chainstep.ui.homework.Notice;
import chainstep.ui.homework.ProblemView;
import chainstep.ui.homework.ProposalView;
import chainstep.ui.homework.SheetView;
import chainstep.ui.homework.TotalView;
import chainstep.ui.homework.WrongView;
import chainstep.ui.look.Palette;
import chainstep.ui.window.Shares.Line;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;

/**
 * The Homework page: the problem at the left, the answer sheet in the middle, what went wrong at the right; in a narrow window
 * problem and mistake above each other.
 */
final class HomeworkPage extends JPanel implements HomeworkView {
    private static final int NARROW = 1000;
    /** Where words are as large as a lecture hall needs. */
    private static final int NARROW_IN_HALL = 1500;

    private final transient Shares shares;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JPanel desk = new JPanel(new BorderLayout());
    private final SheetView sheet;
    private final Pane problem;
    private final Pane answers;
    private final Pane wrong;
    private Palette palette = Palette.of(chainstep.ui.look.Theme.LIGHT);
    private boolean narrow;
    private boolean hall;
    private transient Optional<Component> content = Optional.empty();

    /**
     * @param ask takes what a model that asks nothing shall ask
     * @param deed what the button of the status line does
     */
    HomeworkPage(
            HomeworkController controller,
            Commands commands,
            Shares shares,
            Consumer<List<String>> ask,
            Runnable deed) {
        super(new BorderLayout());
        this.shares = shares;
        ProblemView problemView = followed(controller, new ProblemView());
        WrongView wrongView = followed(controller, new WrongView());
        this.sheet = followed(controller, new SheetView(controller));
        this.problem = new Pane("homework.problem", problemView);
        this.answers =
                new Pane("homework.sheet", sheet).with(followed(controller, new PaneHint("homework.sheet.hint")));
        this.wrong = new Pane("homework.wrong", wrongView)
                .with(followed(controller, new PaneLink(commands.get("homework.debugger"))));
        TotalView total = followed(controller, new TotalView());
        HomeworkBar bar = followed(controller, new HomeworkBar(commands, total));
        List<Action> begin = List.of(commands.get("new"), commands.get("samples"), commands.get("open"));
        Notice notice = followed(controller, new Notice(begin, List.of(commands.get("page.debug"))));
        middle.add(desk, Kind.SHEET.name());
        middle.add(notice, Kind.EMPTY.name());
        middle.add(followed(controller, new ProposalView(ask)), Kind.UNASKED.name());
        arrange();
        add(bar, BorderLayout.PAGE_START);
        add(middle, BorderLayout.CENTER);
        add(followed(controller, new HomeworkStatus(deed)), BorderLayout.PAGE_END);
        controller.add(this);
    }

    private static <V extends HomeworkView> V followed(HomeworkController controller, V view) {
        controller.add(view);
        return view;
    }

    /** The panes, which show their titles with the rest of the window. */
    List<Pane> panes() {
        return List.of(problem, answers, wrong);
    }

    /** Brings the keyboard to the sheet. */
    void focus() {
        if (!sheet.first()) {
            requestFocusInWindow();
        }
    }

    SheetView sheet() {
        return sheet;
    }

    void updateLooks() {
        List.of(problem, answers, wrong).forEach(SwingUtilities::updateComponentTreeUI);
    }

    @Override
    public void doLayout() {
        boolean now = getWidth() < (hall ? NARROW_IN_HALL : NARROW);
        if (isVisible() && getWidth() > 0 && narrow != now) {
            narrow = now;
            arrange();
        }
        super.doLayout();
    }

    private void arrange() {
        content.ifPresent(desk::remove);
        Component page = narrow
                ? split(
                        JSplitPane.HORIZONTAL_SPLIT,
                        answers,
                        split(JSplitPane.VERTICAL_SPLIT, problem, wrong, Line.HOMEWORK_STACK, 0.5),
                        Line.HOMEWORK_NARROW,
                        1)
                : split(
                        JSplitPane.HORIZONTAL_SPLIT,
                        problem,
                        split(JSplitPane.HORIZONTAL_SPLIT, answers, wrong, Line.HOMEWORK_RIGHT, 1),
                        Line.HOMEWORK_LEFT,
                        0);
        content = Optional.of(page);
        desk.add(page);
        desk.revalidate();
    }

    private Split split(int direction, Component first, Component second, Line line, double keeps) {
        Split split = new Split(direction, first, second, shares, line, keeps);
        split.colour(palette);
        return split;
    }

    @Override
    public void show(HomeworkScene scene) {
        Palette next = Palette.of(scene.settings().theme());
        if (next != palette) {
            palette = next;
            arrange();
        }
        if (hall != scene.settings().projector()) {
            hall = scene.settings().projector();
            revalidate();
        }
        boolean notice = scene.kind() != Kind.SHEET && scene.kind() != Kind.UNASKED;
        cards.show(middle, notice ? Kind.EMPTY.name() : scene.kind().name());
    }
}
