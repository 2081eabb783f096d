package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.file.Dialogs;
import chainstep.ui.file.Recovery;
import chainstep.ui.file.Remembered;
import chainstep.ui.look.Look;
import chainstep.ui.look.Theme;
import chainstep.words.Phrase;
import chainstep.words.Words;
import com.formdev.flatlaf.extras.FlatSVGUtils;
import com.formdev.flatlaf.util.SystemInfo;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.Timer;

/** The window: a workbench with a frame around it, that remembers where it was and loses no work. */
public final class MainWindow extends JFrame implements DebugView {
    private static final Dimension FIRST_SIZE = new Dimension(1600, 1000);
    private static final Dimension LEAST_SIZE = new Dimension(800, 500);
    /** How long a frame may wait for what it will show. */
    private static final int PATIENCE_MS = 500;

    private final transient Remembered remembered;
    private final transient Optional<Recovery> recovery;
    private final transient Workbench workbench;
    private final transient Runnable closed;
    /** As they were last shown; others are remembered at once. */
    private transient Settings settings;

    private final Timer patience = new Timer(PATIENCE_MS, tick -> appear());

    /**
     * What a window is opened with.
     *
     * @param language the one asked for; else the one used last, else the machine's
     * @param folder where windows keep what they remember
     * @param closed told when the window is gone
     * @param millis a clock, by which it is told how long work took
     * @param hasten whether a core is free for what the first picture will need
     */
    public record Wish(
            Optional<Path> file,
            Optional<Locale> language,
            Locale machine,
            Path folder,
            Runnable closed,
            LongSupplier millis,
            boolean hasten) {
        /** Without a clock and without haste. */
        public Wish(Optional<Path> file, Optional<Locale> language, Locale machine, Path folder, Runnable closed) {
            this(file, language, machine, folder, closed, () -> 0, false);
        }
    }

    /** Under a theme that is on: a frame takes its own parts from what is on when it is made. */
    private MainWindow(Wish wish, Remembered remembered, Settings settings) {
        this.remembered = remembered;
        this.settings = settings;
        this.closed = wish.closed();
        this.recovery = recovery(wish.folder().resolve("recovery"));
        if (SystemInfo.isLinux) {
            setUndecorated(true);
            getRootPane().setWindowDecorationStyle(JRootPane.FRAME);
        }
        patience.setRepeats(false);
        getRootPane().putClientProperty("JRootPane.titleBarShowTitle", false);
        getRootPane().putClientProperty("JRootPane.titleBarShowIcon", false);
        this.workbench =
                new Workbench(Tasks.inBackground(), settings, new Dialogs(this), remembered, this::quit, wish.millis());
        workbench.keepSheetsIn(wish.folder().resolve("sheets"));
        setJMenuBar(workbench.header());
        setContentPane(workbench.content());
        setMinimumSize(LEAST_SIZE);
        place();
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                quit();
            }
        });
        FileDrop.on(workbench.content(), workbench.desk()::open);
        recovery.ifPresent(workbench.controller()::add);
        workbench.controller().add(this);
    }

    /** Whether this machine can show a window at all. */
    public static boolean isPossible() {
        return !GraphicsEnvironment.isHeadless();
    }

    /** Opens a window; returns at once. It is seen when it has something to show, or after half a second without. */
    public static void open(Wish wish) {
        if (wish.hasten()) {
            Ahead.begin();
        }
        EventQueue.invokeLater(() -> show(wish));
    }

    /** The same on the event thread. */
    static MainWindow show(Wish wish) {
        Remembered remembered = Remembered.in(wish.folder());
        Settings settings = settings(wish, remembered);
        JComponent.setDefaultLocale(settings.locale());
        Look.install(settings.theme(), settings.locale());
        MainWindow window = new MainWindow(wish, remembered, settings);
        window.addNotify();
        window.validate();
        window.patience.start();
        window.begin(wish.file());
        return window;
    }

    /** Is seen, at the latest when its patience is at an end; its icon, which takes longer than the rest of the frame, comes after. */
    private void appear() {
        patience.stop();
        setVisible(true);
        EventQueue.invokeLater(() -> setIconImages(FlatSVGUtils.createWindowIconImages("/chainstep/icons/app.svg")));
    }

    @Override
    public void dispose() {
        patience.stop();
        recovery.ifPresent(Recovery::rest);
        workbench.homework().rest();
        super.dispose();
    }

    /** Whether unsaved work has been kept aside as it stands. */
    boolean keepsWork() {
        return recovery.stream().anyMatch(Recovery::isKept);
    }

    private static Optional<Recovery> recovery(Path folder) {
        try {
            return Optional.of(Recovery.in(folder));
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static Settings settings(Wish wish, Remembered remembered) {
        Locale locale = wish.language()
                .or(() -> remembered.get("language").map(Locale::forLanguageTag))
                .orElse(wish.machine());
        boolean dark = remembered.get("theme").equals(Optional.of(Theme.DARK.name()));
        boolean safe = remembered.get("safe").equals(Optional.of("true"));
        boolean projector = remembered.get("projector").equals(Optional.of("true"));
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        int digits = remembered.number("digits").map(Double::intValue).orElse(Settings.USUAL_DIGITS);
        return new Settings(
                        chinese ? Locale.CHINESE : Locale.ENGLISH,
                        Theme.LIGHT.dark(dark).safe(safe),
                        projector)
                .digits(digits);
    }

    /** Opens what was asked for; else what a crash left, what was open last, or what a first start shows. */
    private void begin(Optional<Path> file) {
        Optional<Recovery.Left> left = recovery.flatMap(kept -> kept.leftBehind(file));
        if (left.isPresent()) {
            workbench.controller().open(left.get().draft(), left.get().start());
            workbench.controller().say(left.get().told());
        } else {
            file.or(workbench.desk()::last).ifPresentOrElse(this::goOn, workbench::openFirst);
            recovery.filter(Recovery::hasMore)
                    .ifPresent(kept -> workbench.controller().say(Phrase.of("ui", "file.recovery.waits")));
        }
    }

    /** Opens a file as it stood the last time, where that is known. */
    private void goOn(Path file) {
        recovery.flatMap(kept -> kept.stood(file))
                .ifPresentOrElse(
                        stood -> workbench.desk().open(file, stood),
                        () -> workbench.desk().open(file));
    }

    /** Where it was the last time, as far as that is on a screen. */
    private void place() {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        Rectangle last = lastBounds().orElseGet(() -> new Rectangle(FIRST_SIZE));
        last.width = Math.min(Math.max(last.width, LEAST_SIZE.width), screen.width);
        last.height = Math.min(Math.max(last.height, LEAST_SIZE.height), screen.height);
        setSize(last.getSize());
        if (lastBounds().filter(screen::contains).isPresent()) {
            setLocation(last.getLocation());
        } else {
            setLocation(screen.x + (screen.width - last.width) / 2, screen.y + (screen.height - last.height) / 2);
        }
        if (remembered.get("maximized").equals(Optional.of("true"))) {
            setExtendedState(MAXIMIZED_BOTH);
        }
    }

    private Optional<Rectangle> lastBounds() {
        return remembered
                .number("window.x")
                .flatMap(x -> remembered
                        .number("window.y")
                        .flatMap(y -> remembered
                                .number("window.width")
                                .flatMap(width -> remembered
                                        .number("window.height")
                                        .map(height -> new Rectangle(
                                                x.intValue(), y.intValue(), width.intValue(), height.intValue())))));
    }

    private void quit() {
        if (workbench.desk().mayLeave()) {
            keep();
            recovery.ifPresent(MainWindow::end);
            dispose();
            closed.run();
        }
    }

    private static void end(Recovery kept) {
        try {
            kept.close();
        } catch (IOException already) {
            // its file is found empty at the next start
        }
    }

    private void keep() {
        boolean maximized = (getExtendedState() & MAXIMIZED_BOTH) != 0;
        remembered.put("maximized", String.valueOf(maximized));
        if (!maximized) {
            remembered.put("window.x", String.valueOf(getX()));
            remembered.put("window.y", String.valueOf(getY()));
            remembered.put("window.width", String.valueOf(getWidth()));
            remembered.put("window.height", String.valueOf(getHeight()));
        }
        workbench.keep();
    }

    @Override
    public void show(DebugScene scene) {
        Words words = Words.of("ui", scene.settings().locale());
        String title = Header.title(scene.draft(), words);
        setTitle(title.isEmpty() ? "ChainStep" : title + " – ChainStep");
        if (!scene.settings().equals(settings)) {
            settings = scene.settings();
            workbench.keep();
        }
        boolean told = scene.sitting().isPresent()
                || !scene.draft().troubles().isEmpty()
                || scene.message().isPresent();
        if (told && patience.isRunning()) {
            appear();
        }
    }

    /** What is inside. */
    public Workbench workbench() {
        return workbench;
    }
}
