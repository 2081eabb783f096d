package chainstep.ui.train;

import chainstep.math.Format;
import chainstep.train.LossSurface;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Moving;
import chainstep.ui.look.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.accessibility.AccessibleRole;
import javax.swing.plaf.basic.BasicGraphicsUtils;

/** The loss around the path that a training took, in bands of its logarithm, and the path. */
public final class SurfaceView extends Moving implements TrainView {
    private static final int EDGE = 10;
    private static final int BANDS = 11;
    /** How many points of the picture lie between two losses. */
    private static final int FINE = 8;

    private static final Color[] RAMP = {
        new Color(0x31, 0x36, 0x95),
        new Color(0x45, 0x75, 0xB4),
        new Color(0x91, 0xBF, 0xDB),
        new Color(0xE0, 0xF3, 0xF8),
        new Color(0xFE, 0xE0, 0x90),
        new Color(0xFC, 0x8D, 0x59),
        new Color(0xA5, 0x00, 0x26)
    };

    private transient Optional<TrainScene> scene = Optional.empty();
    private transient Optional<LossSurface> drawn = Optional.empty();
    private transient Optional<BufferedImage> picture = Optional.empty();
    private double least;
    private double most;

    public SurfaceView() {
        super(AccessibleRole.PANEL);
        setName("train.surface");
    }

    @Override
    public void show(TrainScene next) {
        boolean changed = scene.isEmpty()
                || !next.surface().equals(scene.get().surface())
                || !next.settings().equals(scene.get().settings())
                || next.kind() != scene.get().kind();
        scene = Optional.of(next);
        if (changed) {
            repaint();
        }
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
        Optional<LossSurface> surface = scene.get().surface();
        String words = surface.map(known -> words(known, style)).orElseGet(() -> style.say("train.surface.none"));
        pen.setFont(Letters.fit(words, style.small()));
        pen.setColor(style.colour(Hue.MUTED));
        int below = pen.getFontMetrics().getHeight() + 6;
        FontMetrics letters = pen.getFontMetrics();
        String head = BasicGraphicsUtils.getClippedString(this, letters, words, getWidth() - EDGE);
        pen.drawString(head, EDGE, letters.getAscent() + 2);
        Rectangle room = new Rectangle(EDGE, below, getWidth() - 2 * EDGE, getHeight() - below - EDGE);
        if (surface.isPresent() && room.width > 40 && room.height > 40) {
            paint(pen, surface.get(), room, style);
        }
    }

    private String words(LossSurface surface, Style style) {
        bake(surface);
        return surface.exact()
                ? style.say("train.surface.exact", surface.across(), surface.up(), said(least), said(most))
                : style.say("train.surface", said(least), said(most));
    }

    private static String said(double value) {
        return Format.typographic(Format.significant(value, 2));
    }

    private void paint(Graphics2D pen, LossSurface surface, Rectangle room, Style style) {
        int foot = surface.exact() ? pen.getFontMetrics().getHeight() : 0;
        int side = Math.min(room.width, room.height - foot);
        Rectangle square = new Rectangle(room.x, room.y, side, side);
        Raster.draw(pen, picture.orElseThrow(), square, true);
        Path2D path = new Path2D.Double();
        double[] last = {0, 0};
        for (double[] at : surface.path()) {
            last = new double[] {
                square.x + (at[0] - surface.left()) / (surface.right() - surface.left()) * side,
                square.y + (surface.top() - at[1]) / (surface.top() - surface.bottom()) * side
            };
            if (path.getCurrentPoint() == null) {
                path.moveTo(last[0], last[1]);
            } else {
                path.lineTo(last[0], last[1]);
            }
        }
        pen.setStroke(new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(255, 255, 255, 150));
        pen.draw(path);
        pen.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(Color.BLACK);
        pen.draw(path);
        pen.setColor(Color.WHITE);
        Ellipse2D dot = new Ellipse2D.Double(last[0] - 5, last[1] - 5, 10, 10);
        pen.fill(dot);
        pen.setColor(Color.BLACK);
        pen.draw(dot);
        if (foot > 0) {
            names(pen, surface, square, style);
        }
    }

    private static void names(Graphics2D pen, LossSurface surface, Rectangle square, Style style) {
        pen.setColor(style.colour(Hue.MUTED));
        pen.setFont(style.small());
        FontMetrics metrics = pen.getFontMetrics();
        int y = square.y + square.height + metrics.getAscent() + 1;
        String from = surface.across() + " = " + said(surface.left());
        String to = said(surface.right());
        pen.drawString(from, square.x, y);
        pen.drawString(to, square.x + square.width - metrics.stringWidth(to), y);
        int x = square.x + square.width + 6;
        pen.drawString(surface.up() + " = " + said(surface.top()), x, square.y + metrics.getAscent());
        pen.drawString(said(surface.bottom()), x, square.y + square.height);
    }

    /** Makes the picture, once for a surface. */
    private void bake(LossSurface surface) {
        if (drawn.filter(surface::equals).isPresent()) {
            return;
        }
        double[][] logs = logarithms(surface.losses());
        int side = (logs.length - 1) * FINE + 1;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        double low = Math.log(least);
        double high = Math.max(Math.log(most), low + 1e-9);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double log = between(logs, x / (double) FINE, (side - 1 - y) / (double) FINE);
                double part = Math.floor((log - low) / (high - low) * BANDS) / (BANDS - 1);
                image.setRGB(x, y, ramp(part).getRGB());
            }
        }
        picture = Optional.of(image);
        drawn = Optional.of(surface);
    }

    private double[][] logarithms(double[][] losses) {
        least = Double.POSITIVE_INFINITY;
        most = 0;
        for (double[] row : losses) {
            for (double loss : row) {
                if (Double.isFinite(loss) && loss > 0) {
                    least = Math.min(least, loss);
                    most = Math.max(most, loss);
                }
            }
        }
        least = Double.isFinite(least) ? least : 1;
        most = Math.max(most, least);
        double[][] logs = new double[losses.length][losses.length];
        for (int row = 0; row < logs.length; row++) {
            for (int column = 0; column < logs.length; column++) {
                double loss = losses[row][column];
                logs[row][column] = Math.log(Double.isFinite(loss) ? Math.max(least, loss) : most);
            }
        }
        return logs;
    }

    private static double between(double[][] numbers, double x, double y) {
        int left = (int) Math.min(x, numbers.length - 2);
        int low = (int) Math.min(y, numbers.length - 2);
        double across = x - left;
        double up = y - low;
        return (numbers[low][left] * (1 - across) + numbers[low][left + 1] * across) * (1 - up)
                + (numbers[low + 1][left] * (1 - across) + numbers[low + 1][left + 1] * across) * up;
    }

    private static Color ramp(double part) {
        double at = Math.max(0, Math.min(1, part)) * (RAMP.length - 1);
        int step = (int) Math.min(at, RAMP.length - 2);
        return Palette.between(RAMP[step], RAMP[step + 1], at - step);
    }
}
