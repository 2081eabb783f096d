package chainstep.ui.train;

import chainstep.math.Format;
import chainstep.train.Examples;
import chainstep.train.Prediction;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.train.NetworkView.UnitAt;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Paints what a network answers, with the data. */
final class AnswerPainter {
    private static final int DOT = 6;
    private static final int MOST_DOTS = 1500;
    private static final Hue[] CLASSES = {
        Hue.CURVE_FIRST, Hue.CURVE_SECOND, Hue.CURVE_THIRD, Hue.CURVE_FOURTH, Hue.CURVE_FIFTH, Hue.CURVE_SIXTH
    };

    private final Lesson lesson;
    private final Vision vision;
    private final Palette palette;
    private final Style style;
    private final Outlook outlook;

    AnswerPainter(Lesson lesson, Vision vision, Palette palette, Style style) {
        this.lesson = lesson;
        this.vision = vision;
        this.palette = palette;
        this.style = style;
        this.outlook = lesson.outlook().orElseThrow();
    }

    /** @param unit whose answers are shown instead of the network's */
    void plane(Graphics2D pen, Rectangle room, Optional<UnitAt> unit) {
        int side = Math.min(room.width, room.height);
        Rectangle square = new Rectangle(room.x, room.y, side, side);
        Optional<UnitAt> known = unit.filter(at -> at.column() < vision.units().size()
                && at.unit() < vision.units().get(at.column()).length);
        BufferedImage image = known.map(at -> new UnitPainter(lesson, vision, palette).picture(at))
                .orElseGet(this::answers);
        Raster.draw(pen, image, square, true);
        outlook.training().ifPresent(rows -> dots(pen, square, rows, true));
        outlook.held().ifPresent(rows -> dots(pen, square, rows, false));
        pen.setColor(palette.get(Hue.LINE));
        pen.setStroke(new BasicStroke(1));
        pen.drawRect(square.x, square.y, square.width - 1, square.height - 1);
    }

    private boolean hasManyClasses() {
        return vision.answer().length > 1 && !lesson.classes().isEmpty();
    }

    private BufferedImage answers() {
        if (!hasManyClasses()) {
            return new UnitPainter(lesson, vision, palette)
                    .picture(new UnitAt(vision.units().size() - 1, 0));
        }
        BufferedImage image = new BufferedImage(Outlook.SIDE, Outlook.SIDE, BufferedImage.TYPE_INT_RGB);
        Prediction prediction = lesson.prediction().orElseThrow();
        for (int k = 0; k < Outlook.SIDE * Outlook.SIDE; k++) {
            Color colour = Palette.between(palette.get(Hue.HEAT_ZERO), of(prediction.said(answer(k))), 0.55);
            image.setRGB(k % Outlook.SIDE, k / Outlook.SIDE, colour.getRGB());
        }
        return image;
    }

    private double[] answer(int row) {
        double[] answer = new double[vision.answer().length];
        for (int unit = 0; unit < answer.length; unit++) {
            answer[unit] = vision.answer()[unit][row];
        }
        return answer;
    }

    private Color of(int of) {
        return palette.get(CLASSES[of % CLASSES.length]);
    }

    /** @param filled dots for rows learnt from, else rings */
    private void dots(Graphics2D pen, Rectangle square, Examples rows, boolean filled) {
        double span = outlook.high() - outlook.low();
        for (int k = 0; k < Math.min(MOST_DOTS, rows.count()); k++) {
            double x = square.x + (rows.features().at(k, 0) - outlook.low()) / span * square.width;
            double y = square.y + (outlook.high() - rows.features().at(k, 1)) / span * square.height;
            Ellipse2D dot = new Ellipse2D.Double(x - DOT / 2.0, y - DOT / 2.0, DOT, DOT);
            Color colour = colour(rows, k);
            pen.setColor(filled ? colour : Color.WHITE);
            pen.fill(dot);
            pen.setColor(filled ? Color.WHITE : colour);
            pen.setStroke(new BasicStroke(filled ? 0.8f : 1.6f));
            pen.draw(dot);
        }
    }

    private Color colour(Examples rows, int row) {
        double[] target = rows.targets().row(row);
        if (hasManyClasses()) {
            return of(lesson.prediction().orElseThrow().meant(target));
        }
        double lean = lesson.classes().isEmpty()
                ? target[0] / Raster.reach(rows.targets().values())
                : lesson.prediction().orElseThrow().meant(target) == 1 ? 1 : -1;
        Color end = palette.get(lean < 0 ? Hue.HEAT_LOW : Hue.HEAT_HIGH);
        return Palette.between(end, Color.BLACK, 0.3);
    }

    void line(Graphics2D pen, Rectangle room) {
        double[] answers = vision.answer()[0];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : outlook.training().orElseThrow().targets().values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double margin = high > low ? 0.15 * (high - low) : 1;
        Axes axes = new Axes(room, outlook.low(), outlook.high(), low - margin, high + margin);
        axes.frame(pen, palette, style);
        Path2D curve = new Path2D.Double();
        for (int k = 0; k < answers.length; k++) {
            double x = axes.x(outlook.asked().at(k, 0));
            double y = axes.y(answers[k]);
            if (k == 0) {
                curve.moveTo(x, y);
            } else {
                curve.lineTo(x, y);
            }
        }
        pen.clip(axes.place());
        pen.setColor(palette.get(Hue.VALUE));
        pen.setStroke(new BasicStroke(2.2f));
        pen.draw(curve);
        outlook.training().ifPresent(rows -> points(pen, axes, rows, true));
        outlook.held().ifPresent(rows -> points(pen, axes, rows, false));
        pen.setClip(null);
    }

    private void points(Graphics2D pen, Axes axes, Examples rows, boolean filled) {
        pen.setColor(palette.get(filled ? Hue.TEXT : Hue.MUTED));
        pen.setStroke(new BasicStroke(1.4f));
        for (int k = 0; k < Math.min(MOST_DOTS, rows.count()); k++) {
            double x = axes.x(rows.features().at(k, 0));
            double y = axes.y(rows.targets().at(k, 0));
            Ellipse2D dot = new Ellipse2D.Double(x - 3, y - 3, 6, 6);
            if (filled) {
                pen.fill(dot);
            } else {
                pen.draw(dot);
            }
        }
    }

    /** How often which class is taken for which, among the rows shown; where answers are numbers, answers against targets. */
    void table(Graphics2D pen, Rectangle room) {
        Examples rows = outlook.shown().orElseThrow();
        if (lesson.classes().isEmpty()) {
            against(pen, room, rows);
            return;
        }
        int classes = lesson.classes().size();
        int[][] counts = new int[classes][classes];
        Prediction prediction = lesson.prediction().orElseThrow();
        int most = 1;
        for (int k = 0; k < rows.count(); k++) {
            int meant = prediction.meant(rows.targets().row(k));
            int said = prediction.said(answer(k));
            most = Math.max(most, ++counts[meant][said]);
        }
        FontMetrics metrics = pen.getFontMetrics(style.small());
        int names =
                lesson.classes().stream().mapToInt(metrics::stringWidth).max().orElse(0) + 8;
        int size = Math.min(
                64, Math.min((room.width - names) / classes, (room.height - metrics.getHeight() - 6) / classes));
        for (int meant = 0; meant < classes; meant++) {
            int y = room.y + metrics.getHeight() + 6 + meant * size;
            text(pen, lesson.classes().get(meant), room.x + names - 8, y + size / 2, 1);
            for (int said = 0; said < classes; said++) {
                int x = room.x + names + said * size;
                cell(pen, new Rectangle(x, y, size - 1, size - 1), counts[meant][said], most, meant == said);
                if (meant == 0) {
                    text(pen, lesson.classes().get(said), x + size / 2, y - metrics.getHeight() / 2 - 2, 0.5);
                }
            }
        }
    }

    private void cell(Graphics2D pen, Rectangle place, int count, int most, boolean right) {
        Color full = palette.get(right ? Hue.RIGHT : Hue.WRONG);
        pen.setColor(Palette.between(palette.get(Hue.FRAME), full, count == 0 ? 0 : 0.2 + 0.6 * count / most));
        pen.fillRect(place.x, place.y, place.width, place.height);
        if (count > 0) {
            text(pen, Integer.toString(count), (int) place.getCenterX(), (int) place.getCenterY(), 0.5);
        }
    }

    /** @param align 0 for words that begin there, 1 for such that end there */
    private void text(Graphics2D pen, String words, int x, int y, double align) {
        pen.setFont(style.small());
        pen.setColor(palette.get(Hue.TEXT));
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(
                words,
                (int) (x - align * metrics.stringWidth(words)),
                y + (metrics.getAscent() - metrics.getDescent()) / 2);
    }

    private void against(Graphics2D pen, Rectangle room, Examples rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : rows.targets().values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double margin = high > low ? 0.1 * (high - low) : 1;
        Axes axes = new Axes(room, low - margin, high + margin, low - margin, high + margin);
        axes.frame(pen, palette, style);
        pen.clip(axes.place());
        pen.setColor(palette.get(Hue.MUTED));
        pen.drawLine((int) axes.x(low), (int) axes.y(low), (int) axes.x(high), (int) axes.y(high));
        pen.setColor(palette.get(Hue.VALUE));
        for (int k = 0; k < rows.count(); k++) {
            pen.fill(
                    new Ellipse2D.Double(axes.x(rows.targets().at(k, 0)) - 3, axes.y(vision.answer()[0][k]) - 3, 6, 6));
        }
        pen.setClip(null);
    }

    /** A place on the picture for a pair of numbers. */
    record Axes(Rectangle room, double left, double right, double bottom, double top) {
        private static final int FOOT = 18;
        private static final int SIDE = 44;

        Rectangle place() {
            return new Rectangle(room.x + SIDE, room.y, room.width - SIDE, room.height - FOOT);
        }

        double x(double value) {
            return place().x + (value - left) / (right - left) * place().width;
        }

        double y(double value) {
            return place().y + (top - value) / (top - bottom) * place().height;
        }

        void frame(Graphics2D pen, Palette palette, Style style) {
            Rectangle place = place();
            pen.setColor(palette.get(Hue.LINE));
            pen.drawRect(place.x, place.y, place.width - 1, place.height - 1);
            pen.setColor(palette.get(Hue.MUTED));
            pen.setFont(style.small());
            FontMetrics metrics = pen.getFontMetrics();
            int foot = place.y + place.height + metrics.getAscent() + 2;
            String last = said(right);
            pen.drawString(said(left), place.x, foot);
            pen.drawString(last, place.x + place.width - metrics.stringWidth(last), foot);
            String high = said(top);
            String low = said(bottom);
            pen.drawString(high, place.x - metrics.stringWidth(high) - 5, place.y + metrics.getAscent());
            pen.drawString(low, place.x - metrics.stringWidth(low) - 5, place.y + place.height - 2);
        }

        private static String said(double value) {
            return Format.typographic(Format.significant(value, 3));
        }
    }
}
