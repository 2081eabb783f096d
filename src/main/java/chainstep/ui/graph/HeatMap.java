package chainstep.ui.graph;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays an array out as a rectangle of cells: the last two axes as they are, slices of more axes beside and under each other, a long
 * vector in rows.
 */
final class HeatMap {
    /** The most cells across and down. */
    private static final int ACROSS = 96;

    private static final int DOWN = 64;

    /** The most numbers of a vector that is one column. */
    private static final int SHORT = 16;

    private final Tensor value;
    private final int height;
    private final int width;
    private final int slices;
    private final int beside;

    private HeatMap(Tensor value) {
        this.value = value;
        Shape shape = value.shape();
        if (shape.rank() < 2 || isLine(shape)) {
            this.width = Math.min(shape.size(), shape.size() <= SHORT ? 1 : (int) Math.ceil(Math.sqrt(shape.size())));
            this.height = (shape.size() + width - 1) / width;
        } else {
            this.width = shape.dim(-1);
            this.height = shape.dim(-2);
        }
        this.slices = shape.rank() < 3 ? 1 : shape.size() / (width * height);
        this.beside = Math.min(slices, (int) Math.ceil(Math.sqrt(slices * (double) height / width)));
    }

    /** A matrix of a single long row or column. */
    private static boolean isLine(Shape shape) {
        return shape.rank() == 2 && shape.size() > SHORT && Math.min(shape.dim(0), shape.dim(1)) == 1;
    }

    static Figures.Heat of(Tensor value) {
        return new HeatMap(value).heat();
    }

    private Figures.Heat heat() {
        int gap = slices > 1 ? 1 : 0;
        int fullWidth = beside * (width + gap) - gap;
        int fullHeight = (slices + beside - 1) / beside * (height + gap) - gap;
        int columns = Math.min(ACROSS, fullWidth);
        int rows = Math.min(DOWN, fullHeight);
        int[] places = new int[rows * columns];
        Arrays.fill(places, -1);
        double largest = 0;
        for (int place = 0; place < value.size(); place++) {
            int slice = place / (width * height);
            int y = slice / beside * (height + gap) + place / width % height;
            int x = slice % beside * (width + gap) + place % width;
            int cell = (int) ((long) y * rows / fullHeight) * columns + (int) ((long) x * columns / fullWidth);
            double number = Math.abs(value.get(place));
            if (places[cell] < 0 || number > Math.abs(value.get(places[cell])) || Double.isNaN(number)) {
                places[cell] = place;
            }
            largest = Double.isFinite(number) ? Math.max(largest, number) : largest;
        }
        return new Figures.Heat(
                rows,
                columns,
                levels(places, largest),
                boxed(places),
                largest,
                value.shape().toString());
    }

    private List<Float> levels(int[] places, double largest) {
        List<Float> levels = new ArrayList<>(places.length);
        for (int place : places) {
            double number = place < 0 ? 0 : value.get(place);
            boolean told = Double.isFinite(number);
            levels.add(!told ? Float.NaN : largest == 0 ? 0f : (float) (number / largest));
        }
        return levels;
    }

    private static List<Integer> boxed(int[] places) {
        List<Integer> list = new ArrayList<>(places.length);
        for (int place : places) {
            list.add(place);
        }
        return list;
    }
}
