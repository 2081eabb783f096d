package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Moving;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import javax.accessibility.AccessibleRole;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of curves over epochs; the only one that knows the library that draws it. */
final class Curves extends Moving {
    /** Less tall than that, a logarithmic axis has no numbers. */
    private static final int LEAST_HEIGHT = 140;

    private static final int LEAST_HEIGHT_IN_HALL = 200;
    private static final double FLOOR = 1e-12;
    private static final double HAIR = 2e-4;

    /**
     * A curve.
     *
     * @param hue of its line
     * @param legend whether it has its name below the chart
     */
    record Curve(String name, double[] x, double[] y, Hue hue, BasicStroke stroke, boolean legend) {
        private static final BasicStroke FULL = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

        Curve {
            x = x.clone();
            y = y.clone();
        }

        /** One of the training that is under way. */
        Curve(String name, double[] x, double[] y, Hue hue) {
            this(name, x, y, hue, FULL, true);
        }
    }

    private final boolean logarithmic;
    private final String format;
    private transient List<Curve> curves = List.of();
    private transient Style style;

    /**
     * @param logarithmic whether powers of ten are equally far from each other
     * @param format of the numbers at the left, as {@link java.text.DecimalFormat} has it
     */
    Curves(String name, boolean logarithmic, String format) {
        super(AccessibleRole.PANEL);
        this.logarithmic = logarithmic;
        this.format = format;
        setName(name);
    }

    void show(List<Curve> next, Style dress, String told) {
        curves = List.copyOf(next);
        style = dress;
        getAccessibleContext().setAccessibleName(told);
        repaint();
    }

    List<Curve> curves() {
        return curves;
    }

    @Override
    public Dimension getMinimumSize() {
        boolean large = style != null && style.settings().projector();
        return new Dimension(120, large ? LEAST_HEIGHT_IN_HALL : LEAST_HEIGHT);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(300, 180);
    }

    @Override
    protected void draw(Graphics2D pen) {
        if (style == null || getWidth() < 60 || getHeight() < 50) {
            return;
        }
        pen.setColor(style.colour(Hue.GROUND));
        pen.fillRect(0, 0, getWidth(), getHeight());
        if (curves.stream().anyMatch(curve -> curve.x().length > 1)) {
            chart().paint(pen, getWidth(), getHeight());
        }
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(getWidth())
                .height(getHeight())
                .theme(Styler.ChartTheme.XChart)
                .build();
        dress(chart);
        if (logarithmic) {
            decades(chart);
        }
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k);
            if (curve.x().length < 2) {
                continue;
            }
            double[] y = logarithmic
                    ? Arrays.stream(curve.y())
                            .map(value -> Math.max(value, FLOOR))
                            .toArray()
                    : curve.y();
            XYSeries series = chart.addSeries(k + " " + curve.name(), uneven(curve.x()), y);
            series.setLabel(curve.name());
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(style.colour(curve.hue()));
            series.setLineStyle(curve.stroke());
            series.setShowInLegend(curve.legend());
        }
        return chart;
    }

    /** Equal steps would be labelled as they come, however tight; with one a hair shorter the library chooses round numbers. */
    private static double[] uneven(double[] x) {
        double[] moved = x.clone();
        moved[1] -= HAIR;
        return moved;
    }

    /** From one power of ten to another. */
    private void decades(XYChart chart) {
        double least = Double.POSITIVE_INFINITY;
        double most = FLOOR;
        for (Curve curve : curves) {
            for (double value : curve.y()) {
                least = value > FLOOR ? Math.min(least, value) : least;
                most = Math.max(most, value);
            }
        }
        if (least <= most) {
            chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
            chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(most))));
        }
    }

    private void dress(XYChart chart) {
        Color ground = style.colour(Hue.GROUND);
        Color muted = style.colour(Hue.MUTED);
        var look = chart.getStyler();
        look.setChartTitleVisible(false);
        look.setAxisTitlesVisible(false);
        look.setChartBackgroundColor(ground);
        look.setPlotBackgroundColor(ground);
        look.setPlotBorderVisible(false);
        look.setPlotGridVerticalLinesVisible(false);
        look.setPlotGridLinesColor(style.colour(Hue.LINE));
        look.setPlotGridLinesStroke(new BasicStroke(1));
        look.setAxisTickLabelsColor(muted);
        look.setAxisTickMarksColor(style.colour(Hue.LINE));
        look.setAxisTickLabelsFont(Look.numbers(style.small().getSize2D() - 1));
        look.setChartPadding(6);
        look.setPlotMargin(0);
        look.setXAxisDecimalPattern("0.###");
        look.setXAxisTickMarkSpacingHint(60);
        look.setYAxisTickMarkSpacingHint(logarithmic ? 14 : 34);
        look.setYAxisDecimalPattern(format);
        look.setYAxisLogarithmic(logarithmic);
        look.setLegendPosition(Styler.LegendPosition.OutsideS);
        look.setLegendLayout(Styler.LegendLayout.Horizontal);
        look.setLegendBackgroundColor(ground);
        look.setLegendBorderColor(ground);
        look.setLegendFont(style.small());
        look.setLegendPadding(6);
        look.setLegendSeriesLineLength(14);
        look.setChartFontColor(muted);
        look.setAntiAlias(true);
    }
}
