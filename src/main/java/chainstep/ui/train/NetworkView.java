package chainstep.ui.train;

import chainstep.math.Format;
import chainstep.train.Columns;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Moving;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.accessibility.AccessibleRole;
import javax.swing.ToolTipManager;

/** What every unit has learned: a picture of its answers on its node, edges as wide as their weights. */
public final class NetworkView extends Moving implements TrainView {
    private static final float THIN = 0.5f;
    private static final float WIDE = 6;
    private static final double PER_WEIGHT = 1.8;
    private static final int ARC = 6;

    private final transient Consumer<Optional<UnitAt>> pointed;
    private transient Optional<TrainScene> scene = Optional.empty();
    private transient UnitPlan plan = UnitPlan.NONE;
    /** The pictures of units, and of what: a mouse that moves paints them again. */
    private final transient Map<UnitAt, BufferedImage> pictures = new HashMap<>();

    private final transient Wires wires = new Wires();
    private transient Optional<Vision> pictured = Optional.empty();
    private transient Palette dressed = Palette.of(Theme.LIGHT);
    private transient Optional<UnitAt> under = Optional.empty();

    /**
     * A unit.
     *
     * @param column its column, from the features on
     */
    record UnitAt(int column, int unit) {}

    /** @param answer shows what the unit under the mouse says */
    public NetworkView(AnswerView answer) {
        super(AccessibleRole.PANEL);
        this.pointed = answer::point;
        setName("train.network");
        ToolTipManager.sharedInstance().registerComponent(this);
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                point(plan.unit(event.getPoint()));
            }

            @Override
            public void mouseExited(MouseEvent event) {
                point(Optional.empty());
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    private void point(Optional<UnitAt> at) {
        if (!at.equals(under)) {
            under = at;
            pointed.accept(at);
            repaint();
        }
    }

    @Override
    public void show(TrainScene next) {
        scene = Optional.of(next);
        repaint();
    }

    @Override
    public boolean isDue(long frame) {
        return frame % 2 == 0;
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        Optional<Vision> vision = scene.flatMap(TrainScene::vision);
        return vision.flatMap(seen -> plan.unit(event.getPoint())
                        .map(at -> plan.name(at))
                        .or(() -> plan.edge(event.getPoint()).map(edge -> told(seen, edge))))
                .orElse(null);
    }

    private String told(Vision vision, UnitPlan.Edge edge) {
        double weight = weight(vision, edge);
        return plan.name(edge.from()) + " → " + plan.name(edge.to()) + ": "
                + Format.typographic(Format.significant(weight, 4));
    }

    private static double weight(Vision vision, UnitPlan.Edge edge) {
        Columns.Link link = vision.columns().links().get(edge.link());
        double[] values = vision.weights().get(edge.link());
        return values.length == 0
                ? 0
                : vision.columns()
                        .weight(link, values, edge.from().unit(), edge.to().unit());
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(120, 80);
    }

    @Override
    protected void draw(Graphics2D pen) {
        if (scene.isEmpty()) {
            return;
        }
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Style style = new Style(scene.get().settings());
        pen.setColor(style.colour(Hue.GROUND));
        pen.fillRect(0, 0, getWidth(), getHeight());
        Optional<Vision> vision = scene.get().vision();
        if (vision.isPresent() && scene.get().lesson().isPresent()) {
            paint(pen, vision.get(), style);
        } else {
            plan = UnitPlan.NONE;
            say(pen, style);
        }
    }

    /** Networks that are no columns of units have no such picture. */
    private void say(Graphics2D pen, Style style) {
        boolean none = scene.get().isOpen()
                && scene.get()
                        .lesson()
                        .filter(lesson -> lesson.probe().isEmpty())
                        .isPresent();
        String words = none ? style.say("train.network.none") : "";
        pen.setFont(Letters.fit(words, style.words()));
        pen.setColor(style.colour(Hue.MUTED));
        pen.drawString(words, (getWidth() - pen.getFontMetrics().stringWidth(words)) / 2, getHeight() / 2);
    }

    private void paint(Graphics2D pen, Vision vision, Style style) {
        Lesson lesson = scene.get().lesson().orElseThrow();
        Font small = style.small();
        int caption = pen.getFontMetrics(small).getHeight() + 4;
        plan = UnitPlan.of(vision.columns(), lesson, new Rectangle(0, 6, getWidth(), getHeight() - caption - 10));
        Palette palette = Palette.of(scene.get().settings().theme());
        wires.draw(
                pen,
                getSize(),
                scene.get().isRunning(),
                List.of(plan.edges().size(), vision, under, palette),
                fine -> edges(fine, vision, palette));
        if (pictured.filter(seen -> seen == vision).isEmpty() || dressed != palette) {
            pictured = Optional.of(vision);
            dressed = palette;
            pictures.clear();
        }
        UnitPainter painter = new UnitPainter(lesson, vision, palette);
        for (UnitPlan.Tile tile : plan.tiles()) {
            tile(pen, tile, pictures.computeIfAbsent(tile.at(), painter::picture), palette);
        }
        captions(pen, style, caption);
    }

    private void edges(Graphics2D pen, Vision vision, Palette palette) {
        Color low = palette.get(Hue.HEAT_LOW);
        Color high = palette.get(Hue.HEAT_HIGH);
        for (UnitPlan.Edge edge : plan.edges()) {
            double weight = weight(vision, edge);
            float width = (float) Math.min(WIDE, THIN + PER_WEIGHT * Math.abs(weight));
            Color colour = weight < 0 ? low : high;
            boolean touched = under.isEmpty()
                    || under.get().equals(edge.from())
                    || under.get().equals(edge.to());
            int alpha = touched ? (int) Math.min(230, 90 + 140 * Math.abs(weight)) : 22;
            pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
            pen.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            pen.draw(plan.curve(edge));
        }
    }

    private void tile(Graphics2D pen, UnitPlan.Tile tile, BufferedImage picture, Palette palette) {
        Rectangle place = tile.place();
        Raster.draw(pen, picture, place, picture.getWidth() > 1);
        boolean pointedAt = under.filter(tile.at()::equals).isPresent();
        pen.setColor(pointedAt ? palette.get(Hue.NOW) : palette.get(Hue.TEXT));
        pen.setStroke(new BasicStroke(pointedAt ? 2.5f : 1.3f));
        pen.drawRoundRect(place.x - 1, place.y - 1, place.width + 1, place.height + 1, ARC, ARC);
    }

    private void captions(Graphics2D pen, Style style, int caption) {
        pen.setColor(style.colour(Hue.MUTED));
        List<UnitPlan.Caption> captions = plan.captions();
        for (int k = 0; k < captions.size(); k++) {
            UnitPlan.Caption each = captions.get(k);
            String text = k == 0 ? style.say("train.network.features") + " " + each.text() : each.text();
            Font font = Letters.fit(text, style.small());
            pen.setFont(font);
            FontMetrics metrics = pen.getFontMetrics();
            int x = Math.max(
                    4, Math.min(getWidth() - metrics.stringWidth(text) - 4, each.x() - metrics.stringWidth(text) / 2));
            pen.drawString(text, x, getHeight() - caption + metrics.getAscent());
        }
        for (UnitPlan.Caption more : plan.more()) {
            pen.setFont(style.small());
            FontMetrics letters = pen.getFontMetrics();
            pen.drawString(
                    more.text(), more.x() - letters.stringWidth(more.text()) / 2, more.y() + letters.getAscent());
        }
    }

    /** Where a unit is painted, for tests. */
    Optional<Point> place(UnitAt at) {
        return plan.tiles().stream()
                .filter(tile -> tile.at().equals(at))
                .map(tile -> new Point(
                        (int) tile.place().getCenterX(), (int) tile.place().getCenterY()))
                .findFirst();
    }
}
