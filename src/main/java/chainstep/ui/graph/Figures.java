package chainstep.ui.graph;

import java.util.List;

/** What a box shows of an array: its numbers, or where they are many a heat map. */
sealed interface Figures {
    /** What there is room for: above it, an array is a heat map. */
    int MOST = 6;

    /** How many characters a row of numbers has at most: six gradients. */
    int ROOMY = 54;
    /** The same where that would make a drawing too small. */
    int TERSE = 36;

    /** In characters for numbers, in heat cells for a map. */
    int columns();

    int rows();

    /** Lines of text, all of one length, the numbers of a column under each other. */
    record Numbers(List<List<String>> cells, List<Integer> widths) implements Figures {
        public Numbers {
            cells = cells.stream().map(List::copyOf).toList();
            widths = List.copyOf(widths);
        }

        @Override
        public int columns() {
            return widths.stream().mapToInt(Integer::intValue).sum() + widths.size() - 1;
        }

        @Override
        public int rows() {
            return cells.size();
        }

        /** A row as text, with the first numbers only where not all are known. */
        String line(int row, int known) {
            StringBuilder text = new StringBuilder();
            int across = widths.size();
            for (int column = 0; column < across && row * across + column < known; column++) {
                String cell = cells.get(row).get(column);
                text.append(" ".repeat(widths.get(column) - cell.length() + (column == 0 ? 0 : 1)))
                        .append(cell);
            }
            return text.toString();
        }

        /** The flat place of the number at a character of a row; −1 beyond the last. */
        int element(int row, double character) {
            double at = character;
            for (int column = 0; column < widths.size(); column++) {
                at -= widths.get(column) + 0.5;
                if (at < 0) {
                    return row * widths.size() + column;
                }
                at -= 0.5;
            }
            return -1;
        }

        /** The first character of a column. */
        int start(int column) {
            return widths.stream().limit(column).mapToInt(w -> w + 1).sum();
        }
    }

    /**
     * A heat map: each number by the largest magnitude of all; where numbers are too many for it, the largest of each patch.
     *
     * @param levels row-major, −1 to 1; NaN for what is not finite
     * @param places the flat place of the number each cell shows
     * @param largest the magnitude that 1 stands for
     */
    record Heat(int rows, int columns, List<Float> levels, List<Integer> places, double largest, String shape)
            implements Figures {
        public Heat {
            levels = List.copyOf(levels);
            places = List.copyOf(places);
        }
    }
}
