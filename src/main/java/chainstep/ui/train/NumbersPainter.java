package chainstep.ui.train;

import chainstep.math.Format;
import chainstep.train.Prediction;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Optional;

/** What a network without data answers, number by number, beside what it shall answer. */
final class NumbersPainter {
    private static final int DIGITS = 6;

    private final Lesson lesson;
    private final Vision vision;
    private final Style style;

    NumbersPainter(Lesson lesson, Vision vision, Style style) {
        this.lesson = lesson;
        this.vision = vision;
        this.style = style;
    }

    void paint(Graphics2D pen, Rectangle room) {
        double[][] answer = vision.answer();
        Optional<Prediction> prediction = lesson.prediction();
        double[] targets =
                prediction.map(each -> each.targets(lesson.course().program())).orElse(new double[0]);
        pen.setFont(Look.numbers(style.words().getSize2D()));
        FontMetrics metrics = pen.getFontMetrics();
        int line = metrics.getHeight() + 6;
        int y = room.y + metrics.getAscent() + 6;
        for (int row = 0; row < answer[0].length; row++) {
            for (int unit = 0; unit < answer.length && y < room.y + room.height; unit++) {
                int at = row * answer.length + unit;
                paint(
                        pen,
                        room.x,
                        y,
                        name(unit, row, answer),
                        answer[unit][row],
                        at < targets.length ? targets[at] : Double.NaN);
                y += line;
            }
        }
    }

    private String name(int unit, int row, double[][] answer) {
        String name = vision.columns()
                .columns()
                .get(vision.columns().columns().size() - 1)
                .name();
        if (answer[0].length > 1) {
            return name + "[" + row + (answer.length > 1 ? ", " + unit : "") + "]";
        }
        return answer.length > 1 ? name + "[" + unit + "]" : name;
    }

    private void paint(Graphics2D pen, int x, int y, String name, double said, double wanted) {
        FontMetrics metrics = pen.getFontMetrics();
        String left = name + " = ";
        pen.setColor(style.colour(Hue.TEXT));
        pen.drawString(left, x, y);
        String number = Format.typographic(Format.significant(said, DIGITS));
        pen.setColor(style.colour(Hue.VALUE));
        pen.drawString(number, x + metrics.stringWidth(left), y);
        if (!Double.isNaN(wanted)) {
            pen.setColor(style.colour(Hue.MUTED));
            pen.drawString(
                    "  → " + Format.typographic(Format.significant(wanted, DIGITS)),
                    x + metrics.stringWidth(left + "−0.0000000"),
                    y);
        }
    }
}
