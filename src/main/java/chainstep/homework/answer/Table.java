package chainstep.homework.answer;

import chainstep.words.Phrase;
import java.util.List;

/**
 * A file as a table.
 *
 * @param remarks how it was read, where that is not as usual
 */
record Table(List<Row> rows, List<Phrase> remarks) {
    Table {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }
}
