package chainstep.ui.homework;

import chainstep.math.Rational;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Painted;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.accessibility.AccessibleRole;

/** All marks earned of all there are, as a number and as a bar. */
public final class TotalView extends Painted implements HomeworkView {
    private static final int BAR = 96;
    private static final int GAP = 12;
    private static final int LEAST_BAR = 20;

    private String text = "";
    private double part;
    private Color ink = Color.BLACK;
    private Color groove = Color.GRAY;
    private Color full = Color.GREEN;
    private Font font = Look.words(13);

    public TotalView() {
        super(AccessibleRole.PROGRESS_BAR);
        setName("homework.total");
    }

    @Override
    public void show(HomeworkScene scene) {
        Style style = new Style(scene.settings());
        ink = style.colour(Hue.TEXT);
        groove = style.colour(Hue.LINE);
        full = style.colour(Hue.RIGHT);
        font = style.words().deriveFont(Font.BOLD);
        boolean sheet = scene.kind() == HomeworkScene.Kind.SHEET;
        int all = scene.exercise()
                .map(exercise -> exercise.worked().assignment().marks())
                .orElse(0);
        Rational earned = scene.earned();
        text = sheet ? MarksText.of(earned) + " / " + all : "";
        part = all == 0 ? 0 : earned.doubleValue() / all;
        getAccessibleContext().setAccessibleName(style.say("homework.total", text));
        setVisible(sheet);
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(words() + GAP + BAR, getFontMetrics(font).getHeight() + 4);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(words(), getFontMetrics(font).getHeight() + 4);
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(font);
        pen.setColor(ink);
        int base = (getHeight()
                        + pen.getFontMetrics().getAscent()
                        - pen.getFontMetrics().getDescent())
                / 2;
        pen.drawString(text, 0, base);
        int bar = bar();
        int x = getWidth() - bar;
        int y = getHeight() / 2 - 3;
        pen.setColor(groove);
        pen.fillRoundRect(x, y, bar, 6, 6, 6);
        pen.setColor(full);
        pen.fillRoundRect(x, y, (int) Math.round(bar * part), 6, 6, 6);
        pen.dispose();
    }

    /** How wide the bar is beside the number: none where it would say nothing. */
    private int bar() {
        int room = Math.min(BAR, getWidth() - words() - GAP);
        return room < LEAST_BAR ? 0 : room;
    }

    private int words() {
        return getFontMetrics(font).stringWidth(text);
    }
}
