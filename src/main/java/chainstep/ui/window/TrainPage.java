package chainstep.ui.window;

import chainstep.ui.Pane;
import chainstep.ui.command.Commands;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Column;
import chainstep.ui.look.Letters;
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
import java.awt.Insets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The Train page: settings at the left, the network and what it answers in the middle, curves at the right. */
final class TrainPage extends JPanel implements TrainView {
    /** Less wide than that, settings and network take turns. */
    private static final int NARROW = 1200;
    /** The same in a lecture hall, where letters are large. */
    private static final int NARROW_IN_HALL = 1400;

    private final transient Shares shares;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JPanel desk = new JPanel(new BorderLayout());
    private final Pane settings;
    private final Pane network;
    private final JPanel pictures = new JPanel(new GridLayout(1, 2));
    private final JButton toSettings = new JButton();
    private final JButton toNetwork = new JButton();
    private final List<Pane> charts;
    private final JScrollPane curves;
    private final TrainBar bar;
    private Palette palette = Palette.of(Theme.LIGHT);
    private boolean narrow;
    /** Whether it is the turn of the settings. */
    private boolean setting;

    private boolean projector;
    private transient Optional<Component> content = Optional.empty();

    TrainPage(TrainController controller, Commands commands, Shares shares, SettingsView controls, Runnable stopped) {
        super(new BorderLayout());
        this.shares = shares;
        AnswerView answer = followed(controller, new AnswerView());
        this.settings = new Pane("train.settings", followed(controller, controls)).with(toNetwork);
        this.network = new Pane("train.network", followed(controller, new NetworkView(answer))).with(toSettings);
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
        this.curves = below(charts);
        middle.add(desk, TrainScene.Kind.READY.name());
        middle.add(
                followed(
                        controller,
                        new TrainNotice(
                                List.of(commands.get("new"), commands.get("samples"), commands.get("open")),
                                List.of(commands.get("page.debug")))),
                TrainScene.Kind.EMPTY.name());
        turning(toSettings, "train.fold.settings", true);
        turning(toNetwork, "train.fold.network", false);
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

    /** The first three, which are curves, share the height that is left. */
    private static JScrollPane below(List<Pane> charts) {
        Column column = new Column(new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3", "[0:0,grow,fill]"));
        charts.forEach(chart ->
                column.add(chart, charts.indexOf(chart) < 3 ? "grow, push, wmin 0, sizegroup chart" : "growx, wmin 0"));
        return column.scrolling();
    }

    private void turning(JButton button, String name, boolean toSet) {
        button.setName(name);
        button.addActionListener(pressed -> fold(toSet));
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
        boolean now = getWidth() < (projector ? NARROW_IN_HALL : NARROW);
        if (getWidth() > 0 && narrow != now) {
            narrow = now;
            arrange();
        }
        super.doLayout();
    }

    private void arrange() {
        content.ifPresent(desk::remove);
        Component learned = split(JSplitPane.VERTICAL_SPLIT, network, pictures, Line.TRAIN_NETWORK, 0.5);
        Component first = narrow && setting ? settings : learned;
        Component right = split(JSplitPane.HORIZONTAL_SPLIT, first, curves, Line.TRAIN_RIGHT, 1);
        Component page = narrow ? right : split(JSplitPane.HORIZONTAL_SPLIT, settings, right, Line.TRAIN_LEFT, 0);
        toSettings.setVisible(narrow);
        toNetwork.setVisible(narrow);
        content = Optional.of(page);
        desk.add(page);
        desk.revalidate();
    }

    private void fold(boolean toSet) {
        setting = toSet;
        arrange();
        (toSet ? toNetwork : toSettings).requestFocusInWindow();
    }

    private void speak(Style style) {
        Map.of(toSettings, "train.fold.settings", toNetwork, "train.fold.network")
                .forEach((button, key) -> {
                    button.setText(style.say(key));
                    button.setToolTipText(style.say(key + ".tip"));
                    button.setFont(Letters.fit(button.getText(), style.small()));
                    button.setMargin(new Insets(1, 8, 1, 8));
                });
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
        projector = scene.settings().projector();
        speak(new Style(scene.settings()));
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
