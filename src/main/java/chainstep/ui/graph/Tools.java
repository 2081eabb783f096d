package chainstep.ui.graph;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** What lies over a drawing: freely where all of it is seen between them, else on strips of their own. */
final class Tools {
    private static final int MARGIN = GraphView.MARGIN;
    /** A lower view has no room for strips. */
    private static final int LEAST_HEIGHT = 240;
    /** What is narrower shows nothing. */
    private static final int LEAST_WIDTH = 60;

    private final GraphCanvas canvas;
    private final ZoomBar bar;
    private final Legend legend;
    private final FindField find;
    private final Strip above;
    private final Strip below;

    Tools(GraphCanvas canvas, Ink ink, ZoomBar bar, Legend legend, FindField find) {
        this.canvas = canvas;
        this.bar = bar;
        this.legend = legend;
        this.find = find;
        this.above = new Strip(ink, true);
        this.below = new Strip(ink, false);
    }

    List<JComponent> parts() {
        return List.of(find, bar, legend, above, below);
    }

    void dress(Ink ink) {
        above.dress(ink);
        below.dress(ink);
    }

    /** Puts each in its place. */
    void place() {
        int width = canvas.getWidth();
        int height = canvas.getHeight();
        Optional<Picture> drawn = canvas.picture();
        Dimension zoom = bar.getPreferredSize();
        Dimension key = legend.getPreferredSize();
        boolean apart = height >= LEAST_HEIGHT && drawn.filter(this::goesOn).isPresent();
        int gap = apart ? MARGIN / 2 : MARGIN;
        // where there is nothing drawn there is nothing to enlarge or to tell colours of
        bar.setVisible(drawn.isPresent());
        legend.setVisible(drawn.isPresent() && key.width + 2 * MARGIN <= width && (apart || height >= LEAST_HEIGHT));
        bar.setBounds(width - zoom.width - MARGIN, gap, zoom.width, zoom.height);
        bar.doLayout();
        legend.setBounds(width - key.width - MARGIN, height - key.height - gap, key.width, key.height);
        Dimension field = find.getPreferredSize();
        find.setBounds(MARGIN, gap, field.width, field.height);
        above.setBounds(0, 0, width, zoom.height + 2 * gap);
        below.setBounds(0, height - key.height - 2 * gap, width, key.height + 2 * gap);
        above.setVisible(apart && bar.isVisible());
        below.setVisible(apart && legend.isVisible());
    }

    /** Whether the drawing goes on beyond what is seen between the tools. */
    private boolean goesOn(Picture drawn) {
        Spot room = Camera.room(canvas.getWidth(), canvas.getHeight()).grown(1);
        Spot there = canvas.camera().there(drawn.places().bounds());
        return there.y() < room.y()
                || there.bottom() > room.bottom()
                || there.x() < 0
                || there.right() > canvas.getWidth();
    }

    boolean areApart() {
        return above.isVisible();
    }

    /** In the view. */
    List<Spot> spots() {
        Stream<JComponent> all =
                Stream.of(areApart() ? above : bar, below.isVisible() ? below : legend, areApart() ? above : find);
        return all.distinct().filter(Component::isVisible).map(Spot::of).toList();
    }

    /** Where the overview may be. */
    List<Spot> corners(Dimension small) {
        boolean noted = !canvas.note().isEmpty();
        return Corners.of(small, canvas.getSize(), bar, legend, find.isVisible() || noted, areApart());
    }

    /** Beside the legend, where there is a strip with room for it. */
    Optional<Spot> aside(Dimension small) {
        double width = Math.min(small.width, legend.getX() - 2.0 * MARGIN);
        return below.isVisible() && width >= LEAST_WIDTH
                ? Optional.of(new Spot(MARGIN, legend.getY(), width, legend.getHeight()))
                : Optional.empty();
    }
}
