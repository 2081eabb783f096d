package chainstep.ui.graph;

import chainstep.debug.Debugger;
import chainstep.explain.Explainer;
import chainstep.homework.paper.Pictures;
import chainstep.lang.Model;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import chainstep.ui.DebugScene;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Graphs for paper, with 300 dots to the inch, on white; formulas as another draws them. One thread at a time. */
public final class GraphPictures implements Pictures {
    private static final double DOTS = 300 / 72.0;
    private static final double WIDEST = 488;
    private static final double HIGHEST = 560;
    private static final double LARGEST = 0.7;
    private static final double SMALLEST = 0.2;
    private static final double MARGIN = 6;

    private final Pictures formulas;

    public GraphPictures(Pictures formulas) {
        this.formulas = formulas;
    }

    @Override
    public Optional<Printed> formula(String latex) {
        return formulas.formula(latex);
    }

    @Override
    public synchronized Optional<Printed> graph(Model model, Locale locale) {
        Picture picture = drawn(model, locale);
        Spot all = picture.places().bounds().grown(MARGIN);
        double scale = Math.min(LARGEST, Math.min(WIDEST / all.width(), HIGHEST / all.height()));
        return scale < SMALLEST ? Optional.empty() : Optional.of(printed(picture, all, scale));
    }

    /** Lays a graph out for nothing, so that Java knows how when one is waited for. */
    public static void rehearse(Model model) {
        drawn(model, Locale.ENGLISH);
    }

    static Picture drawn(Model model, Locale locale) {
        Settings settings = new Settings(locale, Theme.LIGHT, false);
        Quantities quantities = new Quantities(model, new Iterations(model.program()));
        var state = Debugger.of(model, quantities::value).state();
        Explainer explainer =
                new Explainer(state.trace(), model.source().statements(), model.labels(), settings.locale());
        Sitting sitting = new Sitting(model, state, List.of(), Optional.empty(), Map.of(), explainer, false);
        DebugScene scene = new DebugScene(
                Draft.EMPTY,
                Optional.of(sitting),
                Optional.empty(),
                settings,
                Optional.empty(),
                Optional.empty(),
                false);
        return PrintedGraph.of(scene, sitting);
    }

    private static Printed printed(Picture picture, Spot all, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(all.width() * scale * DOTS),
                (int) Math.ceil(all.height() * scale * DOTS),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Ink.smooth(pen);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(scale * DOTS, scale * DOTS);
        pen.translate(-all.x(), -all.y());
        paint(pen, picture);
        pen.dispose();
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
                ImageIO.write(image, "png", out);
            }
            return new Printed(png.toByteArray(), image.getWidth() / DOTS, image.getHeight() / DOTS);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static void paint(Graphics2D pen, Picture picture) {
        Ink ink = new Ink(Theme.LIGHT);
        new PicturePainter(ink).boxes(pen, picture);
        pen.setStroke(Ink.HAIR);
        pen.setColor(ink.of(Hue.MUTED));
        for (Card card : picture.model().cards()) {
            PrintedGraph.slots(picture, card)
                    .forEach(slot -> pen.draw(new Rectangle2D.Double(slot.x(), slot.y(), slot.width(), slot.height())));
        }
    }
}
