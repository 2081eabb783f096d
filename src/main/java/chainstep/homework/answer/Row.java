package chainstep.homework.answer;

import chainstep.words.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * A row of a sheet.
 *
 * @param number as the file counts, from 1
 */
record Row(int number, List<Cell> cells) {
    /**
     * What stands in a cell.
     *
     * @param trouble why it is no answer, where it is none
     * @param computed whether the spreadsheet worked it out
     */
    record Cell(String text, Optional<Phrase> trouble, boolean computed) {
        static final Cell EMPTY = of("");

        static Cell of(String text) {
            return new Cell(text, Optional.empty(), false);
        }

        static Cell computed(String text) {
            return new Cell(text, Optional.empty(), true);
        }

        static Cell bad(String text, String key, Object... arguments) {
            return new Cell(text, Optional.of(Phrase.of("homework", key, arguments)), false);
        }
    }

    Row {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream()
                .allMatch(cell -> cell.text().isBlank() && cell.trouble().isEmpty());
    }

    /** The same; what a comma without quotes tore apart, into more cells than the table has columns, is no answer. */
    Cell cell(int column, int width) {
        String text = cell(column).text().strip();
        String rest = cell(column + 1).text().strip();
        boolean torn = cells.size() > width && text.matches("[-+−]?\\d+") && rest.matches("\\d+");
        return torn ? Cell.bad(text + "," + rest, "answer.torn", text + "," + rest) : cell(column);
    }

    Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
