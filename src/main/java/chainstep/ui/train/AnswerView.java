package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Moving;
import chainstep.ui.look.Palette;
import chainstep.ui.train.NetworkView.UnitAt;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;
import javax.accessibility.AccessibleRole;
import javax.swing.plaf.basic.BasicGraphicsUtils;

/** What the network answers: over the plane with the data on it, along the line, to images, or how often it takes what for what. */
public final class AnswerView extends Moving implements TrainView {
    private static final int EDGE = 10;

    private transient Optional<TrainScene> scene = Optional.empty();
    private transient Optional<UnitAt> unit = Optional.empty();

    public AnswerView() {
        super(AccessibleRole.PANEL);
        setName("train.answer");
    }

    /** Shows what one unit says instead of the answer. */
    void point(Optional<UnitAt> at) {
        unit = at;
        repaint();
    }

    @Override
    public void show(TrainScene next) {
        scene = Optional.of(next);
        repaint();
    }

    @Override
    public boolean isDue(long frame) {
        return frame % 2 != 0;
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(120, 120);
    }

    @Override
    protected void draw(Graphics2D pen) {
        if (scene.isEmpty()) {
            return;
        }
        Style style = new Style(scene.get().settings());
        pen.setColor(style.colour(Hue.GROUND));
        pen.fillRect(0, 0, getWidth(), getHeight());
        Optional<Lesson> lesson = scene.get().lesson();
        Optional<Vision> vision = scene.get().vision();
        if (lesson.isPresent() && vision.isPresent()) {
            paint(pen, lesson.get(), vision.get(), style);
        }
    }

    private void paint(Graphics2D pen, Lesson lesson, Vision vision, Style style) {
        Optional<Outlook> outlook = lesson.outlook();
        String kind =
                outlook.map(look -> look.kind().name().toLowerCase(Locale.ROOT)).orElse("numbers");
        String words = style.say("train.answer." + kind);
        pen.setFont(Letters.fit(words, style.small()));
        pen.setColor(style.colour(Hue.MUTED));
        int below = pen.getFontMetrics().getHeight() + 6;
        FontMetrics letters = pen.getFontMetrics();
        String head = BasicGraphicsUtils.getClippedString(this, letters, words, getWidth() - EDGE);
        pen.drawString(head, EDGE, letters.getAscent() + 2);
        Palette palette = Palette.of(scene.get().settings().theme());
        Rectangle room = new Rectangle(EDGE, below, getWidth() - 2 * EDGE, getHeight() - below - EDGE);
        if (room.width < 20 || room.height < 20) {
            return;
        }
        if (outlook.isEmpty()) {
            new NumbersPainter(lesson, vision, style).paint(pen, room);
            return;
        }
        AnswerPainter painter = new AnswerPainter(lesson, vision, palette, style);
        switch (outlook.get().kind()) {
            case PLANE -> painter.plane(pen, room, unit);
            case LINE -> painter.line(pen, room);
            case IMAGES -> new TilePainter(lesson, vision, palette, style).paint(pen, room);
            case TABLE -> painter.table(pen, room);
        }
    }
}
