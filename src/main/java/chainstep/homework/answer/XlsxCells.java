package chainstep.homework.answer;

import static chainstep.homework.answer.XlsxParts.attribute;
import static chainstep.homework.answer.XlsxParts.ends;
import static chainstep.homework.answer.XlsxParts.starts;

import chainstep.homework.answer.Row.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of one sheet of a workbook, as texts: a number as a person would have typed it. */
final class XlsxCells {
    private static final int MOST_COLUMNS = 1000;
    private static final String NUMBER = "[+-]?[0-9]{1,40}(?:\\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,3})?";

    private final String name;
    private final List<String> texts;
    private final List<Boolean> dates;

    XlsxCells(String name, List<String> texts, List<Boolean> dates) {
        this.name = name;
        this.texts = texts;
        this.dates = dates;
    }

    List<Row> rows(byte[] sheet) throws XMLStreamException {
        XMLStreamReader xml = XlsxParts.reader(sheet);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        while (xml.hasNext()) {
            xml.next();
            if (starts(xml, "row")) {
                number = number(attribute(xml, "r"), number + 1);
                Row row = new Row(number, cells(xml));
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > SheetReader.MOST_ROWS) {
                    throw new SheetException("sheet.long", name, SheetReader.MOST_ROWS);
                }
            }
        }
        return rows;
    }

    private static int number(String written, int otherwise) {
        return written.matches("[0-9]{1,8}") ? Integer.parseInt(written) : otherwise;
    }

    private List<Cell> cells(XMLStreamReader xml) throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext() && !ends(xml, "row")) {
            xml.next();
            if (starts(xml, "c")) {
                int column = column(attribute(xml, "r"), cells.size());
                Cell cell = cell(xml);
                if (column < MOST_COLUMNS && column >= cells.size()) {
                    while (cells.size() < column) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    /** The column of a place such as B12, from 0. */
    private static int column(String place, int otherwise) {
        String letters = place.replaceAll("[^A-Z]", "");
        if (letters.isEmpty() || letters.length() > 3) {
            return otherwise;
        }
        return letters.chars().reduce(0, (sum, letter) -> 26 * sum + letter - 'A' + 1) - 1;
    }

    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = attribute(xml, "t");
        int style = number(attribute(xml, "s"), 0);
        String formula = "";
        String value = "";
        while (xml.hasNext() && !ends(xml, "c")) {
            xml.next();
            if (starts(xml, "f")) {
                formula = "=" + xml.getElementText();
            } else if (starts(xml, "v")) {
                value = xml.getElementText().strip();
            } else if (starts(xml, "is")) {
                value = XlsxParts.text(xml, "is");
            }
        }
        return cell(type, style, formula, value);
    }

    private Cell cell(String type, int style, String formula, String value) {
        boolean number = type.isEmpty() || type.equals("n");
        if (type.equals("e")) {
            return Cell.bad(value, "sheet.cell.error", value);
        } else if (!formula.isEmpty() && !(number && value.matches(NUMBER))) {
            return Cell.bad(formula, "sheet.cell.formula", formula.substring(0, Math.min(60, formula.length())));
        } else if (type.equals("s")) {
            int text = number(value, -1);
            return Cell.of(text >= 0 && text < texts.size() ? texts.get(text) : "");
        } else if (number && value.matches(NUMBER)) {
            boolean date = style < dates.size() && dates.get(style);
            return date
                    ? Cell.bad(value, "sheet.cell.date")
                    : formula.isEmpty() ? Cell.of(typed(value)) : Cell.computed(typed(value));
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
}
