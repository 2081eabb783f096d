package chainstep.ui.derivation;

import chainstep.lang.SourceError;
import chainstep.ui.formula.Drawn;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.formula.Wrapping;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Painted;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.accessibility.AccessibleRole;

/** The line that is wrong, its wrong part underlined and pointed at; shifted where that part would not be seen. */
final class SourceLine extends Painted implements Wrapping {
    private static final int ASIDE = 10;
    private static final int CARET = 6;

    private final Style style;
    private final Drawn before;
    private final Drawn wrong;
    private final Drawn after;

    SourceLine(Style style, Typesetter typesetter, SourceError trouble) {
        super(AccessibleRole.LABEL);
        this.style = style;
        String line = trouble.source().line(trouble.line());
        int from = line.offsetByCodePoints(0, Math.min(trouble.column() - 1, points(line)));
        boolean here = trouble.span().endLine() == trouble.line();
        int to = here
                ? line.offsetByCodePoints(0, Math.min(trouble.span().endColumn() - 1, points(line)))
                : line.length();
        this.before = piece(typesetter, line.substring(0, from), Hue.TEXT);
        this.wrong = piece(typesetter, line.substring(from, Math.max(from, to)), Hue.WRONG);
        this.after = piece(typesetter, line.substring(Math.max(from, to)), Hue.TEXT);
        getAccessibleContext().setAccessibleName(line);
    }

    private static int points(String line) {
        return line.codePointCount(0, line.length());
    }

    /** Spaces keep their width; nothing is drawn of nothing. */
    private Drawn piece(Typesetter typesetter, String text, Hue hue) {
        return typesetter.text(text.isEmpty() ? "\u200b" : text, style.numbers(), style.colour(hue));
    }

    @Override
    public int heightFor(int width) {
        return (int) Math.ceil(before.height()) + 2 * ASIDE + CARET;
    }

    @Override
    public Dimension getPreferredSize() {
        double width = before.width() + wrong.width() + after.width() + 2 * ASIDE;
        return new Dimension((int) Math.ceil(width), heightFor(0));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(style.colour(Hue.WRONG_GROUND));
        pen.fillRoundRect(0, 0, getWidth(), getHeight(), 8, 8);
        pen.clipRect(ASIDE / 2, 0, getWidth() - ASIDE, getHeight());
        double end = before.width() + Math.max(wrong.width(), CARET) + ASIDE;
        double shift = Math.max(0, Math.min(before.width(), end + ASIDE - getWidth()));
        double x = ASIDE - shift;
        double baseline = ASIDE + before.ascent();
        before.paint(pen, x, baseline);
        wrong.paint(pen, x + before.width(), baseline);
        after.paint(pen, x + before.width() + wrong.width(), baseline);
        pen.setColor(style.colour(Hue.WRONG));
        double left = x + before.width();
        underline(pen, left, Math.max(CARET, wrong.width()), baseline + before.descent());
        pen.dispose();
    }

    private static void underline(Graphics2D pen, double left, double width, double y) {
        pen.setStroke(new BasicStroke(1.3f));
        java.awt.geom.Path2D wave = new java.awt.geom.Path2D.Double();
        wave.moveTo(left, y);
        for (double x = 0; x < width; x += 4) {
            wave.quadTo(left + x + 1, y + 3, left + x + 2, y);
            wave.quadTo(left + x + 3, y - 3, left + x + 4, y);
        }
        pen.draw(wave);
        java.awt.geom.Path2D caret = new java.awt.geom.Path2D.Double();
        caret.moveTo(left + 2, y + 3);
        caret.lineTo(left + 2 + CARET, y + 3 + CARET);
        caret.lineTo(left + 2 - CARET, y + 3 + CARET);
        caret.closePath();
        pen.fill(caret);
    }
}
