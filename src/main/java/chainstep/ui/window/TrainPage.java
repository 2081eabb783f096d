package chainstep.ui.window;

import chainstep.ui.Pane;
import chainstep.ui.command.Commands;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import chainstep.ui.train.AgreementView;
import chainstep.ui.train.AnswerView;
import chainstep.ui.train.ChartsView;
import chainstep.ui.train.LayersCharts;
import chainstep.ui.train.NetworkView;
import chainstep.ui.train.ReelView;
import chainstep.ui.train.RunsView;
import chainstep.ui.train.SettingsView;
import chainstep.ui.train.SurfaceView;
import chainstep.ui.train.TrainController;
import chainstep.ui.train.TrainNotice;
import chainstep.ui.train.TrainScene;
import chainstep.ui.train.TrainStatus;
import chainstep.ui.train.TrainView;
import chainstep.ui.window.Shares.Line;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.GridLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The Train page: settings at the left, the network and what it answers in the middle, curves at the right. */
final class TrainPage extends JPanel implements TrainView {
    /** Less wide than that, the curves lie below the network. */
    private static final int NARROW = 1000;

    private final transient Shares shares;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JPanel desk = new JPanel(new BorderLayout());
    private final Pane settings;
    private final Pane network;
    private final JPanel pictures = new JPanel(new GridLayout(1, 2));
    private final List<Pane> charts;
    private final JScrollPane curves;
    private final TrainBar bar;
    private Palette palette = Palette.of(Theme.LIGHT);
    private boolean narrow;
    private transient Optional<Component> content = Optional.empty();

    TrainPage(TrainController controller, Commands commands, Shares shares, SettingsView controls, Runnable stopped) {
        super(new BorderLayout());
        this.shares = shares;
        AnswerView answer = followed(controller, new AnswerView());
        this.settings = new Pane("train.settings", followed(controller, controls));
        this.network = new Pane("train.network", followed(controller, new NetworkView(answer)));
        pictures.add(answer);
        pictures.add(followed(controller, new SurfaceView()));
        ChartsView curvesView = followed(controller, new ChartsView());
        LayersCharts layers = followed(controller, new LayersCharts(curvesView.slopes()));
        RunsView runs = followed(controller, new RunsView(controller::forget, controller::forgetAll));
        this.charts = List.of(
                new Pane("train.loss", curvesView.loss()),
                new Pane("train.accuracy", curvesView.accuracy()),
                new Pane("train.layers", layers.body()).with(layers.choice()),
                new Pane("train.runs", runs).with(runs.clearing()),
                new Pane("train.agreement", followed(controller, new AgreementView())));
        Column column = new Column(new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]"));
        charts.forEach(chart -> column.add(chart, charts.indexOf(chart) < 3 ? "grow, push, sizegroup chart" : "growx"));
        this.curves = column.scrolling();
        middle.add(desk, TrainScene.Kind.READY.name());
        middle.add(
                followed(
                        controller,
                        new TrainNotice(
                                List.of(commands.get("new"), commands.get("samples"), commands.get("open")),
                                List.of(commands.get("page.debug")))),
                TrainScene.Kind.EMPTY.name());
        arrange();
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(followed(controller, new ReelView(controller::look)), BorderLayout.CENTER);
        foot.add(followed(controller, new TrainStatus(stopped)), BorderLayout.PAGE_END);
        this.bar = followed(controller, new TrainBar(commands, controller));
        add(bar, BorderLayout.PAGE_START);
        add(middle, BorderLayout.CENTER);
        add(foot, BorderLayout.PAGE_END);
        controller.add(this);
    }

    private static <V extends TrainView> V followed(TrainController controller, V view) {
        controller.add(view);
        return view;
    }

    /** The panes, which show their titles with the rest of the window. */
    List<Pane> panes() {
        return Stream.concat(Stream.of(settings, network), charts.stream()).toList();
    }

    void updateLooks() {
        panes().forEach(SwingUtilities::updateComponentTreeUI);
    }

    @Override
    public void doLayout() {
        boolean now = getWidth() < NARROW;
        if (getWidth() > 0 && narrow != now) {
            narrow = now;
            arrange();
        }
        super.doLayout();
    }

    private void arrange() {
        content.ifPresent(desk::remove);
        Component learned = split(JSplitPane.VERTICAL_SPLIT, network, pictures, Line.TRAIN_NETWORK, 0.5);
        Component right = split(JSplitPane.HORIZONTAL_SPLIT, learned, curves, Line.TRAIN_RIGHT, 1);
        Component page = narrow ? right : split(JSplitPane.HORIZONTAL_SPLIT, settings, right, Line.TRAIN_LEFT, 0);
        content = Optional.of(page);
        desk.add(page);
        desk.revalidate();
    }

    private Split split(int direction, Component first, Component second, Line line, double keeps) {
        Split split = new Split(direction, first, second, shares, line, keeps);
        split.colour(palette);
        return split;
    }

    /** Brings the keyboard to what is done first. */
    void focus() {
        bar.getComponent(0).requestFocusInWindow();
    }

    @Override
    public void show(TrainScene scene) {
        Palette next = Palette.of(scene.settings().theme());
        if (next != palette) {
            palette = next;
            arrange();
        }
        charts.get(1).setVisible(scene.hasAccuracy());
        charts.get(3).setVisible(scene.compares());
        boolean notice = scene.lesson().isEmpty() && scene.kind() != TrainScene.Kind.READING
                || scene.kind() == TrainScene.Kind.UNTRAINABLE
                || scene.kind() == TrainScene.Kind.EMPTY;
        cards.show(middle, (notice ? TrainScene.Kind.EMPTY : TrainScene.Kind.READY).name());
    }
}
