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
    /** The smallest letters, in points: smaller ones nobody reads on paper. */
    private static final double LEAST_LETTERS = 5.5;

    private static final double SMALLEST = LEAST_LETTERS / Ink.SMALLEST_LETTERS;
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
    public synchronized List<Printed> graph(Model model, Locale locale) {
        Picture picture = drawn(model, locale);
        List<Spot> pieces = pieces(picture);
        double scale = pieces.stream().mapToDouble(GraphPictures::scale).min().orElse(1);
        return pieces.stream().map(piece -> printed(picture, piece, scale)).toList();
    }

    /** The whole where it can be read on a page, else as many pieces as it takes; none where a box alone is too large. */
    static List<Spot> pieces(Picture picture) {
        Spot all = picture.places().bounds().grown(MARGIN);
        List<Spot> boxes = picture.model().cards().stream()
                .map(card -> picture.spot(card.id()))
                .toList();
        return Pieces.of(all, boxes, WIDEST / SMALLEST, HIGHEST / SMALLEST);
    }

    /** How large it is printed. */
    static double scale(Spot piece) {
        return Math.min(LARGEST, Math.min(WIDEST / piece.width(), HIGHEST / piece.height()));
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
            return new Printed(png.toByteArray(), image.getWidth() / DOTS, image.getHeight() / DOTS, SMALLEST / scale);
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
