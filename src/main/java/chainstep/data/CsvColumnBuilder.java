package chainstep.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A column growing cell by cell, in bounded memory: its first cell that is there decides whether it is of numbers or of text.
 *
 * <p>A column that starts with a text but is mostly numbers is taken for numbers with a slip at its start; so is one whose
 * texts are numbers in another notation, such as {@code 1,5} or {@code 5%}, which would else be classes without a word.
 */
final class CsvColumnBuilder {

    private enum Kind {
        UNKNOWN,
        NUMBER,
        TEXT
    }

    private final Place place;
    private final Map<String, Integer> codes = new HashMap<>();
    private double[] values = new double[16];
    private int count;
    private Kind kind = Kind.UNKNOWN;
    private int numbers;
    private long firstTextLine;
    private Optional<DataException> trouble = Optional.empty();

    CsvColumnBuilder(Place place) {
        this.place = place;
    }

    void add(String raw, long line) {
        String cell = raw.strip();
        if (CsvCell.isMissing(cell)) {
            report("csv.missing", line);
            push(Double.NaN);
            return;
        }
        OptionalDouble number = CsvCell.number(cell);
        numbers += number.isPresent() || CsvCell.isNearlyNumber(cell) ? 1 : 0;
        if (kind == Kind.UNKNOWN) {
            kind = number.isPresent() ? Kind.NUMBER : Kind.TEXT;
            firstTextLine = line;
        }
        push(kind == Kind.NUMBER ? number(cell, number, line) : code(cell, line));
    }

    private double number(String cell, OptionalDouble number, long line) {
        if (number.isEmpty()) {
            report("csv.text", line, CsvCell.shown(cell));
        } else if (Double.isInfinite(number.getAsDouble())) {
            report("csv.infinite", line, CsvCell.shown(cell));
        }
        return number.orElse(Double.NaN);
    }

    private double code(String cell, long line) {
        Integer known = codes.get(cell);
        if (known == null) {
            if (codes.size() == CsvColumn.MOST_CLASSES) {
                report("csv.classes", line, CsvColumn.MOST_CLASSES);
                return Double.NaN;
            }
            known = codes.size();
            codes.put(cell, known);
        }
        return known;
    }

    private void report(String key, long line, Object... args) {
        if (trouble.isEmpty()) {
            trouble = Optional.of(new DataException(key, place.at(line), args));
        }
    }

    private void push(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count + (count >> 1));
        }
        values[count++] = value;
    }

    CsvColumn build() {
        double[] trimmed = Arrays.copyOf(values, count);
        if (kind != Kind.TEXT) {
            return new CsvColumn(place, trimmed, List.of(), trouble);
        }
        if (2 * numbers > count) {
            trouble = Optional.of(new DataException("csv.text", place.at(firstTextLine), firstText()));
        }
        return sorted(trimmed);
    }

    private String firstText() {
        return codes.entrySet().stream()
                .filter(e -> e.getValue() == 0)
                .map(e -> CsvCell.shown(e.getKey()))
                .findFirst()
                .orElse("");
    }

    /** Renumbers the classes from order of appearance to sorted order. */
    private CsvColumn sorted(double[] appeared) {
        Map<String, Integer> inOrder = new TreeMap<>(codes);
        List<String> classes = new ArrayList<>(inOrder.keySet());
        int[] rank = new int[classes.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[inOrder.get(classes.get(i))] = i;
        }
        double[] ranked = Arrays.stream(appeared)
                .map(v -> Double.isNaN(v) ? v : rank[(int) v])
                .toArray();
        return new CsvColumn(place, ranked, classes, trouble);
    }
}
