package chainstep.data;

import chainstep.words.Phrase;
import chainstep.words.Spelling;
import java.util.List;
import java.util.stream.Collectors;

/** The hint after a name nobody knows: the nearest known one, or else what there is. */
final class Nearest {
    private static final int MOST = 20;

    private Nearest() {}

    static Phrase to(String written, List<String> known) {
        return Spelling.nearest(written, known)
                .map(name -> Phrase.of("data", "hint.nearest", name))
                .orElseGet(() -> Phrase.of("data", "hint.known", listed(known)));
    }

    private static String listed(List<String> known) {
        String first = known.stream()
                .limit(MOST)
                .map(name -> "`" + CsvCell.shown(name) + "`")
                .collect(Collectors.joining(", "));
        return known.size() > MOST ? first + ", …" : first;
    }
}
