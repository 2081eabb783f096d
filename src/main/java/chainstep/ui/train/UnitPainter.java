package chainstep.ui.train;

import chainstep.train.Columns;
import chainstep.train.Prediction;
import chainstep.ui.look.Palette;
import chainstep.ui.train.NetworkView.UnitAt;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/** What a unit has learned, as a small picture: its answers over the plane, the image it looks for, or its answer to one row. */
final class UnitPainter {
    private final Lesson lesson;
    private final Vision vision;
    private final Raster raster;
    private final Optional<Outlook.Kind> kind;

    UnitPainter(Lesson lesson, Vision vision, Palette palette) {
        this.lesson = lesson;
        this.vision = vision;
        this.raster = new Raster(palette);
        this.kind = lesson.outlook().map(Outlook::kind);
    }

    BufferedImage picture(UnitAt at) {
        double[] answers = vision.units().get(at.column())[at.unit()];
        if (kind.isEmpty()) {
            return single(answers);
        }
        return switch (kind.get()) {
            case PLANE -> plane(at, answers);
            case LINE -> line(answers);
            case IMAGES ->
                at.column() == 0 ? image(column(0)) : at.column() == 1 ? template(at.unit()) : single(answers);
            case TABLE -> single(answers);
        };
    }

    private BufferedImage plane(UnitAt at, double[] answers) {
        boolean last = at.column() == vision.units().size() - 1;
        if (last
                && answers.length > 0
                && lesson.prediction().filter(Prediction::isClassifying).isPresent()) {
            return raster.heat(answers, Outlook.SIDE, lesson.prediction().get()::lean);
        }
        double reach = Raster.reach(answers);
        return raster.heat(answers, Outlook.SIDE, value -> value / reach);
    }

    /** Its answers along the line, as stripes. */
    private BufferedImage line(double[] answers) {
        double reach = Raster.reach(answers);
        return raster.heat(answers, answers.length, value -> value / reach);
    }

    /** The first row's features. */
    private double[] column(int row) {
        double[][] features = vision.units().get(0);
        return Arrays.stream(features).mapToDouble(feature -> feature[row]).toArray();
    }

    private BufferedImage image(double[] pixels) {
        double reach = Raster.reach(pixels);
        return raster.heat(pixels, side(pixels.length), value -> value / reach);
    }

    /** The weights by which a unit of the first layer looks at the image, as strong as the strongest of them. */
    private BufferedImage template(int unit) {
        for (int k = 0; k < vision.columns().links().size(); k++) {
            Columns.Link link = vision.columns().links().get(k);
            double[] values = vision.weights().get(k);
            if (link.from() == 0 && link.to() == 1 && values.length > 0) {
                int pixels = vision.columns().columns().get(0).units();
                double[] seen = new double[pixels];
                double most = 1e-12;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    seen[pixel] = vision.columns().weight(link, values, pixel, unit);
                    most = Math.max(most, Math.abs(seen[pixel]));
                }
                double reach = most;
                return raster.heat(seen, side(pixels), value -> value / reach);
            }
        }
        return single(vision.units().get(1)[unit]);
    }

    private BufferedImage single(double[] answers) {
        double reach = Raster.reach(answers);
        return raster.heat(new double[] {answers[0]}, 1, value -> value / reach);
    }

    static int side(int pixels) {
        return (int) Math.round(Math.sqrt(pixels));
    }
}
