package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Start;
import chainstep.ui.Tasks;
import chainstep.ui.file.Samples;
import chainstep.ui.file.Samples.Sample;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.graph.GraphPictures;
import chainstep.ui.look.Fonts;
import chainstep.ui.look.Letters;
import java.awt.Font;

/**
 * Does once, beside the event thread, what the first picture would else wait for: reads the fonts, sets a formula, runs a network.
 * Nothing is kept of it but what Java and the libraries have loaded by then, and nobody waits for it.
 */
final class Ahead {
    private static final String FORMULA = "\\frac{\\partial E}{\\partial w_{1}} = \\sum_{k} 1 \\cdot 2";

    private Ahead() {}

    static void begin() {
        Thread ahead = new Thread(Ahead::load, "chainstep-ahead");
        ahead.setDaemon(true);
        ahead.start();
    }

    private static void load() {
        Fonts.install();
        Letters.fit(Header.CHINESE, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        Sample first = Samples.mazur();
        DebugController run = new DebugController(Tasks.atOnce(), Settings.FIRST);
        run.open(Draft.from(first.file(), first.text()), Start.firstTerm());
        Typesetter.sets(FORMULA);
        run.scene().sitting().ifPresent(Ahead::show);
    }

    private static void show(Sitting sitting) {
        GraphPictures.rehearse(sitting.model());
        sitting.explainer().step(sitting.state().step().node());
    }
}
