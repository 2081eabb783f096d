package chainstep;

import chainstep.cli.ChainStep;
import chainstep.cli.Console;
import chainstep.cli.Faces;
import chainstep.cli.Launcher;
import chainstep.cli.StateFolder;
import chainstep.cli.Stopwatch;
import chainstep.homework.paper.Pictures;
import chainstep.ui.Settings;
import chainstep.ui.formula.FormulaPictures;
import chainstep.ui.graph.GraphPictures;
import chainstep.ui.look.Theme;
import chainstep.ui.window.MainWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The door: lets the command line open the window, of which it knows nothing itself, and alone ends the process.
 *
 * <p>Without a command line it opens the window; where there is no display, it prints the derivation of
 * {@code samples/mazur.chain}.
 */
public final class App implements Faces {
    private static final List<String> SHOW = List.of("open");

    private final Locale machine;
    private boolean drawn;

    private App(Locale machine) {
        this.machine = machine;
    }

    /**
     * Ends the process only on failure: a run inside Maven goes on to Maven's own end. The threads and timers of what was drawn
     * would keep it going for ever, though, after the window has gone too.
     */
    public static void main(String[] args) {
        if (args.length == 0 && MainWindow.isPossible()) {
            System.exit(justWindow());
        }
        Console console = Console.ofProcess();
        App app = new App(console.locale());
        int answer = ChainStep.run(console, app, args.length == 0 ? SHOW : List.of(args));
        if (answer != 0 || app.drawn) {
            System.exit(answer);
        }
    }

    /** What {@code open} does, sooner: the reader of command lines takes its time to start. */
    private static int justWindow() {
        try {
            new App(Console.machineLocale()).window(Optional.empty(), Optional.empty());
            return 0;
        } catch (InterruptedException broken) {
            return ChainStep.BROKEN_OFF;
        }
    }

    @Override
    public boolean hasDisplay() {
        return MainWindow.isPossible();
    }

    @Override
    public void window(Optional<Path> file, Optional<Locale> language) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        drawn = true;
        MainWindow.open(new MainWindow.Wish(
                file,
                language,
                machine,
                StateFolder.ofProcess(),
                closed::countDown,
                Stopwatch::millis,
                Launcher.sparesCores()));
        closed.await();
    }

    @Override
    public Pictures pictures() {
        drawn = true;
        return new GraphPictures(new FormulaPictures());
    }

    @Override
    public byte[] picture(Picture wish) throws IOException {
        Theme theme = Theme.LIGHT.dark(wish.dark()).safe(wish.safe());
        drawn = true;
        return chainstep.ui.window.Picture.png(new chainstep.ui.window.Picture.Wish(
                wish.file(),
                wish.depth(),
                wish.step(),
                wish.iteration(),
                wish.sample(),
                chainstep.ui.Page.valueOf(wish.page().name()),
                wish.sheet(),
                wish.epochs(),
                new Settings(wish.locale(), theme, wish.projector()),
                wish.width(),
                wish.height(),
                wish.scale()));
    }
}
