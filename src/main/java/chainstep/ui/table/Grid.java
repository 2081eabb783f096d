package chainstep.ui.table;

import chainstep.math.Shape;

/** A value laid out in rows and columns: a vector is a column, an array of rank 3 or 4 its matrices one below the other. */
record Grid(Shape shape) {
    int columns() {
        return shape.rank() < 2 ? 1 : shape.dim(-1);
    }

    int rows() {
        return shape.size() / columns();
    }

    /** The flat place of a cell. */
    int element(int row, int column) {
        return row * columns() + column;
    }

    int row(int element) {
        return element / columns();
    }

    int column(int element) {
        return element % columns();
    }

    /** What a row is called: its index counted from one, in an array of rank 3 or 4 all but the last. */
    String rowName(int row) {
        if (shape.rank() <= 2) {
            return Integer.toString(row + 1);
        }
        int[] index = shape.index(element(row, 0));
        StringBuilder name = new StringBuilder();
        for (int axis = 0; axis < index.length - 1; axis++) {
            name.append(axis == 0 ? "" : ", ").append(index[axis] + 1);
        }
        return name.toString();
    }

    /** As people write it: {@code 2×3}; {@code 1} for a number. */
    String text() {
        if (shape.isScalar()) {
            return "1";
        }
        StringBuilder text = new StringBuilder();
        for (int dim : shape.dims()) {
            text.append(text.isEmpty() ? "" : "×").append(dim);
        }
        return text.toString();
    }
}
