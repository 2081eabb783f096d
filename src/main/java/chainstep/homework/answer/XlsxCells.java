package chainstep.homework.answer;

import chainstep.homework.answer.Row.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The cells of one sheet of a workbook, as texts: a number as a person would have typed it. */
final class XlsxCells {
    private static final int MOST_COLUMNS = 1000;
    private static final int LONGEST_FORMULA = 60;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final String ERROR = "ERROR:";

    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private boolean date;
    private String value = "";

    XlsxCells(String name) {
        this.name = name;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What is to be told of each element of the sheet. */
    DefaultHandler handler(Styles styles, SharedStrings texts) {
        return new Elements(styles, texts);
    }

    private void end(int number) {
        Row row = new Row(number, cells);
        cells.clear();
        if (!row.isBlank()) {
            rows.add(row);
        }
        if (rows.size() > SheetReader.MOST_ROWS) {
            throw new SheetException("sheet.long", name, SheetReader.MOST_ROWS);
        }
    }

    private void put(int column, Cell cell) {
        if (column < MOST_COLUMNS && column >= cells.size()) {
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            cells.add(cell);
        }
    }

    /** @param formula begins with = where there is one */
    private Cell cell(String type, String formula) {
        boolean number =
                (type.isEmpty() || type.equals("n")) && NUMBER.matcher(value).matches();
        if (type.equals("e")) {
            String error = value.startsWith(ERROR) ? value.substring(ERROR.length()) : value;
            return Cell.bad(error, "sheet.cell.error", error);
        } else if (!formula.isEmpty() && !number) {
            String start = formula.substring(0, Math.min(LONGEST_FORMULA, formula.length()));
            return Cell.bad(formula, "sheet.cell.formula", start);
        } else if (date || type.equals("d")) {
            return Cell.bad(value, "sheet.cell.date");
        } else if (number) {
            return formula.isEmpty() ? Cell.of(typed(value)) : Cell.computed(typed(value));
        }
        return Cell.of(value);
    }

    /** A float64 in the fewest digits that tell it: 0.593 for 0.59299999999999997. */
    private static String typed(String value) {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            return value;
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        boolean plain = Math.abs(number) >= 1e-9 && Math.abs(number) < 1e15 || number == 0;
        return plain ? shortest.toPlainString() : shortest.toString();
    }

    /** Hears what POI tells of a cell's value. */
    private final class Values implements XSSFSheetXMLHandler.SheetContentsHandler {
        @Override
        public void startRow(int row) {
            cells.clear();
        }

        @Override
        public void endRow(int row) {
            end(row + 1);
        }

        @Override
        public void cell(String place, String text, XSSFComment comment) {
            value = text == null ? "" : text;
        }
    }

    /** Leaves numbers as they are, and notes which would be shown as dates. */
    private final class Formats extends DataFormatter {
        Formats() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double number, int index, String format) {
            // POI takes the words of d "de" mmmm for those of a number
            date = DateUtil.isADateFormat(index, format.replaceAll("\"[^\"]*\"", ""));
            return Double.toString(number);
        }
    }

    /** Reads as POI does, and notes what it does not tell: the kind of a cell, and its formula where it has one. */
    private final class Elements extends XSSFSheetXMLHandler {
        private String type = "";
        private int column;
        private boolean inFormula;
        private final StringBuilder formula = new StringBuilder();

        Elements(Styles styles, SharedStrings texts) {
            super(styles, texts, new Values(), new Formats(), false);
        }

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes)
                throws SAXException {
            if (local.equals("c")) {
                String place = attributes.getValue("r");
                column = place == null ? cells.size() : new CellAddress(place).getColumn();
                type = attributes.getValue("t") == null ? "" : attributes.getValue("t");
                formula.setLength(0);
                value = "";
                date = false;
            } else if (local.equals("f")) {
                inFormula = true;
                formula.append('=');
            }
            super.startElement(space, local, qualified, attributes);
        }

        @Override
        public void characters(char[] signs, int start, int length) throws SAXException {
            if (inFormula) {
                formula.append(signs, start, length);
            }
            super.characters(signs, start, length);
        }

        @Override
        public void endElement(String space, String local, String qualified) throws SAXException {
            super.endElement(space, local, qualified);
            if (local.equals("f")) {
                inFormula = false;
            } else if (local.equals("c")) {
                put(column, cell(type, formula.toString()));
            }
        }
    }
}
